import { recentDecisions } from '../../collections/recentDecisions.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { always, body, status } from '../faults/answers.ts';
import { keepsOf, recordsAs } from '../faults/history.ts';
import { confuses } from '../faults/identity.ts';
import { gives } from '../faults/members.ts';
import { bare, embeds, members, pageLink } from '../faults/pages.ts';
import { query } from '../faults/requests.ts';
import { together } from '../faults/state.ts';
import { list, nobody, read } from './places.ts';

/** What a server can do wrong with the order of recent decisions, their number and their pages. */
export const history = defectsOf({
  'recent-decisions-list-200': [
    ['answers 204 to a list of recent decisions', always(list, 204)],
    ['answers 201 to a list of recent decisions', status(list, 200, 201)],
    ['lists recent decisions without a document around them', bare(list)],
  ],
  'recent-decisions-read-200': [
    [
      'finds no recent decision by its id',
      always(read, 404, { id: nobody, code: 'NOT_FOUND', message: 'Nothing.' }),
    ],
    ['reads the newest decision whatever the id', confuses(recentDecisions, read, (all) => all.at(-1))],
    ['reads the oldest decision whatever the id', confuses(recentDecisions, read, ([oldest]) => oldest)],
    ['reads another decision than it lists', gives(read, 'decisionResponse.decision', 'NOT_APPLICABLE')],
    ['answers 201 to a read of a recent decision', status(read, 200, 201)],
  ],
  'recent-decisions-newest-first': [
    [
      'lists the oldest decision first',
      ordered((parts) => parts.change(recentDecisions, { standardOrder: 'requestedAt' })),
    ],
    [
      'lists the newest decision last',
      ordered(members(list, (all) => [...all.slice(1), ...all.slice(0, 1)])),
    ],
    [
      'lists the newest decision second',
      ordered(members(list, (all) => [...all.slice(1, 2), ...all.slice(0, 1), ...all.slice(2)])),
    ],
  ],
  'recent-decisions-page-of-20': [
    [
      'puts 21 decisions on a page',
      together(
        keepsOf((all) => all),
        pages(21),
      ),
    ],
    [
      'puts every decision on one page',
      together(
        keepsOf((all) => all),
        pages(1000),
      ),
    ],
    [
      'ends the first page of 20 decisions without a next link',
      together(
        keepsOf((all) => all),
        pageLink(list, 'next'),
      ),
    ],
  ],
  'recent-decisions-history-of-20': [
    ['keeps the latest 10 decisions', keepsOf((all) => all.slice(-10))],
    ['keeps the latest 19 decisions', keepsOf((all) => all.slice(-19))],
    ['keeps the first 20 decisions', keepsOf((all) => all.slice(0, 20))],
    ['keeps the oldest decision in the place of the one after it', keepsOf(withOldest)],
    [
      'lists the oldest of 21 decisions first',
      together(
        keepsOf((all) => all),
        oldestFirst(),
      ),
    ],
  ],
  'recent-decisions-list-embedded': [
    ['lists recent decisions as decisions', embeds(list, (_name, all) => ({ decisions: all }))],
    [
      'lists a single decision without an array',
      embeds(list, (name, all) => ({ [name]: all.length === 1 ? all[0] : all })),
    ],
    [
      'lists recent decisions under their ids',
      embeds(list, (name, all) => ({ [name]: Object.fromEntries(all.map((one) => [String(one.id), one])) })),
    ],
  ],
  'recent-decisions-list-size': [
    [
      'tells the number of all decisions as the size of a page',
      page((sizes) => ({ ...sizes, size: sizes.count })),
    ],
    [
      'tells the limit as the size of a page',
      page((sizes, limit) => ({ ...sizes, size: limit ?? sizes.size })),
    ],
    ['counts one decision less than it shows', page(({ size }) => ({ size, count: Number(size) - 1 }))],
  ],
  'recent-decisions-limit': [
    ['ignores the limit of recent decisions', query(list, 'limit')],
    [
      'puts one decision more than the limit on a page',
      query(list, 'limit', (limit) => String(Number(limit) + 1)),
    ],
    ['ends the recent decisions with the first page', pageLink(list, 'next')],
  ],
  'recent-decisions-cursor': [
    ['begins every page of decisions with the last of the one before', repeatsLast()],
    ['begins every page of decisions anew', query(list, 'cursor')],
    [
      'leaves the first decision of every later page out',
      members(list, (all, { query: asked }) => (asked.has('cursor') ? all.slice(1) : all)),
    ],
    ['leads from the last page of decisions to itself', leadsOn()],
  ],
});

type Sizes = { readonly size?: unknown; readonly count?: unknown };

/** Decisions of one instant may stand in either order: a second lies between those of this fault. */
function ordered(fault: Fault): Fault {
  return (parts) => {
    let number = 0;
    const later = (time: string) => new Date(Date.parse(time) + 1000 * number++).toISOString();
    const apart = recordsAs((decision) => ({ ...decision, requestedAt: later(decision.requestedAt) }));
    together(apart, fault)(parts);
  };
}

function withOldest<T>(all: readonly T[]): readonly T[] {
  return all.length > 20 ? [...all.slice(0, 1), ...all.slice(2)] : all;
}

function oldestFirst(): Fault {
  return together(
    pages(1000),
    members(list, (all) => (all.length > 20 ? [...all.slice(-1), ...all.slice(0, -1)] : all)),
  );
}

function pages(standard: number): Fault {
  return (parts) => parts.change(recentDecisions, { page: { maximum: 1000, standard } });
}

function page(as: (sizes: Sizes, limit: number | undefined) => Sizes): Fault {
  return body(list, (json, { query: asked }) => {
    const limit = asked.get('limit');
    Object.assign(
      json,
      as({ size: json.size, count: json.count }, limit === null ? undefined : Number(limit)),
    );
  });
}

function repeatsLast(): Fault {
  return (parts) => {
    let last: Readonly<Record<string, unknown>> | undefined;
    members(list, (all, { query: asked }) => {
      const before = asked.has('cursor') && last !== undefined ? [last] : [];
      last = all.at(-1);
      return [...before, ...all];
    })(parts);
  };
}

function leadsOn(): Fault {
  return body(list, (json, { query: asked }) => {
    const links = json._links as { self: { href: string }; next?: { href: string } };
    if (asked.has('cursor')) links.next ??= links.self;
  });
}
