import { invalidData } from '../http/errors.ts';
import type { Query } from '../http/query.ts';
import type { Entry } from '../store/shelf.ts';
import { invalid, outOfRange } from '../validation/faults.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';

/** How large the pages of a collection are: the largest limit, and the one used when none is asked for. */
export type PageLimits = { readonly maximum: number; readonly standard: number };

/** What a list request asks for. */
export type PageRequest = {
  readonly filter: string | undefined;
  readonly order: string | undefined;
  readonly limit: number;
  readonly cursor: Cursor | undefined;
};

/** One page: its entries and the cursors of its neighbours, where there are any. */
export type Page<T> = {
  readonly entries: readonly Entry<T>[];
  readonly next: string | undefined;
  readonly previous: string | undefined;
};

/** Text by which a list is sorted before its order of creation. */
export type SortKey<T> = (entry: Entry<T>) => string;

/**
 * Reads limit, cursor, filter and order (facts 0.6). A cursor brings its own limit, filter and order along, so that a
 * page link works alone.
 * @throws ApiError 400 for a limit outside the documented range, or a cursor of another list or of our own making
 */
export function readPageRequest(secret: Buffer, path: string, query: Query, limits: PageLimits): PageRequest {
  const cursor = readOwnCursor(secret, path, query);
  return {
    filter: query.get('filter') ?? (cursor?.filter || undefined),
    order: query.get('order') ?? (cursor?.order || undefined),
    limit: readLimit(query.get('limit'), limits) ?? cursor?.limit ?? limits.standard,
    cursor,
  };
}

/**
 * Cuts one page out of all entries of a result, which are sorted by `sortKey` (downwards when the order begins with a
 * minus sign), then by age. Edges are positions in that order, not counts, so a removal between pages loses nothing.
 */
export function cutPage<T>(
  secret: Buffer,
  path: string,
  entries: readonly Entry<T>[],
  request: PageRequest,
  sortKey: SortKey<T>,
): Page<T> {
  const [from, to] = bounds(entries, request, sortKey);
  const cursorAt = (entry: Entry<T> | undefined, direction: Cursor['direction'], step = 0) => {
    if (entry === undefined) return undefined;
    const { filter = '', order = '', limit } = request;
    const edge = { sortedBy: sortKey(entry), sequence: entry.sequence + step };
    return writeCursor(secret, { path, filter, order, limit, direction, ...edge });
  };
  const first = entries[from];
  return {
    entries: entries.slice(from, to),
    next: to < entries.length ? cursorAt(entries[to - 1], 'after') : undefined,
    previous: from > 0 ? (cursorAt(first, 'before') ?? cursorAt(entries.at(-1), 'before', 1)) : undefined,
  };
}

function bounds<T>(
  entries: readonly Entry<T>[],
  request: PageRequest,
  sortKey: SortKey<T>,
): [number, number] {
  const { cursor, limit } = request;
  if (cursor === undefined) return [0, Math.min(limit, entries.length)];
  const downwards = request.order?.startsWith('-') === true;
  const beyond = (entry: Entry<T>) => {
    const key = sortKey(entry);
    if (key !== cursor.sortedBy) return downwards ? key < cursor.sortedBy : key > cursor.sortedBy;
    return cursor.direction === 'after'
      ? entry.sequence > cursor.sequence
      : entry.sequence >= cursor.sequence;
  };
  const found = entries.findIndex(beyond);
  const edge = found < 0 ? entries.length : found;
  // a page before the first entry would lead nowhere: the first page takes its place
  if (cursor.direction === 'before' && edge > 0) return [Math.max(edge - limit, 0), edge];
  const from = cursor.direction === 'before' ? 0 : edge;
  return [from, Math.min(from + limit, entries.length)];
}

function readLimit(text: string | undefined, limits: PageLimits): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[0-9]{1,9}$/.test(text))
    throw invalidData([invalid('limit', 'The limit must be a positive integer.')]);
  const limit = Number(text);
  if (limit < 1 || limit > limits.maximum) throw invalidData([outOfRange('limit', 1, limits.maximum)]);
  return limit;
}

function readOwnCursor(secret: Buffer, path: string, query: Query): Cursor | undefined {
  const text = query.get('cursor');
  if (text === undefined) return undefined;
  const cursor = readCursor(secret, text);
  const filter = query.get('filter');
  const order = query.get('order');
  const own =
    cursor?.path === path &&
    (filter === undefined || filter === cursor.filter) &&
    (order === undefined || order === cursor.order);
  if (!own)
    throw invalidData([{ ...invalid('cursor', 'The cursor is not valid here.'), code: 'INVALID_PARAMETER' }]);
  return cursor;
}
