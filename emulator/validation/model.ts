import { isObject, type Json, type JsonObject } from '../json/json.ts';
import { type Check, identifier } from './checks.ts';
import { type Faults, invalid, required } from './faults.ts';

/** One writable property: what it must be, whether it must be there, and what it is when left out. */
export type Property = {
  readonly check: Check;
  readonly required?: boolean;
  readonly fallback?: Json;
};

/** The writable properties of an object, by name, in the order of the representation. */
export type Properties = { readonly [name: string]: Property };

/** A property that may be left out. */
export function optional(check: Check, fallback?: Json): Property {
  return fallback === undefined ? { check } : { check, fallback };
}

/** A property that must be there. */
export function mandatory(check: Check): Property {
  return { check, required: true };
}

/**
 * An object with these properties. Members it does not name are ignored: read-only ones and unknown ones alike.
 * null counts as left out (facts 0.2), so nothing is ever stored as null.
 */
export function object(properties: Properties): Check {
  const entries = Object.entries(properties);
  return (value, target, faults) => {
    if (!isObject(value)) {
      faults.push(invalid(target, 'The value must be an object.'));
      return value;
    }
    return pick(entries, value, target === '' ? '' : `${target}.`, faults);
  };
}

/** A reference to another resource: an object with its id. */
export const reference: Check = object({ id: mandatory(identifier) });

/** Reads a body by a model; `faults` is empty afterwards exactly when the result may be stored. */
export function readModel<T>(model: Check, body: JsonObject, faults: Faults): T {
  return model(body, '', faults) as T;
}

function pick(
  entries: readonly (readonly [string, Property])[],
  value: JsonObject,
  prefix: string,
  faults: Faults,
): JsonObject {
  const picked: Record<string, Json> = {};
  for (const [name, property] of entries) {
    const sent = Object.hasOwn(value, name) ? value[name] : undefined;
    if (sent !== undefined && sent !== null) picked[name] = property.check(sent, prefix + name, faults);
    else if (property.required === true) faults.push(required(prefix + name));
    else if (property.fallback !== undefined) picked[name] = property.fallback;
  }
  return picked;
}
