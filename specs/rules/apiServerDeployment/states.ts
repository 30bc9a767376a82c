import { stateOf } from '../../../fixtures/aftermath.ts';
import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { apiServers } from '../../../resources/apiServers.ts';
import {
  codeOf,
  deployed,
  deploymentOf,
  isProgress,
  serviceWithOperation,
  watchDeployment,
} from '../../../resources/deployment.ts';

const UNINITIALIZED = 'DEPLOYMENT_UNINITIALIZED';
const SUCCESSFUL = 'DEPLOYMENT_SUCCESSFUL';
const CREATING = 'DECISION_ENDPOINT_CREATE_IN_PROGRESS';
const UPDATING = 'DECISION_ENDPOINT_UPDATE_IN_PROGRESS';
/** Deployment status codes (API Server Deployment). */
const CODES = [
  'POLICIES_CREATE_IN_PROGRESS',
  CREATING,
  UPDATING,
  SUCCESSFUL,
  'DEPLOYMENT_FAILED',
  UNINITIALIZED,
];
/** How long a state that is over is watched for going back. */
const WATCH_MS = 200;

/** What states a deployment goes through (API Server Deployment, deployment status codes). */
export const states: readonly Case[] = [
  {
    title: 'a service that was never deployed is uninitialized',
    requirements: ['api-server-deployment-uninitialized'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      assertCode(await scope.api.get(deploymentOf(path)), UNINITIALIZED);
    },
  },
  {
    title: 'every state is one of the six documented codes',
    requirements: ['api-server-deployment-status-code-values'],
    run: async ({ scope }) => {
      for (const answer of await twoDeployments(scope))
        if (typeof codeOf(answer) === 'string') assertCode(answer, ...CODES);
    },
  },
  {
    title: 'every answer tells the state',
    requirements: ['api-server-deployment-status-present'],
    run: async ({ scope }) => {
      for (const answer of await twoDeployments(scope)) {
        const detail = { expected: 'status.code, a text', received: answer.text, exchange: answer };
        assert(typeof codeOf(answer) === 'string', `${describeExchange(answer)} without a state`, detail);
      }
    },
  },
  {
    title: 'the deployment of a sound service succeeds',
    requirements: ['api-server-deployment-becomes-successful'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      const last = (await watchDeployment(scope, path)).at(-1) as Exchange;
      assertCode(last, SUCCESSFUL);
    },
  },
  {
    title: 'once deployment was asked for the service is never uninitialized again',
    requirements: ['api-server-deployment-leaves-uninitialized'],
    run: async ({ scope }) => {
      const { path, given } = await serviceWithOperation(scope);
      await deployed(scope, path);
      for (const change of [undefined, apiServers.changed(scope, given)]) {
        if (change !== undefined && (await scope.api.put(path, change)).status !== 200)
          throw new Blocked('the service could not be replaced');
        for (let time = 0; time < 3; time += 1)
          assertCode(
            await scope.api.get(deploymentOf(path)),
            ...CODES.filter((one) => one !== UNINITIALIZED),
          );
      }
    },
  },
  {
    title: 'a success does not turn back into progress by itself',
    requirements: ['api-server-deployment-in-progress-then-final'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      await deployed(scope, path);
      const last = await settled(
        scope,
        WATCH_MS,
        () => scope.api.get(deploymentOf(path)),
        (read) => isProgress(codeOf(read)),
      );
      assert(!isProgress(codeOf(last)), `${describeExchange(last)} in progress after a success`, {
        expected: 'no code in progress without a new request',
        received: codeOf(last),
        exchange: last,
      });
    },
  },
  {
    title: 'the first deployment creates a decision endpoint and the second one updates it',
    requirements: ['api-server-deployment-create-versus-update'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      const before = await stateOf(scope, deploymentOf(path));
      const first = await watchDeployment(scope, path);
      // A service may have its endpoint from the beginning (conflict deployment-decision-endpoint).
      if (at(before.json, 'decisionEndpoint.id') === undefined) assertWithout(first, UPDATING);
      await deployed(scope, path);
      assertWithout(await watchDeployment(scope, path), CREATING);
    },
  },
];

/** The state before, and every answer of two deployments. */
async function twoDeployments(scope: Scope): Promise<readonly Exchange[]> {
  const { path } = await serviceWithOperation(scope);
  const before = await stateOf(scope, deploymentOf(path));
  return [before, ...(await watchDeployment(scope, path)), ...(await watchDeployment(scope, path))];
}

function assertCode(answer: Exchange, ...codes: readonly string[]): void {
  assert(
    codes.includes(String(codeOf(answer))),
    `${describeExchange(answer)} in another state than documented`,
    { expected: `status.code ${codes.join(' or ')}`, received: answer.text, exchange: answer },
    assertCode,
  );
}

/** A state may be too brief to be seen; the wrong one must not be seen at all. */
function assertWithout(answers: readonly Exchange[], code: string): void {
  for (const answer of answers) {
    const detail = { expected: `never ${code}`, received: answer.text, exchange: answer };
    assert(codeOf(answer) !== code, `${describeExchange(answer)} with ${code}`, detail, assertWithout);
  }
}
