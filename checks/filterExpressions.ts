import { platformOperators } from '../fixtures/arbitraries/scimGrammar.ts';
import type { Exchange } from '../fixtures/exchange.ts';
import { assertFilterRefused, filtered } from '../fixtures/filtering.ts';
import type { Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { assertAccepts, grammarOf } from './filterReads.ts';

/** Broken expressions; `@` stands for an attribute and `#` for an operator that are documented. */
export const BROKEN = ['@', '@ #', '# "x"', '@ # "x" and', '(@ # "x"', '@ xx "x"'];
/** Values that do not stand in quotes. */
export const UNQUOTED = ['@ # x', '@ # "x'];

/** Sends filters that have to be refused, after one that need not. */
export async function refusalOn(
  scope: Scope,
  resource: Resource,
): Promise<(expression: string) => Promise<Exchange>> {
  const given = await resource.arrange(scope);
  const filter = resource.filters?.[0];
  const [valid = ''] = spelled(resource, [`@ # "${scope.unknownId()}"`]);
  if (filter !== undefined) await assertAccepts(scope, given, filter, valid);
  return async (expression) => {
    const answer = await scope.api.get(filtered(given.collection, expression));
    assertFilterRefused(answer);
    return answer;
  };
}

/** Every expression for every filter: `@` stands for its attribute, `#` for its operator. */
export function spelled(resource: Resource, templates: readonly string[]): readonly string[] {
  return (resource.filters ?? []).flatMap(({ attribute, operators }) =>
    templates.map((template) => template.replaceAll('@', attribute).replaceAll('#', operators[0] ?? 'eq')),
  );
}

/** Each operator of the platform that the documents do not name for the attribute. */
export function unsupportedOperators(resource: Resource): readonly string[] {
  const comparisons = (resource.filters ?? []).flatMap(({ attribute, operators: named }) =>
    platformOperators
      .filter((operator) => !named.includes(operator))
      .map((operator) => {
        const value = { pr: '', in: ' ["x"]' }[operator as string] ?? ' "x"';
        return `${attribute} ${operator}${value}`;
      }),
  );
  return [
    ...comparisons,
    ...spelled(resource, ['@ # "x" and @ # "y"', '@ # "x" or @ # "y"', 'not (@ # "x")']),
  ];
}

export function unsupportedAttributes(resource: Resource): readonly string[] {
  const operator = resource.filters?.[0]?.operators[0] ?? 'eq';
  return [...grammarOf(resource).otherAttributes, 'nonexistent'].map(
    (attribute) => `${attribute} ${operator} "x"`,
  );
}
