import { isObject } from '../json/json.ts';
import { anyObject, type Check, flag, identifier, list, option, text } from '../validation/checks.ts';
import { invalid } from '../validation/faults.ts';
import { mandatory, object, optional } from '../validation/model.ts';

const some = { mayBeEmpty: true };
const ids = list(identifier, some);

const comparison = object({
  attribute: mandatory(text()),
  operator: mandatory(option('equals', 'greater', 'less', 'in', 'present')),
});

/** The form of a condition; what its names stand for is judged in documentReferences.ts. */
const condition: Check = (value, target, faults) => {
  if (!isObject(value)) faults.push(invalid(target, 'The value must be an object.'));
  else if (value.attribute !== undefined) comparison(value, target, faults);
  else if (value.not !== undefined) condition(value.not, `${target}.not`, faults);
  else if (value.and !== undefined) list(condition, some)(value.and, `${target}.and`, faults);
  else if (value.or !== undefined) list(condition, some)(value.or, `${target}.or`, faults);
  else faults.push(invalid(target, 'A condition has one of the members attribute, and, or, not.'));
  return value;
};

const sourceMembers: { readonly [from: string]: Check } = {
  parameters: object({}),
  user: object({}),
  quotient: object({ dividend: mandatory(text()), divisor: mandatory(text()) }),
};

const source: Check = (value, target, faults) => {
  const before = faults.length;
  object({ from: mandatory(option(...Object.keys(sourceMembers))) })(value, target, faults);
  if (faults.length === before && isObject(value)) sourceMembers[String(value.from)]?.(value, target, faults);
  return value;
};

const attribute = object({
  name: mandatory(text()),
  type: mandatory(option('text', 'number', 'boolean')),
  source: mandatory(source),
});

const statement = object({
  id: mandatory(identifier),
  name: mandatory(text()),
  code: mandatory(text()),
  payload: mandatory(anyObject),
});

const rule = object({
  id: mandatory(identifier),
  name: mandatory(text()),
  effect: mandatory(option('PERMIT', 'DENY')),
  condition: optional(condition),
  statements: optional(ids),
});

const policy = object({
  id: mandatory(identifier),
  name: mandatory(text()),
  algorithm: mandatory(option('deny-overrides', 'permit-overrides', 'first-applicable')),
  condition: optional(condition),
  children: mandatory(ids),
});

const version = object({
  id: mandatory(identifier),
  name: mandatory(text()),
  tagged: mandatory(flag),
  root: optional(identifier),
  attributes: optional(list(attribute, some)),
  statements: optional(list(statement, some)),
  rules: optional(list(rule, some)),
  policies: optional(list(policy, some)),
});

/** The form of the policies in a seed. */
export const policyDocumentModel: Check = object({
  name: mandatory(text()),
  versions: mandatory(list(version)),
});
