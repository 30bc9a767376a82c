import type { ScimGrammar } from '../fixtures/arbitraries/scimGrammar.ts';
import { assert, assertStatus } from '../fixtures/assertions.ts';
import { at, describeExchange } from '../fixtures/exchange.ts';
import { assertOnlyFilterRefused } from '../fixtures/filtering.ts';
import type { Filter, Given, Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { properties } from '../schemas/contract.ts';
import { membersOf } from './documents.ts';
import { walk } from './pages.ts';

/** A member as a collection shows it. */
export type Member = Readonly<Record<string, unknown>>;

/**
 * Reads a collection through a filter, to its last page.
 * @param query the filter parameter as it is to stand in the address, already encoded
 * @returns undefined when the target refuses the filter and documents disagree whether it may
 */
export async function readFiltered(
  scope: Scope,
  resource: Resource,
  given: Given,
  filter: Filter,
  query: string,
): Promise<readonly Member[] | undefined> {
  const to = `${given.collection}?filter=${query}`;
  const first = await scope.api.get(to);
  if (filter.mayRefuse && first.status === 400) {
    await assertOnlyFilterRefused(scope.api, given.collection, first);
    return undefined;
  }
  assertStatus(first, 200);
  const pages = await walk(scope, resource, to);
  return pages.flatMap(({ exchange }) => membersOf(exchange, resource.embedded));
}

/**
 * Demands that a filtered read shows the wanted members, none of the unwanted ones, and no stranger whose own
 * representation says that it does not belong there.
 */
export function assertExactly(
  found: readonly Member[],
  expression: string,
  wanted: readonly string[],
  unwanted: readonly string[],
  belongs: (member: Member) => boolean = () => true,
): void {
  const ids = found.map(({ id }) => String(id));
  const holds =
    wanted.every((id) => ids.filter((each) => each === id).length === 1) &&
    !unwanted.some((id) => ids.includes(id)) &&
    found.every((member) => wanted.includes(String(member.id)) || belongs(member));
  assert(
    holds,
    `the filter ${expression} does not return exactly the members that satisfy it`,
    { expected: `${wanted.join(', ') || 'none'}, not ${unwanted.join(', ') || 'others'}`, received: found },
    assertExactly,
  );
}

/**
 * Whether a member may satisfy a comparison. Documents do not say whether letter case counts, so it does not
 * here; an attribute that a collection leaves out tells nothing.
 */
export function maySatisfy(member: Member, { attribute }: Filter, operator: string, text: string): boolean {
  const value = at(member, attribute);
  return value === undefined || fits(String(value), operator, text);
}

/** Whether a value satisfies a comparison, without regard to letter case. */
export function fits(value: string, operator: string, text: string): boolean {
  const [whole, part] = [value.toLowerCase(), text.toLowerCase()];
  if (operator === 'sw') return whole.startsWith(part);
  return operator === 'co' ? whole.includes(part) : whole === part;
}

/** What the documents say about a collection's filters, and the other plain properties of its members. */
export function grammarOf(resource: Resource): ScimGrammar & { readonly otherAttributes: readonly string[] } {
  const filters = resource.filters ?? [];
  const supported = filters.map(({ attribute }) => attribute);
  const otherAttributes = properties(resource.model)
    .filter(
      ({ path, schema }) =>
        !path.includes('[]') && schema.properties === undefined && schema.items === undefined,
    )
    .map(({ path }) => path)
    .filter((path) => !supported.includes(path));
  return { filters, otherAttributes };
}

/** Demands that a supported filter is accepted, so that a refusal of another is about what differs. */
export async function assertAccepts(
  scope: Scope,
  given: Given,
  filter: Filter,
  expression: string,
): Promise<void> {
  const answer = await scope.api.get(`${given.collection}?filter=${encodeURIComponent(expression)}`);
  if (filter.mayRefuse && answer.status === 400)
    return assertOnlyFilterRefused(scope.api, given.collection, answer);
  assert(
    answer.status === 200,
    `${describeExchange(answer)} to a documented filter`,
    { expected: 'status 200', received: `status ${answer.status} ${answer.text}`, exchange: answer },
    assertAccepts,
  );
}
