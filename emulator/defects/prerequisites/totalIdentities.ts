import { defectsOf, type Fault } from '../defect.ts';
import { always, body, status } from '../faults/answers.ts';
import { withoutLinks } from '../faults/documents.ts';
import { gives, omits } from '../faults/members.ts';
import { embeds, members, pageLink } from '../faults/pages.ts';
import { asks, query } from '../faults/requests.ts';
import { totals } from './identityPlaces.ts';

const row = (name: string) => `prerequisites-total-identities-${name}`;
const missing = { id: 'none', code: 'NOT_FOUND', message: 'There are no identities.' };

/** What a server can do wrong with the total numbers of identities. */
export const totalIdentitiesDefects = defectsOf({
  [row('read-200')]: [
    ['finds no totals of an environment without identities', always(totals, 404, missing)],
    ['answers 206 to totals of identities', status(totals, 200, 206)],
    ['lists totals of identities as items', embeds(totals, (_name, all) => ({ items: all }))],
    ['counts identities twice a day', members(totals, (all) => [...all, ...all])],
    [
      'counts identities on each day of a month',
      members(totals, (all) => Array.from({ length: 30 }, () => all[0] ?? {})),
    ],
  ],
  [row('model')]: [
    ['counts identities of days long past', gives(totals, 'date', '2001-02-03T00:00:00.000Z')],
    [
      'counts identities of days to come',
      gives(totals, 'date', (date: string) => new Date(Date.parse(date) + 30 * 24 * 3_600_000).toISOString()),
    ],
    ['counts identities as text', gives(totals, 'totalIdentities', (count: number) => String(count))],
    ['counts fewer identities than none', gives(totals, 'totalIdentities', -1)],
    ['counts identities without a date', omits(totals, 'date')],
    ['counts days without identities', omits(totals, 'totalIdentities')],
  ],
  [row('filter-required')]: [
    [
      'counts identities until today where no end is given',
      completes(/^startDate eq "[^"]*"$/, () => `endDate eq "${ago(0)}"`),
    ],
    [
      'counts identities of a week where no start is given',
      completes(/^endDate eq "[^"]*"$/, () => `startDate eq "${ago(7)}"`),
    ],
    [
      'counts identities of a week where no range is given',
      asks(totals, (request, asked) => {
        const filter = `startDate eq "${ago(7)}" and endDate eq "${ago(0)}"`;
        if (!asked.query.has('filter'))
          request.raw.url = `${asked.path}?filter=${encodeURIComponent(filter)}`;
      }),
    ],
    ['answers 404 to totals of identities without a range', status(totals, 400, 404)],
  ],
  [row('filter-refuses-others')]: [
    ...['gt', 'ge', 'lt', 'le', 'ne', 'co', 'ew', 'sw'].map(
      (operator) =>
        [
          `takes ${operator} in filters of totals for eq`,
          query(totals, 'filter', (text) => text.replaceAll(` ${operator} `, ' eq ')),
        ] as const,
    ),
    [
      'takes in in filters of totals for eq',
      query(totals, 'filter', (text) => text.replace(/ in \[("[^"]*")\]/g, ' eq $1')),
    ],
    [
      'counts identities of any dates that are there',
      query(totals, 'filter', (text) =>
        text
          .replace('startDate pr', `startDate eq "${ago(7)}"`)
          .replace('endDate pr', `endDate eq "${ago(0)}"`),
      ),
    ],
    [
      'takes or in filters of totals for and',
      query(totals, 'filter', (text) => text.replace(' or ', ' and ')),
    ],
    [
      'overlooks not in filters of totals',
      query(totals, 'filter', (text) => text.replace(/not \(([^)]*)\)/, '$1')),
    ],
  ],
  [row('count-current')]: [
    [
      'gives the number of days as that of identities',
      body(totals, (page) => {
        page.count = page.size;
      }),
    ],
    [
      'gives no identity but the first',
      body(totals, (page) => {
        page.count = Math.min(Number(page.count), 1);
      }),
    ],
    [
      'gives the number of identities as text',
      body(totals, (page) => {
        page.count = String(page.count);
      }),
    ],
  ],
  [row('links')]: [
    ['shows totals of identities without links', withoutLinks(totals)],
    ['leaves the self link of totals of identities out', pageLink(totals, 'self')],
    [
      'links totals of identities to their environment as themselves',
      pageLink(totals, 'self', (href) => href.replace(/\/totalIdentities.*/, '')),
    ],
  ],
});

function ago(days: number): string {
  return new Date(Date.now() - days * 24 * 3_600_000).toISOString();
}

function completes(filter: RegExp, condition: () => string): Fault {
  return query(totals, 'filter', (text) => (filter.test(text) ? `${text} and ${condition()}` : text));
}
