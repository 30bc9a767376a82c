import { assert, assertStatus } from '../fixtures/assertions.ts';
import { at, describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { filtered } from '../fixtures/filtering.ts';
import type { Given, Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { hrefOf, membersOf } from './documents.ts';
import { filteredMembers } from './samples.ts';

/** One answer of a paged read. */
export type Page = {
  readonly exchange: Exchange;
  readonly ids: readonly string[];
  readonly next: string | undefined;
  readonly prev: string | undefined;
};

/** Members that a case created, and where to read them. */
export type Several = {
  readonly given: Given;
  readonly ids: readonly string[];
  /** The address of a read with the given query parameters: `limit=1`. */
  readonly to: (parameters?: string) => string;
  /**
   * Whether the read shows the case's own members and no others: below a parent of its own, or through a filter.
   * Otherwise other cases may create and delete members of the same collection meanwhile, and only what
   * concerns the case's own can be judged.
   */
  readonly exact: boolean;
};

/** What a walk needs to know of a resource. */
type Members = Pick<Resource, 'embedded'>;

/** More pages than a collection of a sandbox has members. */
const PAGE_LIMIT = 5000;

/**
 * Creates members and finds the narrowest read that shows them.
 * @throws Blocked when they cannot be created
 */
export async function createSeveral(scope: Scope, resource: Resource, count = 3): Promise<Several> {
  const given = await resource.arrange(scope);
  const { collection } = given;
  const filter = resource.filters?.find(({ sample }) => sample !== undefined);
  if (resource.parent === undefined && filter !== undefined) {
    const { expression, made } = await filteredMembers(scope, resource, given, filter, count);
    const ids = made.map(({ id }) => id);
    const narrow = filtered(collection, expression);
    const exact = sameMembers(membersOf(await scope.api.get(narrow), resource.embedded).map(idOf), ids);
    // A filter that is refused or ignored is judged elsewhere.
    return { given, ids, to: addressOf(exact ? narrow : collection), exact };
  }
  const ids: string[] = [];
  while (ids.length < count) ids.push((await scope.create(resource, { given })).id);
  return { given, ids, to: addressOf(collection), exact: resource.parent !== undefined };
}

/** Demands a page of a collection. @param to below the base of the API, or a link */
export async function readPage(scope: Scope, resource: Members, to: string): Promise<Page> {
  const exchange = await scope.api.get(to);
  assertStatus(exchange, 200);
  assert(
    Array.isArray(at(exchange.json, `_embedded.${resource.embedded}`)),
    `${describeExchange(exchange)} without members`,
    { expected: `an array in _embedded.${resource.embedded}`, received: exchange.text, exchange },
    readPage,
  );
  const ids = membersOf(exchange, resource.embedded).map(idOf);
  return { exchange, ids, next: hrefOf(exchange.json, 'next'), prev: hrefOf(exchange.json, 'prev') };
}

/** Reads a page and all that follow it by their next links. Demands that the walk ends. */
export async function walk(scope: Scope, resource: Members, to: string): Promise<readonly Page[]> {
  const pages = [await readPage(scope, resource, to)];
  const visited = new Set<string>();
  for (let next = pages[0]?.next; next !== undefined; next = pages.at(-1)?.next) {
    assert(
      !visited.has(next) && pages.length < PAGE_LIMIT,
      `the next links of ${to} lead in a circle`,
      { expected: 'a page without a next link', received: next, exchange: pages.at(-1)?.exchange },
      walk,
    );
    visited.add(next);
    pages.push(await readPage(scope, resource, next));
  }
  return pages;
}

/** The ids on pages that are among the given ones, in their order. */
export function ownOn(pages: readonly Page[], ids: readonly string[]): readonly string[] {
  return pages.flatMap((page) => page.ids).filter((id) => ids.includes(id));
}

/** Whether two lists hold the same ids, each once, in any order. */
export function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && new Set(a).size === a.length && a.every((id) => b.includes(id));
}

function addressOf(base: string): Several['to'] {
  const sign = base.includes('?') ? '&' : '?';
  return (parameters) => (parameters === undefined ? base : base + sign + parameters);
}

function idOf(member: Record<string, unknown>): string {
  return String(member.id);
}
