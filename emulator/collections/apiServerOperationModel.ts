import { isObject } from '../json/json.ts';
import { both, type Check, flag, identifier, integer, list, option, text } from '../validation/checks.ts';
import { duplicate, invalid, required } from '../validation/faults.ts';
import { mandatory, object, optional, reference } from '../validation/model.ts';
import { type PatternType, patternFault } from '../validation/pathPattern.ts';

/** Methods of an operation: up to ten HTTP tokens, each once, with their case (RFC 7230, 3.2.6; facts 4.4). */
export const methods: Check = both(
  list(
    text({
      longest: 64,
      pattern: /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/,
      says: 'The method must be an HTTP token.',
    }),
    {
      longest: 10,
    },
  ),
  (value, target, faults) => {
    const seen = new Set<unknown>();
    for (const method of Array.isArray(value) ? value : []) {
      if (seen.has(method)) faults.push(duplicate(target, `The method ${method} occurs twice.`));
      seen.add(method);
    }
    return value;
  },
);

const path: Check = both(
  object({
    type: mandatory(option('EXACT', 'PARAMETER')),
    pattern: mandatory(text({ longest: 2048 })),
  }),
  (value, target, faults) => {
    if (!isObject(value)) return value;
    const reason = patternFault(value.type as PatternType, String(value.pattern));
    if (reason !== undefined) faults.push(invalid(`${target}.pattern`, reason));
    return value;
  },
);

/** Paths of an operation: up to ten, no pattern twice whatever its type (facts 4.4). */
export const paths: Check = both(list(path, { longest: 10 }), (value, target, faults) => {
  const seen = new Set<unknown>();
  for (const [index, one] of (Array.isArray(value) ? value : []).entries()) {
    const pattern = isObject(one) ? one.pattern : undefined;
    if (seen.has(pattern))
      faults.push(duplicate(`${target}[${index}].pattern`, 'The pattern occurs twice in the operation.'));
    seen.add(pattern);
  }
  return value;
});

const authentication: Check = both(
  object({
    acrs: optional(
      list(object({ id: mandatory(identifier), type: mandatory(option('PINGONE', 'DAVINCI')) }), {
        longest: 1,
      }),
    ),
    maxAge: optional(integer(1)),
  }),
  (value, target, faults) => {
    if (isObject(value) && value.acrs === undefined && value.maxAge === undefined)
      faults.push(required(target, 'acrs or maxAge must be provided.'));
    return value;
  },
);

/** The access rules of an operation; what they refer to is judged apart. */
export const accessControl: Check = object({
  group: optional(object({ groups: mandatory(list(reference, { longest: 25 })) })),
  scope: optional(object({ matchType: optional(option('ALL', 'ANY')), scopes: mandatory(list(reference)) })),
  permission: optional(reference),
  authentication: optional(authentication),
  custom: optional(object({ enabled: optional(flag) })),
});
