import type { Facts, Value } from './attributes.ts';
import type { Comparison, Condition } from './document.ts';
import { known, type Outcome } from './trouble.ts';

/**
 * Whether a condition holds, or what keeps it from being known. What is known settles `and` and `or` whatever the
 * trouble in another part, so the order of the parts does not matter to the answer.
 */
export function holds(condition: Condition, facts: Facts): Outcome<boolean> {
  if ('attribute' in condition) return compare(condition, facts);
  if ('and' in condition) return settle(condition.and, false, facts);
  if ('or' in condition) return settle(condition.or, true, facts);
  const inner = holds(condition.not, facts);
  return 'trouble' in inner ? inner : known(!inner.value);
}

/** `decisive` settles it wherever it is found; trouble does when nothing settles it. */
function settle(parts: readonly Condition[], decisive: boolean, facts: Facts): Outcome<boolean> {
  let unknown: Outcome<boolean> | undefined;
  for (const part of parts) {
    const outcome = holds(part, facts);
    if ('trouble' in outcome) unknown ??= outcome;
    else if (outcome.value === decisive) return outcome;
  }
  return unknown ?? known(!decisive);
}

function compare({ attribute, operator, value }: Comparison, facts: Facts): Outcome<boolean> {
  if (operator === 'present') return known(facts.has(attribute));
  const outcome = facts.read(attribute);
  return 'trouble' in outcome ? outcome : known(test(outcome.value, operator, value));
}

function test(actual: Value, operator: Comparison['operator'], value: Comparison['value']): boolean {
  switch (operator) {
    case 'equals':
      return actual === value;
    case 'in':
      return Array.isArray(value) && value.includes(actual);
    case 'greater':
      return typeof actual === 'number' && typeof value === 'number' && actual > value;
    case 'less':
      return typeof actual === 'number' && typeof value === 'number' && actual < value;
    default:
      return false;
  }
}
