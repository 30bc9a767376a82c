import type { Case } from '../../../fixtures/case.ts';
import type { Exchange } from '../../../fixtures/exchange.ts';
import { assertFilterRefused, filtered } from '../../../fixtures/filtering.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { assertRefusedWith, badRequest } from '../../../fixtures/refusals.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { countsOf, daysAgo } from './counts.ts';

/** Which filters total identities take (Read Total Identity Counts, query parameters and filter operators). */
export const totalFilters: readonly Case[] = [
  {
    title: 'both dates of a range are mandatory',
    requirements: ['prerequisites-total-identities-filter-required'],
    run: async ({ scope }) => {
      const { start, end } = await openRange(scope);
      assertRefusedWith(await scope.api.get(countsOf(scope, 'totalIdentities')), badRequest);
      for (const condition of [`startDate eq ${start}`, `endDate eq ${end}`])
        assertRefusedWith(await read(scope, condition), badRequest);
    },
  },
  {
    title: 'another operator on the dates of a range is refused',
    requirements: ['prerequisites-total-identities-filter-refuses-others'],
    run: async ({ scope }) => {
      const { start, end } = await openRange(scope);
      for (const operator of ['gt', 'ge', 'lt', 'le', 'ne', 'co', 'ew', 'sw'])
        assertFilterRefused(
          await read(scope, `startDate ${operator} ${start} and endDate ${operator} ${end}`),
        );
      for (const expression of [
        `startDate in [${start}] and endDate in [${end}]`,
        'startDate pr and endDate pr',
        `startDate eq ${start} or endDate eq ${end}`,
        `not (startDate eq ${start}) and endDate eq ${end}`,
      ])
        assertFilterRefused(await read(scope, expression));
    },
  },
];

/** The quoted dates of a range that the target takes. @throws Blocked when it does not */
async function openRange(scope: Scope): Promise<{ readonly start: string; readonly end: string }> {
  const [start, end] = [`"${daysAgo(7)}"`, `"${daysAgo(0)}"`];
  const control = await read(scope, `startDate eq ${start} and endDate eq ${end}`);
  if (control.status !== 200) throw new Blocked(`a range of dates is not taken: status ${control.status}`);
  return { start, end };
}

async function read(scope: Scope, expression: string): Promise<Exchange> {
  return scope.api.get(filtered(countsOf(scope, 'totalIdentities'), expression));
}
