import type { Json, JsonObject } from '../json/json.ts';
import type { Attribute, AttributeType } from './document.ts';
import { known, missing, type Outcome, type Trouble, unconvertible, unprocessable } from './trouble.ts';

/** A value of an attribute. */
export type Value = string | number | boolean;

/** What is to be decided: parameters by the full names of attributes, and the id of a user. */
export type DecisionRequest = { readonly parameters: JsonObject; readonly userId?: string | undefined };

/** The values of attributes in one request; computed ones are computed when a policy asks for them. */
export type Facts = {
  /** the value of an attribute, or why there is none */
  read(name: string): Outcome<Value>;
  /** whether the request gives the attribute a value */
  has(name: string): boolean;
};

/**
 * Reads a request. Every parameter is judged, whether a policy uses it or not: a key that names no attribute is
 * MISSING_ATTRIBUTE, a value of another type TYPE_CONVERSION_ERROR (facts 4.2).
 */
export function readFacts(
  attributes: ReadonlyMap<string, Attribute>,
  request: DecisionRequest,
): Outcome<Facts> {
  const values = new Map<string, Value>();
  const trouble = readParameters(attributes, request.parameters, values);
  if (trouble !== undefined) return { trouble };
  const read = (name: string): Outcome<Value> => {
    const attribute = attributes.get(name);
    if (attribute === undefined) return missing(`There is no attribute ${name}.`);
    const { source } = attribute;
    if (source.from === 'quotient') return divide(name, read(source.dividend), read(source.divisor));
    const value = source.from === 'user' ? request.userId : values.get(name);
    return value === undefined ? missing(`The attribute ${name} has no value.`) : known(value);
  };
  const has = (name: string): boolean => {
    const source = attributes.get(name)?.source;
    if (source?.from === 'quotient') return has(source.dividend) && has(source.divisor);
    return source?.from === 'user' ? request.userId !== undefined : values.has(name);
  };
  return known({ read, has });
}

function readParameters(
  attributes: ReadonlyMap<string, Attribute>,
  parameters: JsonObject,
  values: Map<string, Value>,
): Trouble | undefined {
  for (const [name, sent] of Object.entries(parameters)) {
    const attribute = attributes.get(name);
    if (attribute?.source.from !== 'parameters')
      return missing(`The parameter ${name} names no attribute of the policies.`).trouble;
    if (sent === null) continue;
    const value = convert(sent, attribute.type);
    if (value === undefined)
      return unconvertible(`The value of ${name} cannot be converted to ${attribute.type}.`).trouble;
    values.set(name, value);
  }
  return undefined;
}

/** Numbers and booleans may arrive as texts: the documented sample sends an amount as "3000". */
function convert(sent: Json, type: AttributeType): Value | undefined {
  if (type === 'text') return typeof sent === 'string' ? sent : undefined;
  if (type === 'number') {
    if (typeof sent === 'number') return sent;
    return typeof sent === 'string' && decimal.test(sent) ? Number(sent) : undefined;
  }
  if (typeof sent === 'boolean') return sent;
  return sent === 'true' ? true : sent === 'false' ? false : undefined;
}

function divide(name: string, dividend: Outcome<Value>, divisor: Outcome<Value>): Outcome<Value> {
  if ('trouble' in dividend) return dividend;
  if ('trouble' in divisor) return divisor;
  const quotient = Number(dividend.value) / Number(divisor.value);
  return Number.isFinite(quotient)
    ? known(quotient)
    : unprocessable(`The attribute ${name} cannot be computed.`);
}

const decimal = /^-?[0-9]{1,15}(?:\.[0-9]{1,15})?$/;
