import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { assertOnlyFilterRefused, filtered, quoted } from '../../../fixtures/filtering.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { licenseIdOf } from '../../../resources/environments.ts';
import { membersOf, type Shown } from '../facets.ts';
import { organizationId } from '../organizations/organization.ts';
import { ENVIRONMENTS } from './environment.ts';
import { targetName } from './filters.ts';

/** A filter that newer pages allow and the oldest refuses, and what its result has to be. */
type NewerFilter = {
  readonly row: string;
  readonly title: string;
  readonly expression: (scope: Scope) => Promise<string>;
  /** Whether an environment satisfies it. */
  readonly matches: (environment: Shown['value'], scope: Scope) => boolean | Promise<boolean>;
};

const table: readonly NewerFilter[] = [
  {
    row: 'environments-filter-id-eq',
    title: 'id eq finds that one environment',
    expression: async (scope) => `id eq ${quoted(scope.target.environmentId)}`,
    matches: ({ id }, scope) => id === scope.target.environmentId,
  },
  {
    row: 'environments-filter-organization-id-eq',
    title: 'organization.id eq finds the environments of the organization',
    expression: async (scope) => `organization.id eq ${quoted(organizationId(scope))}`,
    matches: (value, scope) => at(value, 'organization.id') === organizationId(scope),
  },
  {
    row: 'environments-filter-organization-id-eq',
    title: 'organization.id eq with another id finds nothing',
    expression: async (scope) => `organization.id eq ${quoted(scope.unknownId())}`,
    matches: () => false,
  },
  {
    row: 'environments-filter-license-id-eq',
    title: 'license.id eq finds the environments under the licence',
    expression: async (scope) => `license.id eq ${quoted(await licenseId(scope))}`,
    matches: async (value, scope) => licenseIdOf(value) === (await licenseId(scope)),
  },
  {
    row: 'environments-filter-license-id-eq',
    title: 'license.id eq with another id finds nothing',
    expression: async (scope) => `license.id eq ${quoted(scope.unknownId())}`,
    matches: () => false,
  },
  {
    row: 'environments-filter-status-eq',
    title: 'status eq ACTIVE finds the environments that are not pending',
    expression: async () => 'status eq "ACTIVE"',
    matches: ({ status }) => status !== 'DELETE_PENDING',
  },
  {
    row: 'environments-filter-status-eq',
    title: 'status eq DELETE_PENDING finds the environments that are pending',
    expression: async () => 'status eq "DELETE_PENDING"',
    matches: ({ status }) => status === 'DELETE_PENDING',
  },
  {
    row: 'environments-filter-and',
    title: 'and joins organization.id eq and name sw',
    expression: async (scope) =>
      `organization.id eq ${quoted(organizationId(scope))} and name sw ${quoted(await targetName(scope))}`,
    matches: async ({ name }, scope) =>
      String(name)
        .toLowerCase()
        .startsWith((await targetName(scope)).toLowerCase()),
  },
  {
    row: 'environments-filter-and',
    title: 'and finds nothing when its second condition finds nothing',
    expression: async (scope) =>
      `organization.id eq ${quoted(organizationId(scope))} and name sw ${quoted(scope.name('nobody'))}`,
    matches: () => false,
  },
  {
    row: 'environments-filter-and',
    title: 'and finds nothing when its first condition finds nothing',
    expression: async (scope) =>
      `organization.id eq ${quoted(scope.unknownId())} and name sw ${quoted(await targetName(scope))}`,
    matches: () => false,
  },
];

/**
 * Filters on which pages of different age disagree (facts 0.7): the exact result passes and a refusal passes; the
 * unfiltered list does not. Other cases make and remove environments meanwhile, so only the one under test is
 * demanded to be found.
 */
export const newerFilters: readonly Case[] = table.map(({ row, title, expression, matches }) => ({
  title,
  requirements: [row],
  run: async ({ scope }) => {
    const text = await expression(scope);
    const exchange = await scope.api.get(filtered(ENVIRONMENTS, text));
    scope.observe('reading', row, exchange.status === 200 ? 'evaluated' : 'refused');
    if (exchange.status !== 200) return assertOnlyFilterRefused(scope.api, ENVIRONMENTS, exchange);
    const found = membersOf(exchange, 'environments').map(({ value }) => value);
    for (const environment of found) {
      assert(
        await matches(environment, scope),
        `the filter ${text} finds an environment that does not satisfy it`,
        {
          expected: 'only environments that satisfy it',
          received: environment,
          exchange,
        },
      );
    }
    const own = (await scope.api.get(scope.environment)).json as Shown['value'];
    const isExpected = await matches(own, scope);
    const isFound = found.some(({ id }) => id === scope.target.environmentId);
    assert(isFound === isExpected, `the filter ${text} misses an environment that satisfies it`, {
      expected: `the environment under test among the members`,
      received: found.map(({ id }) => id),
      exchange,
    });
  },
}));

async function licenseId(scope: Scope): Promise<string> {
  const id = licenseIdOf((await scope.api.get(scope.environment)).json);
  if (id === undefined) throw new Blocked('the environment under test does not name its licence');
  return id;
}
