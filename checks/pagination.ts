import { assert } from '../fixtures/assertions.ts';
import { at, describeExchange } from '../fixtures/exchange.ts';
import type { Resource } from '../fixtures/resource.ts';
import { type Check, caseFor } from './check.ts';
import { createSeveral, ownOn, type Page, readPage, type Several, sameMembers, walk } from './pages.ts';

/** What pages hold and how they tell about themselves (Conventions, Pagination; facts 0.6). */
export const pagination: Check = function* (resource) {
  yield* caseFor(
    resource,
    'platform-paging-default',
    'a read without limit shows or leads to every member',
    async ({ scope }) => {
      const { given, ids } = await createSeveral(scope, resource);
      const pages = await walk(scope, resource, given.collection);
      assertComplete({ ids, exact: resource.parent !== undefined }, pages);
    },
  );
  if (resource.limit !== undefined) yield* limited(resource);
  yield* totals(resource);
};

function* limited(resource: Resource) {
  yield* caseFor(
    resource,
    'platform-paging-limit',
    'a page holds no more than its limit',
    async ({ scope }) => {
      const several = await createSeveral(scope, resource);
      for (const limit of [1, 2]) {
        const pages = await walk(scope, resource, several.to(`limit=${limit}`));
        for (const page of pages) {
          assertPage(page, page.ids.length <= limit, `at most ${limit} members`, page.ids);
        }
      }
    },
  );
  yield* caseFor(
    resource,
    'platform-paging-complete',
    'the next links visit every member once',
    async ({ scope }) => {
      const several = await createSeveral(scope, resource, 4);
      for (const limit of [1, 2, 3]) {
        assertComplete(several, await walk(scope, resource, several.to(`limit=${limit}`)));
      }
    },
  );
}

function* totals(resource: Resource) {
  yield* caseFor(
    resource,
    'platform-paging-count',
    'count is the number of all members',
    async ({ scope }) => {
      const several = await createSeveral(scope, resource);
      for (const to of [several.to(), ...(resource.limit === undefined ? [] : [several.to('limit=1')])]) {
        const first = await readPage(scope, resource, to);
        const count = at(first.exchange.json, 'count');
        if (count === undefined) continue;
        // A single page is the whole collection; of several, only the case's own members are certain to be there.
        const isWhole = first.next === undefined && first.prev === undefined;
        const total = several.exact ? several.ids.length : first.ids.length;
        const holds = isWhole || several.exact ? count === total : Number(count) >= several.ids.length;
        assertPage(first, Number.isInteger(count) && holds, `a count of ${total}`, count);
      }
    },
  );
  yield* caseFor(
    resource,
    'platform-paging-size',
    'size is the number of members on the page or its limit',
    async ({ scope }) => {
      const several = await createSeveral(scope, resource);
      for (const limit of [undefined, ...(resource.limit === undefined ? [] : [1, 2])]) {
        const to = limit === undefined ? several.to() : several.to(`limit=${limit}`);
        for (const page of await walk(scope, resource, to)) {
          const size = at(page.exchange.json, 'size');
          // The service's own maximum is not documented everywhere, so without a limit any larger size may be it.
          const atLimit = limit === undefined ? Number(size) >= page.ids.length : size === limit;
          const holds =
            size === undefined || (Number.isInteger(size) && (size === page.ids.length || atLimit));
          assertPage(page, holds, `a size of ${page.ids.length} or the limit in force`, size);
        }
      }
    },
  );
}

/** Demands each own member once, and nothing else where the read shows no others. */
function assertComplete({ ids, exact }: Pick<Several, 'ids' | 'exact'>, pages: readonly Page[]): void {
  const seen = exact ? pages.flatMap((page) => page.ids) : ownOn(pages, ids);
  assert(
    sameMembers(seen, ids),
    `${pages.length} pages of ${new URL(pages[0]?.exchange.request.url ?? '').pathname} miss or repeat members`,
    { expected: `each once: ${ids.join(', ')}`, received: seen, exchange: pages.at(-1)?.exchange },
    assertComplete,
  );
}

function assertPage(page: Page, holds: boolean, expected: string, received: unknown): void {
  const { exchange } = page;
  assert(
    holds,
    `${describeExchange(exchange)} without ${expected}`,
    { expected, received, exchange },
    assertPage,
  );
}
