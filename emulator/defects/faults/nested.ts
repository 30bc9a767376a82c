import type { Collection } from '../../engine/collection.ts';
import type { Fault } from '../defect.ts';
import type { Where } from '../where.ts';
import { isObject } from './answers.ts';
import { reads } from './requests.ts';
import { afterReplacing } from './state.ts';
import { merges } from './storage.ts';

type Json = Record<string, unknown>;

/** Reads another value at a path of names than was sent; undefined leaves it out. */
export function readsAt(where: Where, path: string, as: (value: unknown, body: Json) => unknown): Fault {
  return reads(where, (body) => {
    const old = valueIn(body, path);
    const next = as(old, body);
    return next === old ? undefined : withIn(body, path, next);
  });
}

/** Keeps what stands at a path as it was, whatever a replacement says. */
export function freezesAt<T>(collection: Collection<T>, path: string): Fault {
  return merges(collection, (body, value) => withIn(body, path, valueIn(value, path)) as never);
}

/** Keeps what stands at a path where a replacement says nothing of it. */
export function keepsAt<T>(collection: Collection<T>, path: string): Fault {
  return merges(
    collection,
    (body, value) => withIn(body, path, valueIn(body, path) ?? valueIn(value, path)) as never,
  );
}

/** Shows the new value at a path in the answer to a replacement, and goes on with the old one. */
export function revertsAt<T>(collection: Collection<T>, path: string): Fault {
  return afterReplacing(collection, (before, after) => ({
    ...after,
    value: withIn(after.value, path, valueIn(before.value, path)) as T,
  }));
}

/** The value at a path of names; undefined where any of them is missing. */
export function valueIn(json: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (isObject(value) ? value[name] : undefined), json);
}

/** A copy with another value at a path of names, where all but the last of them are there. */
export function withIn(json: unknown, path: string, value: unknown): Json {
  const [name = '', ...rest] = path.split('.');
  const { [name]: old, ...others } = (json ?? {}) as Json;
  if (rest.length > 0)
    return isObject(old) ? { ...others, [name]: withIn(old, rest.join('.'), value) } : (json as Json);
  return value === undefined ? others : { ...others, [name]: value };
}
