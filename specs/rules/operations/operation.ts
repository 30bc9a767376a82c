import { refused } from '../../../checks/bodies.ts';
import { stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import { withValue } from '../../../fixtures/mutations/path.ts';
import { assertRefusedWith, badRequest, forbidden } from '../../../fixtures/refusals.ts';
import { operations } from '../../../resources/operations.ts';
import { assertNoRule } from './rules.ts';

/** Operations of a service, at most (API Operations). */
const MAXIMUM = 25;

/** What an operation is part of, and how many there may be (API Operations). */
export const operation: readonly Case[] = [
  ...refused(operations, {
    rows: ['api-server-operations-update-validates'],
    what: 'with a pattern that a create would refuse',
    refusal: { target: 'paths' },
    bodies: (clean) => [withValue(clean, 'paths', [{ type: 'PARAMETER', pattern: '/accounts' }])],
  }),
  {
    title: 'a service lists its own operations only',
    requirements: ['api-server-operations-own-service-only'],
    run: async ({ scope }) => {
      const made = [await scope.create(operations), await scope.create(operations)];
      for (const { given, id } of made) {
        const listed = (await scope.list(given.collection, operations.embedded)).map((member) => member.id);
        assert(listed.length === 1 && listed[0] === id, 'a service lists other operations than its own', {
          expected: `the operation ${id} alone`,
          received: listed,
        });
      }
    },
  },
  {
    title: 'an operation of a service without custom policies has no root policy',
    requirements: ['api-server-operations-policy-id-without-custom'],
    run: async ({ scope }) => {
      const { exchange, path } = await scope.create(operations);
      for (const answer of [exchange, await stateOf(scope, path)]) {
        const policy = at(answer.json, 'policy');
        const detail = { expected: 'no policy', received: answer.text, exchange: answer };
        assert(policy === undefined || policy === null, `${describeExchange(answer)} with a policy`, detail);
      }
    },
  },
  {
    title: 'two operations of a service have the same pattern',
    requirements: ['api-server-operations-paths-same-pattern-other-operation'],
    run: async ({ scope }) => {
      const given = await operations.arrange(scope);
      const body = () => ({
        name: scope.name(),
        methods: ['GET'],
        paths: [{ type: 'EXACT', pattern: '/path1' }],
      });
      await scope.create(operations, { given, body: body() });
      assertStatus(await scope.api.post(given.collection, body()), 201);
    },
  },
  {
    title: 'a replace without accessControl removes the rules',
    requirements: ['api-server-operations-access-control-cleared'],
    run: async ({ scope }) => {
      const given = await operations.arrange(scope);
      const { path } = await scope.create(operations, { given, body: operations.full(scope, given) });
      assertStatus(await scope.api.put(path, operations.body(scope, given)), 200, 201);
      assertNoRule(await scope.api.get(path), 'group', 'scope', 'permission', 'authentication');
    },
  },
  {
    title: 'a service takes 25 operations and no more',
    requirements: ['api-server-operations-quota'],
    run: async ({ scope }) => {
      const given = await operations.arrange(scope);
      for (let number = 1; number <= MAXIMUM; number += 1) {
        assertStatus(await scope.api.post(given.collection, operations.body(scope, given)), 201);
      }
      const oneMore = await scope.api.post(given.collection, operations.body(scope, given));
      assertRefusedWith(oneMore, badRequest, forbidden);
      const members = await scope.list(given.collection, operations.embedded);
      assert(members.length === MAXIMUM, `after a refused create there are ${members.length} operations`, {
        expected: `${MAXIMUM} operations`,
        received: members.map(({ name }) => name),
      });
    },
  },
];
