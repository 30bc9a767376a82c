import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { describeExchange } from '../../../fixtures/exchange.ts';
import { assertRefusedWith, badRequest, forbidden } from '../../../fixtures/refusals.ts';
import { decisionEndpoints } from '../../../resources/decisionEndpoints.ts';
import { dedicatedEnvironment } from '../dedicatedEnvironment.ts';
import { collectionOf, listEndpoints } from './endpoint.ts';

/** Endpoints of one environment, at most; the three default ones may come on top (admin guide). */
const MAXIMUM = 30;
const DEFAULTS = 3;

/** What a new environment has, and how much it takes. */
export const environment: readonly Case[] = [
  {
    title: 'the endpoints that a new environment shows can be read',
    requirements: ['decision-endpoints-default-endpoints'],
    run: async ({ scope }) => {
      const inside = await dedicatedEnvironment(scope);
      const members = await listEndpoints(inside);
      scope.observe('reading', 'the endpoints of a new environment', String(members.length));
      assertStatus(await scope.api.get(collectionOf(inside)), 200);
      for (const { id } of members) {
        assertStatus(await scope.api.get(`${collectionOf(inside)}/${String(id)}`), 200);
      }
    },
  },
  {
    title: 'an environment takes 30 endpoints and no more',
    requirements: ['decision-endpoints-quota'],
    run: async ({ scope }) => {
      const inside = await dedicatedEnvironment(scope);
      const defaults = (await listEndpoints(inside)).length;
      const given = await decisionEndpoints.arrange(inside);
      const create = () => scope.api.post(given.collection, decisionEndpoints.body(inside, given));
      let answer = await create();
      for (let created = 1; answer.status === 201 && created <= MAXIMUM; created += 1)
        answer = await create();
      const total = (await listEndpoints(inside)).length;
      const allowed = [MAXIMUM, MAXIMUM + Math.min(defaults, DEFAULTS)];
      assert(allowed.includes(total), `${describeExchange(answer)} when there were ${total} endpoints`, {
        expected: `a refusal when there are ${allowed.join(' or ')}`,
        received: `${total} endpoints, ${defaults} of them from the beginning`,
        exchange: answer,
      });
      assertRefusedWith(answer, badRequest, forbidden);
    },
  },
];
