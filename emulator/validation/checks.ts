import { isObject, type Json } from '../json/json.ts';
import { empty, type Faults, invalid, mismatch, notAllowed, outOfRange, tooLong } from './faults.ts';

/**
 * Judges one value that is present and not null. Adds what is wrong to `faults`, each with its target.
 * @returns the value to store
 */
export type Check = (value: Json, target: string, faults: Faults) => Json;

/** What a text may be; `longest` counts characters, `says` explains the pattern. */
export type TextRule = {
  readonly mayBeEmpty?: boolean;
  readonly longest?: number;
  readonly pattern?: RegExp;
  readonly says?: string;
};

/** A string. */
export function text(rule: TextRule = {}): Check {
  return (value, target, faults) => {
    if (typeof value !== 'string') faults.push(invalid(target, 'The value must be a string.'));
    else if (value === '' && rule.mayBeEmpty !== true) faults.push(empty(target));
    else if (rule.longest !== undefined && exceeds(value, rule.longest))
      faults.push(tooLong(target, rule.longest, 'characters'));
    else if (rule.pattern !== undefined && !rule.pattern.test(value))
      faults.push(mismatch(target, rule.says ?? 'The value has another form.', rule.pattern.source));
    return value;
  };
}

/** A string that nothing is demanded of, such as a description. */
export const freeText: Check = text({ mayBeEmpty: true });

/** An identifier of another resource, in the form of a UUID. */
export const identifier: Check = (value, target, faults) => {
  if (typeof value !== 'string' || !uuid.test(value))
    faults.push(invalid(target, 'The value must be a UUID.'));
  return value;
};

/** A boolean. */
export const flag: Check = (value, target, faults) => {
  if (typeof value !== 'boolean') faults.push(invalid(target, 'The value must be a boolean.'));
  return value;
};

/** A whole number from `minimum` to `maximum`, both included. */
export function integer(minimum: number, maximum?: number): Check {
  return (value, target, faults) => {
    if (typeof value !== 'number' || !Number.isInteger(value))
      faults.push(invalid(target, 'The value must be an integer.'));
    else if (value < minimum || value > (maximum ?? Number.MAX_SAFE_INTEGER))
      faults.push(outOfRange(target, minimum, maximum));
    return value;
  };
}

/** One of the given texts, compared exactly. */
export function option(...allowed: readonly string[]): Check {
  return (value, target, faults) => {
    if (typeof value !== 'string' || !allowed.includes(value)) faults.push(notAllowed(target, allowed));
    return value;
  };
}

/** An array whose every element passes `element`. */
export function list(
  element: Check,
  rule: { readonly mayBeEmpty?: boolean; readonly longest?: number } = {},
): Check {
  return (value, target, faults) => {
    if (!Array.isArray(value)) {
      faults.push(invalid(target, 'The value must be an array.'));
      return value;
    }
    if (value.length === 0 && rule.mayBeEmpty !== true) faults.push(empty(target));
    if (rule.longest !== undefined && value.length > rule.longest)
      faults.push(tooLong(target, rule.longest, 'entries'));
    return value.map((entry: Json, index) => element(entry, `${target}[${index}]`, faults));
  };
}

/** Any JSON object, kept as sent. */
export const anyObject: Check = (value, target, faults) => {
  if (!isObject(value)) faults.push(invalid(target, 'The value must be an object.'));
  return value;
};

/** Several checks after one another; the later ones run only on a value without faults. */
export function both(first: Check, second: Check): Check {
  return (value, target, faults) => {
    const before = faults.length;
    const checked = first(value, target, faults);
    return faults.length === before ? second(checked, target, faults) : checked;
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function exceeds(value: string, characters: number): boolean {
  // a surrogate pair is one character of two code units
  if (value.length <= characters) return false;
  let count = 0;
  for (const _ of value) count++;
  return count > characters;
}
