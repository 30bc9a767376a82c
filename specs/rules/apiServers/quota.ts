import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { assertRefusedWith, badRequest, forbidden } from '../../../fixtures/refusals.ts';
import { apiServers } from '../../../resources/apiServers.ts';
import { dedicatedEnvironment } from '../dedicatedEnvironment.ts';

/** API services of one environment, at most (admin guide, limits; API Services). */
const MAXIMUM = 25;

/** How many API services there may be. */
export const quota: readonly Case[] = [
  {
    title: 'an environment takes 25 services and no more',
    requirements: ['api-servers-quota'],
    run: async ({ scope }) => {
      const inside = await dedicatedEnvironment(scope);
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
