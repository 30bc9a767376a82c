import { at } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';

/** The media type that makes a POST on a deployment deploy (facts 4.5). */
const DEPLOY = 'application/vnd.pingidentity.apiserver.deploy+json';

/** No document says how long a deployment takes; field notes speak of seconds. */
const DEPLOY_LIMIT_MS = 60_000;

/** The path of the deployment of an API service. */
export function deploymentOf(path: string): string {
  return `${path}/deployment`;
}

/** Deploys an API service and waits until that is over. @returns whether it was deployed */
export async function deploy(scope: Scope, path: string): Promise<boolean> {
  const to = deploymentOf(path);
  const started = await scope.api.send({ method: 'POST', to, headers: { 'content-type': DEPLOY } });
  if (started.status !== 200) return false;
  const state = await settled(
    scope,
    DEPLOY_LIMIT_MS,
    async () => String(at((await scope.api.get(to)).json, 'status.code')),
    (code) => !code.endsWith('_IN_PROGRESS'),
  );
  return state === 'DEPLOYMENT_SUCCESSFUL';
}
