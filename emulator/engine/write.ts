import { randomUUID } from 'node:crypto';
import type { Answer } from '../http/answer.ts';
import { json, readObject } from '../http/body.ts';
import { insufficientPermissions, invalidData } from '../http/errors.ts';
import type { Call } from '../http/route.ts';
import type { JsonObject } from '../json/json.ts';
import { merge } from '../json/merge.ts';
import type { Entry } from '../store/shelf.ts';
import { changed } from '../store/world.ts';
import { constraint, duplicate, type Faults, invalid } from '../validation/faults.ts';
import { readModel } from '../validation/model.ts';
import type { Candidate, Collection } from './collection.ts';
import { memberId, type Place } from './place.ts';

/**
 * Creates a member. Nothing is stored unless everything is in order.
 * @throws ApiError 400 for a body that breaks a rule, or a full collection
 */
export function create<T>(collection: Collection<T>, call: Call, place: Place): Answer {
  const accepted = [json, ...(collection.alsoAccepts ?? [])];
  const body = readObject(call.body, call.contentType, accepted);
  const value = judge(collection, body, undefined, place);
  refuseBeyondQuota(collection, place);
  const id = collection.namedBy === undefined ? randomUUID() : memberId(place, collection.namedBy(value));
  const entry = place.world.entry(id, place.parentId, value);
  requireReach(collection, entry, call);
  store(collection, entry, place);
  return { status: 201, body: collection.represent(entry, place) };
}

/**
 * Replaces a member: writable properties that the body leaves out are cleared or set to their default (facts 0.2).
 * @throws ApiError 400 for a body that breaks a rule; the member is then unchanged
 */
export function replace<T>(collection: Collection<T>, entry: Entry<T>, call: Call, place: Place): Answer {
  return rewrite(collection, entry, readObject(call.body, call.contentType, [json]), place);
}

/** Changes the properties that the body names and no others; null clears one (facts 0.2). */
export function patch<T>(collection: Collection<T>, entry: Entry<T>, call: Call, place: Place): Answer {
  const changes = readObject(call.body, call.contentType, [json]);
  return rewrite(collection, entry, merge(entry.value as JsonObject, changes), place);
}

/**
 * Removes a member and what belongs to it.
 * @throws ApiError 400 when a rule keeps it
 */
export function remove<T>(collection: Collection<T>, entry: Entry<T>, place: Place): Answer {
  const reason = collection.keep?.(entry, place);
  if (reason !== undefined) throw invalidData([reason]);
  place.world.shelf<T>(place.ownerId, collection.kind).remove(entry.id);
  collection.removed?.(entry, place);
  return { status: 204 };
}

/** Puts an entry on its shelf with the keys it claims, and lets the collection do the rest. */
export function store<T>(collection: Collection<T>, entry: Entry<T>, place: Place): void {
  const shelf = place.world.shelf<T>(place.ownerId, collection.kind);
  shelf.put(entry, keysOf(collection, entry.value, entry.parentId));
  collection.stored?.(entry, place);
}

function rewrite<T>(collection: Collection<T>, entry: Entry<T>, body: JsonObject, place: Place): Answer {
  const next = changed(entry, judge(collection, body, entry, place));
  store(collection, next, place);
  return { status: 200, body: collection.represent(next, place) };
}

function judge<T>(
  collection: Collection<T>,
  body: JsonObject,
  previous: Entry<T> | undefined,
  place: Place,
): T {
  const faults: Faults = [];
  let value = readModel<T>(collection.model, body, faults);
  if (faults.length === 0 && previous !== undefined)
    value = holdImmutable(collection, value, previous, faults);
  const candidate: Candidate<T> = { value, previous, place };
  if (faults.length === 0) collection.verify?.(candidate, faults);
  if (faults.length === 0) findDuplicates(collection, candidate, faults);
  if (faults.length > 0) throw invalidData(faults);
  return collection.complete?.(candidate) ?? value;
}

function holdImmutable<T>(collection: Collection<T>, value: T, previous: Entry<T>, faults: Faults): T {
  let held = value;
  for (const { property, otherValue } of collection.immutable ?? []) {
    const old = previous.value[property];
    const sent = value[property];
    if (sent !== undefined && otherValue === 'refuse' && JSON.stringify(sent) !== JSON.stringify(old))
      faults.push(invalid(property, 'The value cannot be changed after creation.'));
    const { [property]: _, ...others } = held as T & object;
    held = (old === undefined ? others : { ...others, [property]: old }) as T;
  }
  return held;
}

function findDuplicates<T>(
  collection: Collection<T>,
  { value, previous, place }: Candidate<T>,
  faults: Faults,
): void {
  const shelf = place.world.shelf<T>(place.ownerId, collection.kind);
  const parentId = previous?.parentId ?? place.parentId;
  for (const rule of collection.unique ?? []) {
    const key = rule.key(value, parentId);
    const holder = key === undefined ? undefined : shelf.holder(`${rule.target} ${key}`);
    if (holder !== undefined && holder !== previous?.id)
      faults.push(duplicate(rule.target, rule.message, holder));
  }
}

function keysOf<T>(collection: Collection<T>, value: T, parentId: string): string[] {
  const keys: string[] = [];
  for (const rule of collection.unique ?? []) {
    const key = rule.key(value, parentId);
    if (key !== undefined) keys.push(`${rule.target} ${key}`);
  }
  return keys;
}

function refuseBeyondQuota<T>(collection: Collection<T>, place: Place): void {
  const quota = collection.quota;
  if (quota === undefined) return;
  const shelf = place.world.shelf<T>(place.ownerId, collection.kind);
  const size = quota.per === 'parent' ? shelf.sizeBelow(place.parentId) : shelf.size;
  if (size < quota.maximum) return;
  const message = `There can be no more than ${quota.maximum} ${collection.kind} per ${quota.per}.`;
  throw invalidData([constraint(collection.kind, message, { quotaLimit: quota.maximum })]);
}

function requireReach<T>(collection: Collection<T>, entry: Entry<T>, call: Call): void {
  if (call.reach === 'everywhere') return;
  const population = collection.populationOf?.(entry);
  if (population === undefined || !call.reach.has(population)) throw insufficientPermissions();
}
