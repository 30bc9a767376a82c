import { ApiError } from '../../http/errors.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { always, status } from '../faults/answers.ts';
import { withoutLinks } from '../faults/documents.ts';
import { gives, omits } from '../faults/members.ts';
import { bare, embeds, members } from '../faults/pages.ts';
import { asks, query } from '../faults/requests.ts';
import type { Where } from '../where.ts';
import { counts, metrics } from './identityPlaces.ts';

const row = (name: string) => `prerequisites-active-identity-counts-${name}`;
const missing = { id: 'none', code: 'NOT_FOUND', message: 'Nobody signed on.' };
const dayMs = 24 * 3_600_000;

/** What a server can do wrong with the numbers of identities that were active. */
export const activeIdentityCountsDefects = defectsOf({
  [row('read-200')]: [
    ['finds no counts where nobody signed on', always(counts, 404, missing)],
    ['answers 206 to counts of active identities', status(counts, 200, 206)],
    ['answers counts of active identities as a bare array', bare(counts)],
    ['answers counts of active identities without links', withoutLinks(counts)],
    [
      'shows counts of active identities by their dates',
      embeds(counts, (name, all) => ({ [name]: Object.fromEntries(all.map((one) => [one.startDate, one])) })),
    ],
  ],
  [row('filter-required')]: [
    ['counts everything where active identities are not filtered', fillsFilter(counts)],
    ['counts everything where metrics of active identities are not filtered', fillsFilter(metrics)],
    ['answers 404 to counts of active identities without a filter', status(counts, 400, 404)],
  ],
  [row('by-date-range-200')]: [
    [
      'ends a period of active identities in the future',
      gives(metrics, 'endDate', (date: string) => later(date, 3)),
    ],
    [
      'ends a period of active identities before it starts',
      gives(metrics, 'endDate', (date: string) => later(date, -2)),
    ],
    ['does not tell when a period of active identities starts', omits(metrics, 'startDate')],
    [
      'tells the start of a period of active identities as a number',
      gives(metrics, 'startDate', (date: string) => Date.parse(date)),
    ],
    ['finds no metrics where nobody signed on', always(metrics, 404, missing)],
    [
      'fails when metrics of active identities have no sampling period',
      asks(metrics, (_request, { query: asked }) => {
        if (!asked.has('samplingPeriod'))
          throw new ApiError(422, 'INVALID_REQUEST', 'There is no sampling period.');
      }),
    ],
    [
      'ends a period of active identities too early where it is told how long one is',
      gives(metrics, 'endDate', (date: string, { query: asked }) =>
        asked.has('samplingPeriod') ? later(date, -2) : date,
      ),
    ],
  ],
  [row('limit')]: [
    ['lists counts of active identities whatever the limit', query(counts, 'limit')],
    ['lists metrics of active identities whatever the limit', query(metrics, 'limit')],
    [
      'lists one count of active identities more than the limit',
      query(counts, 'limit', (limit) => String(Number(limit) + 1)),
    ],
    [
      'refuses to list 24 periods of active identities',
      asks(metrics, (_request, { query: asked }) => {
        if (asked.get('limit') === '24')
          throw new ApiError(400, 'INVALID_REQUEST', 'The limit is too large.');
      }),
    ],
    [
      'answers 416 to a limit of no counts of active identities',
      asks(counts, (_request, { query: asked }) => {
        if (asked.get('limit') === '0') throw new ApiError(416, 'INVALID_REQUEST', 'The limit is too small.');
      }),
    ],
  ],
  [row('order')]: [
    ['does not order metrics of active identities', query(metrics, 'order')],
    [
      'turns the order of metrics of active identities round',
      query(metrics, 'order', (order) => (order.startsWith('-') ? order.slice(1) : `-${order}`)),
    ],
    [
      'orders the first two metrics of active identities the wrong way',
      members(metrics, ([one, other, ...rest]) => [other ?? {}, one ?? {}, ...rest]),
    ],
    [
      'refuses to order metrics of active identities downwards',
      asks(metrics, (_request, { query: asked }) => {
        if (asked.get('order') === '-startDate')
          throw new ApiError(400, 'INVALID_REQUEST', 'The order is not known.');
      }),
    ],
  ],
  [row('filter-refuses-others')]: [
    ...['gt', 'lt', 'le', 'ne', 'co', 'ew', 'sw', 'in'].map(
      (operator) =>
        [
          `takes ${operator} in filters of active identities for ge`,
          query(counts, 'filter', (text) =>
            text.replace(new RegExp(`startDate ${operator} \\[?("[^"]*")\\]?`), 'startDate ge $1'),
          ),
        ] as const,
    ),
    [
      'counts active identities since any start date that is there',
      query(counts, 'filter', (text) =>
        text.replace('startDate pr', `startDate ge "${later(new Date().toISOString(), -9)}"`),
      ),
    ],
    [
      'reads the first of two conditions on active identities only',
      query(counts, 'filter', (text) => text.replace(/\((.*) or [^)]*\)/, '$1')),
    ],
    [
      'overlooks not in filters of active identities',
      query(counts, 'filter', (text) => text.replace(/not \(([^)]*)\)/, '$1')),
    ],
  ],
});

function later(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString();
}

function fillsFilter(where: Where): Fault {
  return asks(where, (request, asked) => {
    if (asked.query.has('filter')) return;
    const filter = encodeURIComponent(`startDate ge "${later(new Date().toISOString(), -30)}"`);
    request.raw.url = `${asked.path}?filter=${filter}`;
  });
}
