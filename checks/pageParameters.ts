import * as fc from 'fast-check';
import { invalidCursor } from '../fixtures/arbitraries/cursor.ts';
import { invalidLimit } from '../fixtures/arbitraries/limit.ts';
import { assert } from '../fixtures/assertions.ts';
import { describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import { holdsForAll } from '../fixtures/property.ts';
import { assertRefusedWith, badRequest, notFound } from '../fixtures/refusals.ts';
import type { Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { type Check, caseFor } from './check.ts';
import { membersOf } from './documents.ts';
import { cursorIn } from './pageLinks.ts';
import { createSeveral, readPage, walk } from './pages.ts';
import { filteredMembers } from './samples.ts';

const PERMITTED = Number.POSITIVE_INFINITY;

/** What becomes of limits, cursors and filters in a paged read (Conventions, Pagination; facts 0.6). */
export const pageParameters: Check = function* (resource) {
  if (resource.limit === undefined) return;
  const bounds = resource.limit ?? { minimum: 1 };
  const largest = resource.limit?.maximum ?? PERMITTED;
  yield* caseFor(
    resource,
    'platform-paging-limit-invalid',
    'a limit outside its range is refused or replaced',
    async ({ scope }) => {
      const { given } = await createSeveral(scope, resource);
      const attempt = async (limit: string) => {
        const answer = await scope.api.get(`${given.collection}?limit=${encodeURIComponent(limit)}`);
        assertRefusedOrPage(answer, resource, largest);
      };
      const beyond = largest === PERMITTED ? [] : [String(largest + 1)];
      for (const limit of ['0', '-1', 'abc', '1.5', '', ...beyond]) await attempt(limit);
      await holdsForAll(scope, {
        name: 'limits outside the range',
        arbitrary: fc.oneof(...invalidLimit(bounds).map(({ arbitrary }) => arbitrary)),
        attempt,
      });
    },
  );
  yield* caseFor(
    resource,
    'platform-paging-cursor-invalid',
    'a cursor that was not issued is refused or ignored',
    async ({ scope }) => {
      const several = await createSeveral(scope, resource);
      const { href, cursor } = await issuedCursor(scope, resource, several.to('limit=1'));
      await holdsForAll(scope, {
        name: 'cursors that were not issued',
        arbitrary: fc.oneof(...invalidCursor(cursor).map(({ arbitrary }) => arbitrary)),
        attempt: async (wrong) => {
          const answer = await scope.api.get(href.replace(`cursor=${cursor}`, () => `cursor=${wrong}`));
          assertRefusedOrPage(answer, resource, largest, notFound);
        },
      });
    },
  );
  const filter = resource.filters?.find(({ sample }) => sample !== undefined);
  if (filter === undefined) return;
  yield* caseFor(
    resource,
    'platform-paging-filter-kept',
    'page links stay within the filter',
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      const { expression, made } = await filteredMembers(scope, resource, given, filter, 3);
      await scope.create(resource, { given });
      const to = `${given.collection}?filter=${encodeURIComponent(expression)}&limit=1`;
      const first = await scope.api.get(to);
      if (filter.mayRefuse && first.status === 400) return assertRefusedWith(first, badRequest);
      const ids = made.map(({ id }) => id);
      for (const page of await walk(scope, resource, to)) {
        assert(
          page.ids.every((id) => ids.includes(id)),
          `${describeExchange(page.exchange)} with members outside the filter`,
          { expected: `only ${ids.join(', ')}`, received: page.ids, exchange: page.exchange },
        );
      }
    },
  );
};

/** A next link and the cursor in it. @throws Blocked when there is none, which other rows judge */
async function issuedCursor(scope: Scope, resource: Resource, to: string) {
  const { next } = await readPage(scope, resource, to);
  const cursor = next === undefined ? undefined : cursorIn(next);
  if (next === undefined || cursor === undefined || cursor.length < 2) {
    throw new Blocked(`no cursor was issued for ${to}, so none can be spoilt`);
  }
  return { href: next, cursor };
}

function assertRefusedOrPage(
  answer: Exchange,
  resource: Resource,
  largest: number,
  also: Parameters<typeof assertRefusedWith>[1] = {},
): void {
  if (answer.status !== 200) assertRefusedWith(answer, badRequest, also);
  if (answer.status !== 200) return;
  const members = membersOf(answer, resource.embedded).length;
  assert(
    members <= largest,
    `${describeExchange(answer)} with ${members} members`,
    { expected: `a page of at most ${largest}`, received: `${members} members`, exchange: answer },
    assertRefusedOrPage,
  );
}
