import { invalidData } from '../http/errors.ts';
import { compileFilter } from './compile.ts';
import type { Expression, Literal } from './expression.ts';
import { parseFilter } from './parse.ts';
import type { FilterOwner, FilterPolicy } from './policy.ts';

/**
 * The values that a filter gives to attributes, for endpoints that compute what the filter asks for instead of
 * selecting from what is stored: comparisons joined by `and`, each attribute once.
 * @throws ApiError 400 with INVALID_FILTER when the policy does not allow the filter, or an attribute stands in it twice
 */
export function readConjunction(
  text: string,
  policy: FilterPolicy<never>,
  owner: FilterOwner,
): ReadonlyMap<string, Literal> {
  compileFilter(text, policy, owner);
  const values = new Map<string, Literal>();
  collect(parseFilter(text), values);
  return values;
}

function collect(expression: Expression, values: Map<string, Literal>): void {
  if (expression.kind === 'and') {
    collect(expression.left, values);
    collect(expression.right, values);
  } else if (expression.kind === 'comparison') {
    const { attribute } = expression;
    if (values.has(attribute)) {
      const message = `The attribute ${attribute} must stand in the filter once.`;
      throw invalidData([{ code: 'INVALID_FILTER', target: 'filter', message }]);
    }
    values.set(attribute, expression.values[0] ?? null);
  }
}
