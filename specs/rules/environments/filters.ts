import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { filtered, quoted } from '../../../fixtures/filtering.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { membersOf } from '../facets.ts';
import { nameFilterCases, refusedFilterCases } from '../nameFilter.ts';
import { ENVIRONMENTS } from './environment.ts';

/** How the list is filtered by name (Environments, read all; Conventions, filtering). */
export const filters: readonly Case[] = [
  ...nameFilterCases({
    collection: ENVIRONMENTS,
    embedded: 'environments',
    known: async (scope) => ({ id: scope.target.environmentId, name: await targetName(scope) }),
    row: 'environments-filter-name-sw',
    noMatchRow: 'environments-filter-name-sw-no-match',
  }),
  {
    title: 'name sw compares without regard to case',
    requirements: ['environments-filter-name-sw-case'],
    run: async ({ scope }) => {
      const name = await targetName(scope);
      const text = withCaseSwapped(name);
      if (text === name) throw new Blocked(`the name ${name} has no letters to change the case of`);
      const exchange = await scope.api.get(filtered(ENVIRONMENTS, `name sw ${quoted(text)}`));
      const ids = membersOf(exchange, 'environments').map(({ value }) => value.id);
      assert(
        ids.includes(scope.target.environmentId),
        `name sw ${quoted(text)} does not find the name ${name}`,
        {
          expected: `a member with id ${scope.target.environmentId}`,
          received: ids,
          exchange,
        },
      );
    },
  },
  ...refusedFilterCases(ENVIRONMENTS, [
    {
      row: 'environments-filter-refuses-equality-on-name',
      title: 'a filter for equality of names is refused',
      expressions: ['name eq "a"', 'name ne "a"'],
    },
    {
      row: 'environments-filter-refuses-ordering',
      title: 'a filter by order is refused',
      expressions: ['name gt "a"', 'name ge "a"', 'name lt "a"', 'name le "a"'],
    },
    {
      row: 'environments-filter-refuses-substring',
      title: 'a filter for a part of a text is refused',
      expressions: ['name co "a"', 'name ew "a"'],
    },
    {
      row: 'environments-filter-refuses-membership',
      title: 'a filter for membership or presence is refused',
      expressions: ['name in ("a")', 'name pr'],
    },
    {
      row: 'environments-filter-refuses-or-not',
      title: 'a filter with or or not is refused',
      expressions: ['name sw "a" or name sw "b"', 'not (name sw "a")'],
    },
    {
      row: 'environments-filter-refuses-other-attributes',
      title: 'a filter for the beginning of another attribute is refused',
      expressions: ['id', 'description', 'region', 'type', 'createdAt', 'organization.id', 'unknown'].map(
        (attribute) => `${attribute} sw "a"`,
      ),
    },
  ]),
];

/** The name of the environment under test. */
export async function targetName(scope: Scope): Promise<string> {
  const read = await scope.api.get(scope.environment);
  assertStatus(read, 200);
  return String(at(read.json, 'name'));
}

function withCaseSwapped(text: string): string {
  return [...text].map((one) => (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase())).join('');
}
