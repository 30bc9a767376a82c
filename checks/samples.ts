import { quoted } from '../fixtures/filtering.ts';
import type { Filter, Given, Resource } from '../fixtures/resource.ts';
import type { Made, Scope } from '../fixtures/scope.ts';

/** Members that one filter finds, and the expression of that filter. */
export type Sample = { readonly expression: string; readonly value: string; readonly made: readonly Made[] };

/**
 * Creates members whose attribute has one value, or, for operators that look at a part of a text, begins with it,
 * and gives the expression that finds these and no others.
 * @param filter one with a `sample`, or one on the id, which finds one member only
 * @throws Blocked when they cannot be created
 */
export async function filteredMembers(
  scope: Scope,
  resource: Resource,
  given: Given,
  filter: Filter,
  count: number,
): Promise<Sample> {
  const { attribute } = filter;
  const operator = filter.operators[0] ?? 'eq';
  const made: Made[] = [];
  const { body, value } = (await filter.sample?.(scope, given)) ?? {
    body: resource.body(scope, given),
    value: undefined,
  };
  while (made.length < (value === undefined ? 1 : count)) {
    // A second member with the value needs a name of its own, which may be the attribute itself.
    const name = attribute === 'name' ? `${value}-${made.length + 1}` : scope.name();
    made.push(await scope.create(resource, { given, body: { ...body, name } }));
  }
  const text = value ?? made[0]?.id ?? '';
  return { expression: `${attribute} ${operator} ${quoted(text)}`, value: text, made };
}
