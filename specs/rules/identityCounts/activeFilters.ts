import type { Case } from '../../../fixtures/case.ts';
import { assertFilterRefused } from '../../../fixtures/filtering.ts';
import { assertRefusedWith, badRequest } from '../../../fixtures/refusals.ts';
import { COUNTS_PATHS, countsOf, daysAgo, knownForm, sinceAMonth } from './counts.ts';

/** Which filters counts of active identities take (Read Active Identity Counts, filter operators). */
export const activeFilters: readonly Case[] = [
  ...COUNTS_PATHS.map(
    (path): Case => ({
      title: `${path} without a filter is refused`,
      requirements: ['prerequisites-active-identity-counts-filter-required'],
      run: async ({ scope }) => {
        await knownForm(scope, path);
        for (const query of ['', '?samplingPeriod=DAY'])
          assertRefusedWith(await scope.api.get(countsOf(scope, path) + query), badRequest);
      },
    }),
  ),
  {
    title: 'another operator on the start date is refused',
    requirements: ['prerequisites-active-identity-counts-filter-refuses-others'],
    run: async ({ scope }) => {
      const form = await knownForm(scope, 'activeIdentityCounts');
      for (const condition of otherConditions())
        assertFilterRefused(await scope.api.get(form(condition, '&limit=10')));
    },
  },
];

/** Of eq the documents say two things, so it is not among them. */
function otherConditions(): readonly string[] {
  const date = `"${daysAgo(30)}"`;
  const comparisons = ['gt', 'lt', 'le', 'ne', 'co', 'ew', 'sw'].map(
    (operator) => `startDate ${operator} ${date}`,
  );
  return [
    ...comparisons,
    `startDate in [${date}]`,
    'startDate pr',
    `(${sinceAMonth()} or startDate ge "${daysAgo(20)}")`,
    `not (${sinceAMonth()})`,
  ];
}
