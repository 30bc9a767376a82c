import type { World } from '../store/world.ts';
import type { Comparison, Literal } from './expression.ts';

/** What a filter reads from an entry. */
export type Attribute<E> = {
  readonly operators: readonly Comparison[];
  /** how values are compared: text without regard to case, text exactly, numbers and booleans, or points in time */
  readonly compare: 'text' | 'exact' | 'scalar' | 'date';
  readonly read: (entry: E, owner: FilterOwner) => Literal | undefined;
};

/** Where the filtered entries live, for attributes that look at other resources. */
export type FilterOwner = {
  readonly world: World;
  readonly ownerId: string;
};

/** An attribute with several values, of which one must satisfy the expression in brackets. */
export type ValuePath<E> = {
  readonly values: (entry: E, owner: FilterOwner) => Iterable<Readonly<Record<string, Literal>>>;
  readonly attributes: readonly string[];
};

/** Everything a collection can be filtered by; what is not here is refused (facts 0.7). */
export type FilterPolicy<E> = {
  readonly attributes: { readonly [name: string]: Attribute<E> };
  readonly paths?: { readonly [name: string]: ValuePath<E> };
  readonly combinators: readonly ('and' | 'or' | 'not')[];
};

/** The operators that work on some attribute, with the ones that join. */
export function supportedOperators<E>(policy: FilterPolicy<E>): readonly string[] {
  const operators = Object.values(policy.attributes).flatMap((attribute) => attribute.operators);
  return [...new Set<string>([...operators, ...policy.combinators])];
}

/** The attributes that can stand in an expression. */
export function supportedAttributes<E>(policy: FilterPolicy<E>): readonly string[] {
  return [...Object.keys(policy.attributes), ...Object.keys(policy.paths ?? {})];
}
