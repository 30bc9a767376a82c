import { stateOf } from '../../../fixtures/aftermath.ts';
import { isCorrectUuid } from '../../../fixtures/arbitraries/uuid.ts';
import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import {
  deployed,
  deploymentOf,
  serviceWithOperation,
  watchDeployment,
} from '../../../resources/deployment.ts';

const custom = { accessControl: { custom: { enabled: true } } };

/** What a deployment tells of policies (API service deployment data model). */
export const policies: readonly Case[] = [
  {
    title: 'a deployment without custom policies names no version of the policies',
    requirements: ['api-server-deployment-authorization-version-absent'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      const answers = await watchDeployment(scope, path);
      for (const answer of [...answers, await deployed(scope, path)])
        assertNone(answer, 'authorizationVersion');
    },
  },
  {
    title: 'before the first deployment no version of the policies is named',
    requirements: ['api-server-deployment-authorization-version-before'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      assertNone(await stateOf(scope, deploymentOf(path)), 'authorizationVersion');
    },
  },
  {
    title: 'before the first deployment custom policies have no deployed version',
    requirements: ['api-server-deployment-authorization-version-before'],
    capabilities: ['custom-policies'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope, custom);
      assertNone(await stateOf(scope, deploymentOf(path)), 'authorizationVersion');
    },
  },
  {
    title: 'a deployment with custom policies names their version',
    requirements: ['api-server-deployment-authorization-version-present'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope, custom);
      const after = await deployed(scope, path);
      assertPolicy(
        after,
        isCorrectUuid(at(after.json, 'authorizationVersion.id')),
        'authorizationVersion.id',
      );
      const flat = at(after.json, 'authorizationVersionId');
      if (flat !== undefined)
        scope.observe('reading', 'authorizationVersionId in a deployment', String(flat));
    },
  },
  {
    title: 'the policy of a deployment is the root policy of the service',
    requirements: ['api-server-deployment-policy-id'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope, custom);
      const after = await deployed(scope, path);
      const root = at((await scope.api.get(path)).json, 'policy.id');
      const named = at(after.json, 'policy.id') ?? at(after.json, 'policy') ?? undefined;
      if (named !== undefined && root === undefined) throw new Blocked('the service names no root policy');
      const holds = named === undefined || (named === root && isCorrectUuid(named));
      assertPolicy(after, holds, `no policy, or policy.id ${String(root)}`);
      scope.observe('reading', 'policy in a deployment', named === undefined ? 'absent' : 'named');
    },
  },
  {
    title: 'a deployment without custom policies does not say that they are on',
    requirements: ['api-server-deployment-custom-enabled'],
    run: async ({ scope }) => {
      const { path } = await serviceWithOperation(scope);
      const answers = [await stateOf(scope, deploymentOf(path)), await deployed(scope, path)];
      for (const answer of answers) {
        const enabled = at(answer.json, 'accessControl.custom.enabled') ?? false;
        assertPolicy(answer, enabled === false, 'accessControl.custom.enabled absent or false');
      }
    },
  },
];

function assertNone(answer: Exchange, member: string): void {
  const value = at(answer.json, member) ?? null;
  const detail = { expected: `no ${member}`, received: answer.text, exchange: answer };
  assert(value === null, `${describeExchange(answer)} with ${member}`, detail, assertNone);
}

function assertPolicy(answer: Exchange, holds: boolean, expected: string): void {
  const detail = { expected, received: answer.text, exchange: answer };
  assert(holds, `${describeExchange(answer)} with policies told otherwise`, detail, assertPolicy);
}
