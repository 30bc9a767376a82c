import { isObject, type Json, type JsonObject } from './json.ts';

/** An object with changes applied member by member, also inside objects; null stays, to clear a member. */
export function merge(original: JsonObject, changes: JsonObject): JsonObject {
  const merged: Record<string, Json> = { ...original };
  for (const [name, change] of Object.entries(changes)) {
    const old = Object.hasOwn(merged, name) ? merged[name] : undefined;
    merged[name] = isObject(old) && isObject(change) ? merge(old, change) : change;
  }
  return merged;
}
