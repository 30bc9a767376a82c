/** A JSON value as it arrives on the wire. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object as it arrives on the wire. */
export type JsonObject = { readonly [name: string]: Json };

/** Tells objects from arrays, null and scalars. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
