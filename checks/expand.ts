import { assert, assertStatus } from '../fixtures/assertions.ts';
import { at, describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { valueAt } from '../fixtures/mutations/path.ts';
import { type Check, caseFor } from './check.ts';

/** Related resources that a read embeds when asked (Conventions, Expand; facts 0.8). */
export const expand: Check = function* (resource) {
  for (const [name, reference] of Object.entries(resource.expand ?? {})) {
    yield* caseFor(
      resource,
      'platform-expand-embeds',
      `expand with ${name} embeds them, and only when asked`,
      async ({ scope }) => {
        const given = await resource.arrange(scope);
        const { path, body } = await scope.create(resource, { given, body: resource.full(scope, given) });
        const referred = at(valueAt(body, `${reference}[]`), 'id');
        const expanded = await scope.api.get(`${path}?expand=${name}`);
        assertStatus(expanded, 200);
        const embedded = membersIn(expanded, name);
        assert(
          embedded.includes(referred),
          `${describeExchange(expanded)} without the ${name} it refers to`,
          {
            expected: `_embedded.${name} with id ${String(referred)}`,
            received: expanded.text,
            exchange: expanded,
          },
        );
        const plain = await scope.api.get(path);
        assert(at(plain.json, `_embedded.${name}`) === undefined, `${describeExchange(plain)} with ${name}`, {
          expected: `no _embedded.${name}`,
          received: plain.text,
          exchange: plain,
        });
      },
    );
  }
};

function membersIn({ json }: Exchange, name: string): readonly unknown[] {
  const members = at(json, `_embedded.${name}`);
  return Array.isArray(members) ? members.map((member) => at(member, 'id')) : [];
}
