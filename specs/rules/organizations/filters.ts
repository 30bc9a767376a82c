import { walk } from '../../../checks/pages.ts';
import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { membersOf } from '../facets.ts';
import { nameFilterCases, refusedFilterCases } from '../nameFilter.ts';
import { ORGANIZATIONS, organizationId, readOwn } from './organization.ts';

/** How the list is filtered and paged (Organizations, read all; Conventions, filtering and paging). */
export const filters: readonly Case[] = [
  ...nameFilterCases({
    collection: ORGANIZATIONS,
    embedded: 'organizations',
    known: async (scope) => {
      const read = await readOwn(scope);
      assertStatus(read, 200);
      return { id: organizationId(scope), name: String(at(read.json, 'name')) };
    },
    row: 'organizations-filter-name-sw',
    noMatchRow: 'organizations-filter-name-sw-no-match',
  }),
  ...refusedFilterCases(ORGANIZATIONS, [
    {
      row: 'organizations-filter-refuses-equality',
      title: 'a filter for equality is refused',
      expressions: ['name eq "a"', 'name ne "a"'],
    },
    {
      row: 'organizations-filter-refuses-ordering',
      title: 'a filter by order is refused',
      expressions: ['name gt "a"', 'name ge "a"', 'name lt "a"', 'name le "a"'],
    },
    {
      row: 'organizations-filter-refuses-substring',
      title: 'a filter for a part of a text is refused',
      expressions: ['name co "a"', 'name ew "a"'],
    },
    {
      row: 'organizations-filter-refuses-membership',
      title: 'a filter for membership or presence is refused',
      expressions: ['name in ("a")', 'name pr'],
    },
    {
      row: 'organizations-filter-refuses-logical',
      title: 'a filter with a logical operator is refused',
      expressions: ['name sw "a" and name sw "a"', 'name sw "a" or name sw "a"', 'not (name sw "a")'],
    },
    {
      row: 'organizations-filter-refuses-other-attributes',
      title: 'a filter by another attribute is refused',
      expressions: ['id', 'description', 'createdAt', 'updatedAt', 'unknown'].map((name) => `${name} sw "a"`),
    },
  ]),
  ...[1, 5000].map(
    (limit): Case => ({
      title: `a limit of ${limit} is accepted and kept`,
      requirements: ['organizations-limit'],
      run: async ({ scope }) => {
        const page = await scope.api.get(`${ORGANIZATIONS}?limit=${limit}`);
        assert(membersOf(page, 'organizations').length <= limit, 'a page has more members than its limit', {
          expected: `at most ${limit} members`,
          received: page.text,
          exchange: page,
        });
      },
    }),
  ),
  {
    title: 'the next links visit every organization once',
    requirements: ['organizations-cursor'],
    run: async ({ scope }) => {
      const whole = (await scope.list(ORGANIZATIONS, 'organizations')).map(({ id }) => String(id));
      const pages = await walk(scope, { embedded: 'organizations' }, `${ORGANIZATIONS}?limit=1`);
      const walked = pages.flatMap(({ ids }) => ids);
      assert(
        walked.length === whole.length && whole.every((id) => walked.includes(id)),
        'the walk is not complete',
        {
          expected: whole.join(', '),
          received: walked,
        },
      );
    },
  },
];
