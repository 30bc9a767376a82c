import { compileFilter, unfilterable } from '../filter/compile.ts';
import type { FilterPolicy } from '../filter/policy.ts';
import type { Answer } from '../http/answer.ts';
import { invalidData, notFound } from '../http/errors.ts';
import { parseQuery, type Query } from '../http/query.ts';
import type { Call } from '../http/route.ts';
import type { Entry } from '../store/shelf.ts';
import { notAllowed } from '../validation/faults.ts';
import { type Collection, type Representation, undocumentedLimits } from './collection.ts';
import { links, withQuery } from './links.ts';
import { cutPage, readPageRequest, type SortKey } from './page.ts';
import { memberId, type Place } from './place.ts';

/**
 * The member that the path names.
 * @throws ApiError 404 when it does not exist, lies below another parent, or is out of the caller's reach
 */
export function find<T>(collection: Collection<T>, call: Call, place: Place): Entry<T> {
  const name = call.parameters[collection.item] ?? '';
  const id = collection.namedBy === undefined ? name : memberId(place, name);
  const entry = place.world.shelf<T>(place.ownerId, collection.kind).get(id);
  if (entry === undefined || !reaches(collection, entry, call)) throw notFound();
  if (collection.members === undefined && entry.parentId !== place.parentId) throw notFound();
  return entry;
}

/** Reads one member, with what `expand` asks for. */
export function read<T>(collection: Collection<T>, entry: Entry<T>, call: Call, place: Place): Answer {
  const expansions = call.search === '' ? [] : expansionsOf(collection, parseQuery(call.search));
  return { status: 200, body: represent(collection, entry, place, expansions) };
}

/**
 * Reads a page of the members.
 * @throws ApiError 400 for a filter, order, limit or cursor that the collection does not take
 */
export function list<T>(collection: Collection<T>, call: Call, place: Place): Answer {
  const query = parseQuery(call.search);
  const secret = place.world.cursorSecret;
  const path = place.url.slice(place.base.length);
  const asked = readPageRequest(secret, path, query, collection.page ?? undocumentedLimits);
  const request = { ...asked, order: asked.order ?? collection.standardOrder };
  const sortKey = sortKeyOf(collection, request.order);
  const found = sort(select(collection, request.filter, call, place), request.order, sortKey);
  const page = cutPage(secret, path, found, request, sortKey);
  const expansions = expansionsOf(collection, query);
  const neighbour = (cursor: string | undefined) =>
    cursor &&
    withQuery(place.url, [...query].filter(([name]) => name !== 'cursor').concat([['cursor', cursor]]));
  return {
    status: 200,
    body: {
      _links: links({
        self: withQuery(place.url, query),
        next: neighbour(page.next),
        prev: neighbour(page.previous),
        ...collection.listLinks?.(place),
      }),
      _embedded: {
        [collection.embedded ?? collection.kind]: page.entries.map((entry) =>
          represent(collection, entry, place, expansions),
        ),
      },
      count: found.length,
      size: page.entries.length,
    },
  };
}

function select<T>(
  collection: Collection<T>,
  filter: string | undefined,
  call: Call,
  place: Place,
): Entry<T>[] {
  const shelf = place.world.shelf<T>(place.ownerId, collection.kind);
  const members = collection.members?.(place) ?? shelf.below(place.parentId);
  const policy: FilterPolicy<Entry<T>> = collection.filters ?? unfilterable;
  const test = filter === undefined ? undefined : compileFilter(filter, policy, place);
  const selected: Entry<T>[] = [];
  for (const entry of members)
    if (reaches(collection, entry, call) && test?.(entry) !== false) selected.push(entry);
  return selected;
}

function sortKeyOf<T>(collection: Collection<T>, order: string | undefined): SortKey<T> {
  if (order === undefined || collection.orders === undefined) return () => '';
  const attribute = order.startsWith('-') ? order.slice(1) : order;
  const sortKey = Object.hasOwn(collection.orders, attribute) ? collection.orders[attribute] : undefined;
  if (sortKey === undefined) throw invalidData([notAllowed('order', Object.keys(collection.orders))]);
  return sortKey;
}

function sort<T>(entries: Entry<T>[], order: string | undefined, sortKey: SortKey<T>): Entry<T>[] {
  if (order === undefined) return entries;
  const sign = order.startsWith('-') ? -1 : 1;
  return entries.sort((one, other) => {
    const [left, right] = [sortKey(one), sortKey(other)];
    return left === right ? one.sequence - other.sequence : left < right ? -sign : sign;
  });
}

function expansionsOf<T>(collection: Collection<T>, query: Query): readonly string[] {
  const names = query.get('expand')?.split(',') ?? [];
  const known = names.filter(
    (name) => collection.expand !== undefined && Object.hasOwn(collection.expand, name),
  );
  if (collection.otherExpansion === 'refuse' && known.length < names.length)
    throw invalidData([notAllowed('expand', Object.keys(collection.expand ?? {}))]);
  return known;
}

function represent<T>(
  collection: Collection<T>,
  entry: Entry<T>,
  place: Place,
  expansions: readonly string[],
): Representation {
  const representation = collection.represent(entry, place);
  if (expansions.length === 0) return representation;
  const embedded = expansions.map((name) => [name, collection.expand?.[name]?.(entry, place)] as const);
  return { ...representation, _embedded: Object.fromEntries(embedded) };
}

function reaches<T>(collection: Collection<T>, entry: Entry<T>, call: Call): boolean {
  if (call.reach === 'everywhere') return true;
  return collection.populationOf !== undefined && call.reach.has(collection.populationOf(entry));
}
