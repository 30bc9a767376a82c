import { assert } from '../fixtures/assertions.ts';
import { describeExchange } from '../fixtures/exchange.ts';
import type { Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { type Check, caseFor } from './check.ts';
import { createSeveral, ownOn, type Page, readPage, sameMembers, walk } from './pages.ts';

/** Characters that a query may hold as they are (RFC 3986, 3.4), without those that have a meaning in forms. */
const URL_SAFE = /^[A-Za-z0-9\-._~!$'()*,;:@/?=]+$/;

/** Where the links between pages lead (Conventions, Pagination; facts 0.6). */
export const pageLinks: Check = function* (resource) {
  if (resource.limit === undefined) return;
  yield* nextLinks(resource);
  yield* previousLinks(resource);
};

function* nextLinks(resource: Resource) {
  yield* caseFor(
    resource,
    'platform-paging-next',
    'a page before the last has a next link',
    async ({ scope }) => {
      const several = await createSeveral(scope, resource);
      for (const limit of [1, 2]) {
        const pages = await walk(scope, resource, several.to(`limit=${limit}`));
        const seen = ownOn(pages, several.ids);
        const last = pages.at(-1) as Page;
        assertOn(last, seen.length === several.ids.length, 'a next link while members remain', seen);
        assertOn(pages[0] as Page, pages[0]?.next !== undefined, 'a next link', 'no next link');
      }
    },
  );
  yield* caseFor(
    resource,
    'platform-paging-next-absent-on-last',
    'the last page has no next link',
    async ({ scope }) => {
      const several = await createSeveral(scope, resource);
      const pages = await walk(scope, resource, several.to('limit=1'));
      if (!several.exact) return;
      const last = pages.at(-1) as Page;
      assertOn(last, last.ids.length > 0, 'the last members, no page behind them', 'an empty page');
      const whole = await readPage(scope, resource, several.to(`limit=${several.ids.length}`));
      // A service may give smaller pages than asked for.
      const isLast = whole.ids.length < several.ids.length || whole.next === undefined;
      assertOn(whole, isLast, 'no next link on the page with the last member', whole.next);
    },
  );
  yield* caseFor(
    resource,
    'platform-paging-next-cursor',
    'page links carry a URL-safe cursor',
    async ({ scope }) => {
      const { to } = await createSeveral(scope, resource);
      const [first, second] = await firstTwo(scope, resource, to('limit=1'));
      for (const [page, href] of [
        [first, first.next],
        [second, second.next],
        [second, second.prev],
      ] as const) {
        if (href !== undefined)
          assertOn(page, URL_SAFE.test(cursorIn(href) ?? ''), 'a URL-safe cursor', href);
      }
    },
  );
  yield* caseFor(
    resource,
    'platform-paging-same-token',
    'a next link works with nothing but the token',
    async ({ scope }) => {
      const { to } = await createSeveral(scope, resource);
      const [first, second] = await firstTwo(scope, resource, to('limit=1'));
      const isNew = second.ids.length > 0 && second.ids.every((id) => !first.ids.includes(id));
      assertOn(second, isNew, 'the members after those of the first page', second.ids);
    },
  );
}

function* previousLinks(resource: Resource) {
  yield* caseFor(
    resource,
    'platform-paging-prev',
    'a page after the first has a prev link',
    async ({ scope }) => {
      const { to } = await createSeveral(scope, resource);
      const [first, second] = await firstTwo(scope, resource, to('limit=1'));
      assertOn(second, second.prev !== undefined, 'a prev link', 'no prev link');
      assertOn(first, first.prev === undefined, 'no prev link before the first page', first.prev);
    },
  );
  yield* caseFor(
    resource,
    'platform-paging-prev-returns',
    'a prev link leads back to the members before',
    async ({ scope }) => {
      const several = await createSeveral(scope, resource);
      const [first, second] = await firstTwo(scope, resource, several.to('limit=1'));
      assertOn(second, second.prev !== undefined, 'a prev link', 'no prev link');
      const back = await readPage(scope, resource, second.prev ?? '');
      // Where others may create and delete, the page before can have become another one, but not the same again.
      const holds = several.exact
        ? sameMembers(back.ids, first.ids)
        : back.ids.length > 0 && back.ids.every((id) => !second.ids.includes(id));
      assertOn(back, holds, `the members of the first page: ${first.ids.join(', ')}`, back.ids);
    },
  );
}

/** The first page and the one its next link leads to. */
async function firstTwo(scope: Scope, resource: Resource, to: string): Promise<readonly [Page, Page]> {
  const first = await readPage(scope, resource, to);
  assertOn(first, first.next !== undefined, 'a next link', 'no next link');
  return [first, await readPage(scope, resource, first.next ?? '')];
}

/** The cursor as it stands in a link, not decoded. */
export function cursorIn(href: string): string | undefined {
  return /[?&]cursor=([^&#]*)/.exec(href)?.[1];
}

function assertOn({ exchange }: Page, holds: boolean, expected: string, received: unknown): void {
  const told = received ?? 'nothing';
  assert(
    holds,
    `${describeExchange(exchange)} without ${expected}`,
    { expected, received: told, exchange },
    assertOn,
  );
}
