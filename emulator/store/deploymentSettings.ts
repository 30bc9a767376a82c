/** How deployments of API services go; no document says how long one takes or what makes it fail. */
export type DeploymentSettings = {
  /** time from the request to its end, in milliseconds; with 0 the answer to the request shows the end */
  readonly durationMs: number;
  /** a deployment fails when one of these texts is in the name of the service */
  readonly failingNames: readonly string[];
};

/** Long enough for the states on the way to be seen, short enough to be waited for; nobody names a service like that. */
export const standardDeployment: DeploymentSettings = {
  durationMs: 30,
  failingNames: ['DEPLOYMENT_FAILED'],
};
