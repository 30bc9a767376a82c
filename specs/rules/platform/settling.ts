import { stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { forbidden, notFound, type Refusals, unauthorized } from '../../../fixtures/refusals.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { applications } from '../../../resources/applications.ts';
import { environments } from '../../../resources/environments.ts';
import { resources } from '../../../resources/resources.ts';
import { scopes } from '../../../resources/scopes.ts';
import { readSecret } from '../../../resources/workers.ts';

const CREATED_LIMIT_MS = 30_000;
const DELETED_LIMIT_MS = 120_000;

/** What may be answered before something new has come everywhere (Best practices; facts 0.10). */
const NOT_YET: Refusals = { ...notFound, ...forbidden, ...unauthorized };
/** What may be answered before something deleted has gone everywhere. */
const STILL = [200, 403];

/** What depends on something new or deleted agrees with it after a while (Best practices, eventual consistency). */
export const settling: readonly Case[] = [
  {
    title: 'the secret of a new application can be read within seconds',
    requirements: ['platform-settles-within-seconds'],
    capabilities: ['worker-application-creation'],
    run: async ({ scope }) => {
      const { path } = await scope.create(applications);
      await assertComes(scope, () => readSecret(scope, path));
    },
  },
  {
    title: 'the sign-on policies of a new environment can be read within seconds',
    requirements: ['platform-settles-within-seconds'],
    capabilities: ['environment-creation'],
    run: async ({ scope }) => {
      const { path } = await scope.create(environments);
      await assertComes(scope, () => scope.api.get(`${path}/signOnPolicies`));
    },
  },
  {
    title: 'the scopes of a new resource can be read within seconds',
    requirements: ['platform-settles-within-seconds'],
    run: async ({ scope }) => {
      const { path } = await scope.create(resources);
      await assertComes(scope, () => scope.api.get(`${path}/scopes`));
    },
  },
  {
    title: 'the scope of a deleted resource is gone within two minutes',
    requirements: ['platform-settles-within-seconds'],
    run: async ({ scope }) => {
      const child = await scope.create(scopes);
      const parent = child.given.collection.replace(/\/scopes$/, '');
      await stateOf(scope, child.path);
      assertStatus(await scope.api.delete(parent), 204);
      const last = await settled(
        scope,
        DELETED_LIMIT_MS,
        async () => {
          const read = await scope.api.get(child.path);
          assertStatus(read, 404, ...STILL);
          return read;
        },
        ({ status }) => status === 404,
      );
      assertStatus(last, 404);
    },
  },
];

/** Demands that a read succeeds in time, and until then is refused as something that is not there yet. */
async function assertComes(scope: Scope, read: () => Promise<Exchange>): Promise<void> {
  const last = await settled(
    scope,
    CREATED_LIMIT_MS,
    async () => {
      const answer = await read();
      const code = String(at(answer.json, 'code'));
      assert(
        answer.status === 200 || NOT_YET[answer.status]?.includes(code) === true,
        `${describeExchange(answer)} while something new was to come`,
        { expected: '200, or 404, 403 or 401 with its code', received: answer.text, exchange: answer },
      );
      return answer;
    },
    ({ status }) => status === 200,
  );
  assertStatus(last, 200);
}
