import type { Detail } from '../http/errors.ts';

/** The faults found in one body, in the order found. */
export type Faults = Detail[];

/** A required property is missing or null. */
export function required(target: string, message = 'The value is required.'): Detail {
  return { code: 'REQUIRED_VALUE', target, message };
}

/** A property that must have content has none. */
export function empty(target: string): Detail {
  return { code: 'EMPTY_VALUE', target, message: 'The value must not be empty.' };
}

/** A value of the wrong type or form. */
export function invalid(target: string, message: string): Detail {
  return { code: 'INVALID_VALUE', target, message };
}

/** A value that is not one of the options. */
export function notAllowed(target: string, allowedValues: readonly string[]): Detail {
  const message = `The value must be one of ${allowedValues.join(', ')}.`;
  return { code: 'INVALID_VALUE', target, message, innerError: { allowedValues } };
}

/** A text that does not match the pattern of its property. */
export function mismatch(target: string, message: string, allowedPattern: string): Detail {
  return { code: 'INVALID_VALUE', target, message, innerError: { allowedPattern } };
}

/** A text or list that is longer than its limit. */
export function tooLong(
  target: string,
  maximumValue: number,
  unit: 'characters' | 'entries' | 'bytes',
): Detail {
  const message = `The value must not have more than ${maximumValue} ${unit}.`;
  return { code: 'SIZE_LIMIT_EXCEEDED', target, message, innerError: { maximumValue } };
}

/** A number outside its range; a bound that does not exist is left out. */
export function outOfRange(target: string, minimum: number, maximum?: number): Detail {
  const upTo = maximum === undefined ? 'or more' : `to ${maximum}`;
  const bounds = maximum === undefined ? {} : { rangeMaximumValue: maximum };
  return {
    code: 'OUT_OF_RANGE',
    target,
    message: `The value must be ${minimum} ${upTo}.`,
    innerError: { rangeMinimumValue: minimum, ...bounds },
  };
}

/** A value that must be unique and is taken. */
export function duplicate(target: string, message: string, existingId?: string): Detail {
  const innerError = existingId === undefined ? {} : { innerError: { existingId } };
  return { code: 'UNIQUENESS_VIOLATION', target, message, ...innerError };
}

/** A state that a rule of the platform forbids. */
export function constraint(
  target: string,
  message: string,
  innerError?: { readonly quotaLimit: number },
): Detail {
  const detail = { code: 'CONSTRAINT_VIOLATION', target, message };
  return innerError === undefined ? detail : { ...detail, innerError };
}
