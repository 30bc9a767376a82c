import type { Json, JsonObject } from '../json/json.ts';

/** What a decision request can lead to (facts 4.2). */
export type Decision = 'PERMIT' | 'DENY' | 'NOT_APPLICABLE' | 'INDETERMINATE';

/** How the decisions of several rules or policies become one; combine.ts says how. */
export type Algorithm = 'deny-overrides' | 'permit-overrides' | 'first-applicable';

/** The types of values that policies work with. */
export type AttributeType = 'text' | 'number' | 'boolean';

/** A value that a policy knows by a name, and where it comes from. */
export type Attribute = {
  readonly name: string;
  readonly type: AttributeType;
  readonly source: AttributeSource;
};

/** A parameter of the request, the user of its context, or the quotient of two other attributes. */
export type AttributeSource =
  | { readonly from: 'parameters' }
  | { readonly from: 'user' }
  | { readonly from: 'quotient'; readonly dividend: string; readonly divisor: string };

/** What an attribute is compared with. */
export type Operator = 'equals' | 'greater' | 'less' | 'in' | 'present';

/** A test of one attribute: `value` is a list for `in`, and not there for `present`. */
export type Comparison = {
  readonly attribute: string;
  readonly operator: Operator;
  readonly value?: Json;
};

/** When a rule or policy applies. `and` of nothing always holds, `or` of nothing never. */
export type Condition =
  | Comparison
  | { readonly and: readonly Condition[] }
  | { readonly or: readonly Condition[] }
  | { readonly not: Condition };

/** Advice that comes with a decision. */
export type Statement = {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly payload: JsonObject;
};

/** Decides `effect` when its condition holds, and nothing otherwise. */
export type Rule = {
  readonly id: string;
  readonly name: string;
  readonly effect: 'PERMIT' | 'DENY';
  readonly condition?: Condition;
  /** ids of statements that come with the effect */
  readonly statements?: readonly string[];
};

/** Combines rules and other policies, where its own condition holds. */
export type Policy = {
  readonly id: string;
  readonly name: string;
  readonly algorithm: Algorithm;
  readonly condition?: Condition;
  /** ids of rules and policies, in their order */
  readonly children: readonly string[];
};

/**
 * One version of the policies. It has what the version before it has, with what stands here added, or put in the place
 * of what has the same id (attributes: the same name).
 */
export type VersionDocument = {
  readonly id: string;
  readonly name: string;
  /** whether decision endpoints can be bound to it */
  readonly tagged: boolean;
  /** id of the policy that endpoints use when they name none; the one of the version before when left out */
  readonly root?: string;
  readonly attributes?: readonly Attribute[];
  readonly statements?: readonly Statement[];
  readonly rules?: readonly Rule[];
  readonly policies?: readonly Policy[];
};

/** The policies of an environment: their versions, the oldest first. */
export type PolicyDocument = { readonly name: string; readonly versions: readonly VersionDocument[] };
