import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { filtered } from '../../../fixtures/filtering.ts';
import { instantOf, isInstant } from '../../../fixtures/instant.ts';
import { assertRefusedWith, badRequest } from '../../../fixtures/refusals.ts';
import { COUNTS_PATHS, countsOf, DAY_MS, firstRead, knownForm, periodsIn, sinceAMonth } from './counts.ts';

const BY_DATE_RANGE = 'prerequisites-active-identity-counts-by-date-range-200';

/** How many identities were active (Read Active Identity Counts, and the same by Date Range). */
export const active: readonly Case[] = [
  {
    title: 'active identities are counted for a start date and a sampling period',
    requirements: ['prerequisites-active-identity-counts-read-200'],
    run: async ({ scope }) => {
      const { exchange } = await firstRead(scope, 'activeIdentityCounts');
      scope.observe(
        'reading',
        'activeIdentityCounts',
        new URL(exchange.request.url).search.replace(/\d{4}-.*Z/, '…'),
      );
      periodsIn(exchange);
    },
  },
  {
    title: 'active identities are counted for each day, none of which ends in the future',
    requirements: [BY_DATE_RANGE],
    run: async ({ scope }) => {
      const { exchange } = await firstRead(scope, 'metrics/activeIdentityCounts');
      for (const period of periodsIn(exchange)) assertPeriod(exchange, period);
    },
  },
  {
    title: 'a read by date range without a sampling period is answered or refused',
    requirements: [BY_DATE_RANGE],
    run: async ({ scope }) => {
      await knownForm(scope, 'metrics/activeIdentityCounts');
      const to = filtered(countsOf(scope, 'metrics/activeIdentityCounts'), sinceAMonth());
      const list = await scope.api.get(to);
      scope.observe('reading', 'metrics/activeIdentityCounts', `without a sampling period: ${list.status}`);
      if (list.status === 200) for (const period of periodsIn(list)) assertPeriod(list, period);
      else assertRefusedWith(list, badRequest);
    },
  },
  ...COUNTS_PATHS.flatMap((path): Case[] => [
    {
      title: `a page of ${path} holds no more periods than its limit`,
      requirements: ['prerequisites-active-identity-counts-limit'],
      run: async ({ scope }) => {
        const form = await knownForm(scope, path);
        for (const limit of [1, 24, 100, 0]) {
          const list = await scope.api.get(form(sinceAMonth(), `&limit=${limit}`));
          // Documents disagree on the largest limit; a limit of nothing is refused or replaced.
          if (limit % 100 === 0 && list.status !== 200) assertRefusedWith(list, badRequest);
          else assertAtMost(list, limit === 0 ? Number.POSITIVE_INFINITY : limit);
        }
      },
    },
  ]),
  {
    title: 'periods are ordered by their start, in both directions',
    requirements: ['prerequisites-active-identity-counts-order'],
    run: async ({ scope }) => {
      const form = await knownForm(scope, 'metrics/activeIdentityCounts');
      for (const [order, sign] of [
        ['startDate', 1],
        ['-startDate', -1],
      ] as const) {
        const list = await scope.api.get(form(sinceAMonth(), `&order=${order}`));
        assertStatus(list, 200);
        const starts = periodsIn(list).map((period) => instantOf(at(period, 'startDate')));
        const ordered = [...starts].sort((a, b) => sign * (a - b));
        assert(starts.join() === ordered.join(), `${describeExchange(list)} in another order`, {
          expected: `periods in the order ${order}`,
          received: list.text,
          exchange: list,
        });
      }
    },
  },
];

/** Demands dates, an end behind the start, and one that is at most a day ahead. */
function assertPeriod(exchange: Exchange, period: unknown): void {
  const [start, end] = [at(period, 'startDate'), at(period, 'endDate')];
  const ends = end === undefined || (isInstant(end) && instantOf(end) > instantOf(start));
  const isPast = end === undefined || instantOf(end) <= exchange.sentAtMs + DAY_MS;
  assert(
    isInstant(start) && ends && isPast,
    `${describeExchange(exchange)} with a period that cannot be`,
    { expected: 'startDate and a later endDate, at most one day ahead', received: period, exchange },
    assertPeriod,
  );
}

function assertAtMost(list: Exchange, limit: number): void {
  const { length } = periodsIn(list);
  assert(
    length <= limit,
    `${describeExchange(list)} with ${length} periods`,
    { expected: `at most ${limit}`, received: length, exchange: list },
    assertAtMost,
  );
}
