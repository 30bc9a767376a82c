import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { assertRefusedWith, badRequest, forbidden } from '../../../fixtures/refusals.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { apiServers } from '../../../resources/apiServers.ts';
import { environments } from '../../../resources/environments.ts';
import { resources } from '../../../resources/resources.ts';

/** API services of one environment, at most (admin guide, limits; API Services). */
const MAXIMUM = 25;

/** The time that a new environment is given until it can be worked in (facts 0.10). */
const NEW_ENVIRONMENT_LIMIT_MS = 30_000;

/** How many API services there may be. */
export const quota: readonly Case[] = [
  {
    title: 'an environment takes 25 services and no more',
    requirements: ['api-servers-quota'],
    run: async ({ scope }) => {
      const inside = await newEnvironment(scope);
      const collection = `${inside.environment}/apiServers`;
      for (let number = 1; number <= MAXIMUM; number += 1) {
        const given = await apiServers.arrange(inside);
        assertStatus(await scope.api.post(collection, apiServers.body(inside, given)), 201);
      }
      const given = await apiServers.arrange(inside);
      const oneMore = await scope.api.post(collection, apiServers.body(inside, given));
      assertRefusedWith(oneMore, badRequest, forbidden);
      const members = await scope.list(collection, apiServers.embedded);
      assert(members.length === MAXIMUM, `after a refused create there are ${members.length} services`, {
        expected: `${MAXIMUM} services`,
        received: members.map(({ name }) => name),
      });
    },
  },
];

/** A sandbox of its own with PingOne Authorize among its products, ready to be worked in. */
async function newEnvironment(scope: Scope): Promise<Scope> {
  const given = await environments.arrange(scope);
  const products = ['PING_ONE_BASE', 'PING_ONE_AUTHORIZE'].map((type) => ({ type }));
  const body = { ...environments.body(scope, given), billOfMaterials: { products } };
  const { id } = await scope.create(environments, { given, body });
  const inside = scope.within(id);
  const ready = await settled(
    scope,
    NEW_ENVIRONMENT_LIMIT_MS,
    () => scope.api.post(`${inside.environment}/resources`, resources.body(inside, given)),
    ({ status }) => status === 201,
  );
  if (ready.status !== 201)
    throw new Blocked(`a new environment cannot be worked in: status ${ready.status}`);
  return inside;
}
