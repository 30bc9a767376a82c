import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { operations } from '../../../resources/operations.ts';

/** The values of `expand`, each with the prerequisite whose id the embedded resource has. */
const KINDS = [
  { value: 'groups', id: 'groupID', row: 'api-server-operations-expand-groups' },
  { value: 'scopes', id: 'scopeID', row: 'api-server-operations-expand-scopes' },
  {
    value: 'authenticationPolicies',
    id: 'signOnPolicyID',
    row: 'api-server-operations-expand-authentication-policies',
  },
] as const;

/** What `expand` adds to an operation that is read (Read One API Operation, query parameters). */
export const expansion: readonly Case[] = [
  ...KINDS.map(({ value, id, row }): Case => {
    return {
      title: `expand embeds the ${value} of a rule`,
      requirements: [row],
      run: async ({ scope }) => {
        const { path, given } = await withRules(scope);
        assertEmbedded(await scope.api.get(`${path}?expand=${value}`), value, given.ids[id]);
      },
    };
  }),
  {
    title: 'expand takes several values separated by commas',
    requirements: ['api-server-operations-expand-several'],
    run: async ({ scope }) => {
      const { path, given } = await withRules(scope);
      const read = await scope.api.get(`${path}?expand=groups,scopes`);
      assertEmbedded(read, 'groups', given.ids.groupID);
      assertEmbedded(read, 'scopes', given.ids.scopeID);
    },
  },
  {
    title: 'nothing is embedded without expand',
    requirements: ['api-server-operations-expand-none'],
    run: async ({ scope }) => {
      const { path } = await withRules(scope);
      const read = await scope.api.get(path);
      assertStatus(read, 200);
      for (const { value } of KINDS) {
        const embedded = at(read.json, `_embedded.${value}`);
        const detail = { expected: `no _embedded.${value}`, received: embedded, exchange: read };
        assert(embedded === undefined, `${describeExchange(read)} with ${value} embedded`, detail);
      }
    },
  },
  {
    title: 'expand embeds nothing where there is no rule',
    requirements: ['api-server-operations-expand-without-rule'],
    run: async ({ scope }) => {
      const { path } = await scope.create(operations);
      const read = await scope.api.get(`${path}?expand=${KINDS.map(({ value }) => value).join(',')}`);
      assertStatus(read, 200);
      for (const { value } of KINDS) {
        const embedded = at(read.json, `_embedded.${value}`) ?? [];
        const detail = { expected: `_embedded.${value} absent or empty`, received: embedded, exchange: read };
        const empty = Array.isArray(embedded) && embedded.length === 0;
        assert(empty, `${describeExchange(read)} with ${value} that no rule names`, detail);
      }
    },
  },
];

/** An operation with a rule of every kind that can be expanded. */
async function withRules(scope: Scope): Promise<Made> {
  const given = await operations.arrange(scope);
  return scope.create(operations, { given, body: operations.full(scope, given) });
}

function assertEmbedded(read: Exchange, value: string, id: string | undefined): void {
  assertStatus(read, 200);
  const embedded = at(read.json, `_embedded.${value}`);
  assert(
    Array.isArray(embedded) && embedded.some((member) => at(member, 'id') === id),
    `${describeExchange(read)} without the ${value} of its rule`,
    { expected: `_embedded.${value} with ${String(id)}`, received: read.text, exchange: read },
    assertEmbedded,
  );
}
