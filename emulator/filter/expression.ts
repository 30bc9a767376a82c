/** The operators that compare an attribute with a value. */
export const comparisons = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'in', 'pr'] as const;

/** One of the operators that compare. */
export type Comparison = (typeof comparisons)[number];

/** A value in an expression. */
export type Literal = string | number | boolean | null;

/** A filter expression of the platform's SCIM grammar, parsed (facts 0.7). */
export type Expression =
  | {
      readonly kind: 'comparison';
      readonly attribute: string;
      readonly operator: Comparison;
      readonly values: readonly Literal[];
    }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly inner: Expression }
  | { readonly kind: 'path'; readonly attribute: string; readonly inner: Expression };

/** Why a text is no filter expression; the message is fit for an error body. */
export class FilterFault extends Error {}
