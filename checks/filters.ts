import { validScimFilter } from '../fixtures/arbitraries/scimFilter.ts';
import { assert } from '../fixtures/assertions.ts';
import { describeExchange } from '../fixtures/exchange.ts';
import { quoted } from '../fixtures/filtering.ts';
import { holdsForAll } from '../fixtures/property.ts';
import type { Filter, Resource } from '../fixtures/resource.ts';
import { type Check, caseFor } from './check.ts';
import { membersOf } from './documents.ts';
import { assertExactly, fits, maySatisfy, readFiltered } from './filterReads.ts';
import { filteredMembers } from './samples.ts';

/** What stands for other characters in SQL, in shells and in regular expressions. */
const WILDCARDS = ['%', '_', '*', '?', '.', '.*', '[a-z0-9-]', '(.)', '\\S'];

/** What a filtered read returns (Conventions, Filtering; facts 0.7). */
export const filters: Check = function* (resource) {
  for (const filter of resource.filters ?? []) {
    yield* results(resource, filter);
    yield* hostileValues(resource, filter);
  }
};

function* results(resource: Resource, filter: Filter) {
  const { attribute } = filter;
  const operator = filter.operators[0] ?? 'eq';
  yield* caseFor(
    resource,
    'platform-filter-result-exact',
    `a filter on ${attribute} returns the members that satisfy it and no others`,
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      const plain = await scope.create(resource, { given });
      const one = await filteredMembers(scope, resource, given, filter, 2);
      const other = await filteredMembers(scope, resource, given, filter, 1);
      const idsOf = ({ made }: typeof one) => made.map(({ id }) => id);
      for (const [wanted, unwanted] of [
        [one, other],
        [other, one],
      ] as const) {
        const found = await readFiltered(
          scope,
          resource,
          given,
          filter,
          encodeURIComponent(wanted.expression),
        );
        if (found === undefined) return;
        const satisfies = (member: object) => maySatisfy({ ...member }, filter, operator, wanted.value);
        const others = [plain.id, ...idsOf(unwanted)];
        assertExactly(found, wanted.expression, idsOf(wanted), others, satisfies);
      }
    },
  );
  yield* caseFor(
    resource,
    'platform-filter-no-match-200',
    `a filter on ${attribute} that matches nothing gives an empty result`,
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      const { id } = await scope.create(resource, { given });
      const nothing = `${attribute} ${operator} ${quoted(scope.unknownId())}`;
      const found = await readFiltered(scope, resource, given, filter, encodeURIComponent(nothing));
      if (found !== undefined) assertExactly(found, nothing, [], [id], () => false);
    },
  );
}

function* hostileValues(resource: Resource, filter: Filter) {
  const { attribute } = filter;
  const operator = filter.operators[0] ?? 'eq';
  yield* caseFor(
    resource,
    'platform-filter-injection',
    `the text in a filter on ${attribute} means itself`,
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      const { value, made } = await filteredMembers(scope, resource, given, filter, 1);
      const own = made.map(({ id }) => id);
      const attempt = async (text: string) => {
        const expression = `${attribute} ${operator} ${quoted(text)}`;
        const answer = await scope.api.get(`${given.collection}?filter=${encodeURIComponent(expression)}`);
        const found = answer.status === 200 ? membersOf(answer, resource.embedded) : [];
        // A list may leave the attribute out, but what the case gave its own member is known.
        const strangers = found.filter((member) =>
          own.includes(String(member.id))
            ? !fits(value, operator, text)
            : !maySatisfy(member, filter, operator, text),
        );
        assert(
          answer.status < 500 && strangers.length === 0,
          `${describeExchange(answer)} to a text in quotes`,
          {
            expected: `only members whose ${attribute} really fits, or a refusal`,
            received: answer.status < 500 ? strangers : `status ${answer.status} ${answer.text}`,
            exchange: answer,
          },
        );
      };
      const middle = Math.floor(value.length / 2);
      for (const wildcard of WILDCARDS)
        await attempt(value.slice(0, middle) + wildcard + value.slice(middle + 1));
      await attempt(`x" or ${attribute} ${operator} "${value}`);
      await holdsForAll(scope, {
        name: 'texts that mean something elsewhere',
        arbitrary: validScimFilter({ filters: [{ attribute, operators: [operator] }] }),
        attempt: ({ terms }) => attempt(terms[0]?.value ?? ''),
      });
    },
  );
}
