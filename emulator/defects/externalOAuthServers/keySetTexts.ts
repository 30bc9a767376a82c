import { isObject } from '../faults/answers.ts';

/** A key of a set, whatever it has. */
export type Key = { readonly [member: string]: unknown };

/** What a text says; undefined when it is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The keys of a set that is in order as far as that it has a list of them. */
export function keysIn(text: unknown): readonly Key[] {
  const set = typeof text === 'string' ? parsed(text) : undefined;
  return isObject(set) && Array.isArray(set.keys) ? set.keys.filter(isObject) : [];
}

/** The text of a set of other keys; one that has none stays as it is. */
export function withKeys(text: unknown, as: (keys: readonly Key[]) => readonly Key[]): unknown {
  const keys = keysIn(text);
  return keys.length === 0 ? text : JSON.stringify({ keys: as(keys) });
}
