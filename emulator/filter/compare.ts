import type { Comparison, Literal } from './expression.ts';
import type { Attribute } from './policy.ts';

/** Whether the value of an attribute satisfies one comparison; undefined stands for an attribute without a value. */
export type LiteralTest = (actual: Literal | undefined) => boolean;

/**
 * The test of one comparison.
 * @returns undefined when a value of the expression does not suit the way the attribute is compared
 */
export function compareLiterals(
  how: Attribute<never>['compare'],
  operator: Comparison,
  values: readonly Literal[],
): LiteralTest | undefined {
  const normalize = normalizers[how];
  const wanted = values.map(normalize);
  if (wanted.some((value) => value === undefined)) return undefined;
  if (operator === 'pr') return (actual) => actual !== undefined && actual !== null && actual !== '';
  const test = tests[operator];
  return (actual) => {
    const value = actual === undefined ? undefined : normalize(actual);
    if (value === undefined) return operator === 'ne';
    return test(value, wanted as readonly Comparable[]);
  };
}

type Comparable = string | number | boolean | null;

const normalizers: {
  readonly [how in Attribute<never>['compare']]: (value: Literal) => Comparable | undefined;
} = {
  text: (value) => (typeof value === 'string' ? value.toLowerCase() : undefined),
  exact: (value) => (typeof value === 'string' ? value : undefined),
  scalar: (value) => value,
  date: (value) => {
    const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(time) ? undefined : time;
  },
};

const tests: {
  readonly [operator in Comparison]: (value: Comparable, wanted: readonly Comparable[]) => boolean;
} = {
  eq: (value, [wanted]) => value === wanted,
  ne: (value, [wanted]) => value !== wanted,
  co: (value, [wanted]) => String(value).includes(String(wanted)),
  sw: (value, [wanted]) => String(value).startsWith(String(wanted)),
  ew: (value, [wanted]) => String(value).endsWith(String(wanted)),
  gt: (value, [wanted]) => order(value, wanted) > 0,
  ge: (value, [wanted]) => order(value, wanted) >= 0,
  lt: (value, [wanted]) => order(value, wanted) < 0,
  le: (value, [wanted]) => order(value, wanted) <= 0,
  in: (value, wanted) => wanted.includes(value),
  pr: () => true,
};

/** Below, equal to or above zero; NaN, which no comparison holds for, when the values have no order. */
function order(value: Comparable, wanted: Comparable | undefined): number {
  if (typeof value === 'number' && typeof wanted === 'number') return value - wanted;
  if (typeof value !== 'string' || typeof wanted !== 'string') return Number.NaN;
  return value < wanted ? -1 : Number(value > wanted);
}
