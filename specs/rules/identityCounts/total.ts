import { stateOf } from '../../../fixtures/aftermath.ts';
import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { filtered } from '../../../fixtures/filtering.ts';
import { instantOf, isInstant } from '../../../fixtures/instant.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { environments } from '../../../resources/environments.ts';
import { users } from '../../../resources/users.ts';
import { membersOf } from '../facets.ts';
import { assertLeadsTo } from '../links.ts';
import { countsOf, DAY_MS, daysAgo } from './counts.ts';

const RANGE_DAYS = 7;
/** Unix times in milliseconds are larger than this for every day since 1973, those in seconds until 5138. */
const LARGEST_SECONDS = 1e11;
/** The row gives the number a minute to follow. */
const COUNTING_LIMIT_MS = 60_000;

/** How many identities there are (Total Identities; OpenAPI specifications). */
export const total: readonly Case[] = [
  {
    title: 'the identities are counted at most once for each day of a range',
    requirements: ['prerequisites-total-identities-read-200'],
    run: async ({ scope }) => {
      const list = await scope.api.get(weekIn(scope));
      const members = membersOf(list, 'totalIdentities');
      // A range of seven days that does not begin at midnight touches eight.
      assert(members.length <= RANGE_DAYS + 1, `${describeExchange(list)} with ${members.length} days`, {
        expected: `at most one member for each of ${RANGE_DAYS} days`,
        received: list.text,
        exchange: list,
      });
    },
  },
  {
    title: 'each day of a range has its date and a number',
    requirements: ['prerequisites-total-identities-model'],
    run: async ({ scope }) => {
      const list = await weekOf(scope);
      const [from, to] = [list.sentAtMs - (RANGE_DAYS + 1) * DAY_MS, list.sentAtMs + DAY_MS];
      for (const { value } of membersOf(list, 'totalIdentities')) {
        const { date, totalIdentities } = value;
        const day = millisecondsOf(date);
        assert(
          Number.isInteger(totalIdentities) &&
            Number(totalIdentities) >= 0 &&
            day >= from - 60_000 &&
            day <= to,
          `${describeExchange(list)} with a day that cannot be`,
          {
            expected: 'a date in the range, as ISO 8601 text or Unix time, and a number of identities',
            received: value,
            exchange: list,
          },
        );
      }
    },
  },
  {
    title: 'count, where it is given, is the present number of identities',
    requirements: ['prerequisites-total-identities-count-current'],
    run: async ({ scope }) => {
      const inside = scope.within((await scope.create(environments)).id);
      const before = at((await weekOf(inside)).json, 'count');
      const first = await inside.create(users);
      await inside.create(users, { given: first.given });
      const wanted = Number(before) + 2;
      const counted = await settled(
        inside,
        COUNTING_LIMIT_MS,
        () => weekOf(inside),
        ({ json }) => at(json, 'count') === wanted,
      );
      const count = at(counted.json, 'count');
      assert(count === undefined || count === wanted, 'count did not grow with two users', {
        expected: `no count, or ${wanted}`,
        received: counted.text,
        exchange: counted,
      });
    },
  },
  {
    title: 'the answer links to itself',
    requirements: ['prerequisites-total-identities-links'],
    run: async ({ scope }) => {
      const list = await weekOf(scope);
      assertLeadsTo(list, list.json, 'self', countsOf(scope, 'totalIdentities'));
    },
  },
];

/** The address of the days of the last week. */
function weekIn(scope: Scope): string {
  const filter = `startDate eq "${daysAgo(RANGE_DAYS)}" and endDate eq "${daysAgo(0)}"`;
  return filtered(countsOf(scope, 'totalIdentities'), filter);
}

/** Reads the days of the last week. @throws Blocked when they cannot be read, which is another row's question */
async function weekOf(scope: Scope): Promise<Exchange> {
  return stateOf(scope, weekIn(scope));
}

/** Epoch milliseconds of a date, or NaN: the page gives ISO 8601 text, the OpenAPI an integer of Unix time. */
function millisecondsOf(date: unknown): number {
  if (isInstant(date)) return instantOf(date);
  if (!Number.isInteger(date)) return typeof date === 'string' ? Date.parse(date) : Number.NaN;
  return Number(date) > LARGEST_SECONDS ? Number(date) : Number(date) * 1000;
}
