import { at, type Exchange } from '../fixtures/exchange.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import type { Body } from '../fixtures/resource.ts';
import type { Made, Scope } from '../fixtures/scope.ts';
import { settled } from '../fixtures/settle.ts';
import { apiServers } from './apiServers.ts';
import { operations } from './operations.ts';

/** The media type that makes a POST on a deployment deploy (facts 4.5). */
export const DEPLOY = 'application/vnd.pingidentity.apiserver.deploy+json';

/** No document says how long a deployment takes; field notes speak of seconds. */
const DEPLOY_LIMIT_MS = 60_000;

/** The path of the deployment of an API service. */
export function deploymentOf(path: string): string {
  return `${path}/deployment`;
}

/** `status.code` of an answer, whatever it is. */
export function codeOf({ json }: Exchange): unknown {
  return at(json, 'status.code');
}

/** Asks for a deployment as the documents show it: with the vendor media type and without a body. */
export function askForDeployment(scope: Scope, path: string): Promise<Exchange> {
  return scope.api.send({ method: 'POST', to: deploymentOf(path), headers: { 'content-type': DEPLOY } });
}

/**
 * Asks for a deployment and reads its state until it is over; a target may deploy at once or take its time.
 * @returns every answer in order, that of the POST first, the last one read at the end
 * @throws Blocked when the request is refused
 */
export async function watchDeployment(scope: Scope, path: string): Promise<readonly Exchange[]> {
  const asked = await askForDeployment(scope, path);
  if (asked.status >= 300)
    throw new Blocked(`the deployment was refused with status ${asked.status}: ${asked.text.slice(0, 300)}`);
  const answers = [asked];
  await settled(
    scope,
    DEPLOY_LIMIT_MS,
    async () => {
      const read = await scope.api.get(deploymentOf(path));
      answers.push(read);
      return read;
    },
    (read) => isOver(codeOf(read)),
  );
  return answers;
}

/**
 * Deploys an API service, and says how that ended.
 * @returns whether it was deployed; false too when the request was refused
 */
export async function deploy(scope: Scope, path: string): Promise<boolean> {
  try {
    return codeOf((await watchDeployment(scope, path)).at(-1) as Exchange) === 'DEPLOYMENT_SUCCESSFUL';
  } catch (error) {
    if (error instanceof Blocked) return false;
    throw error;
  }
}

/**
 * Deploys an API service.
 * @returns the deployment as it reads after its success
 * @throws Blocked when it does not succeed
 */
export async function deployed(scope: Scope, path: string): Promise<Exchange> {
  const last = (await watchDeployment(scope, path)).at(-1) as Exchange;
  if (codeOf(last) === 'DEPLOYMENT_SUCCESSFUL') return last;
  throw new Blocked(`the deployment did not succeed: ${last.text.slice(0, 300)}`);
}

/** Creates an API service with one operation, so that a target that deploys nothing without one can be judged. */
export async function serviceWithOperation(scope: Scope, body?: Body): Promise<Made> {
  const given = await apiServers.arrange(scope);
  const made = await scope.create(apiServers, {
    given,
    body: { ...apiServers.body(scope, given), ...body },
  });
  await scope.create(operations, { given: { collection: `${made.path}/operations`, ids: {} } });
  return made;
}

/** Whether a code says that a deployment is on its way. */
export function isProgress(code: unknown): boolean {
  return String(code).endsWith('_IN_PROGRESS');
}

/** Whether a deployment has come to its end: the three codes in progress come before the two final ones; the sixth says that nothing was asked for. */
export function isOver(code: unknown): boolean {
  return !isProgress(code) && code !== 'DEPLOYMENT_UNINITIALIZED';
}
