import * as fc from 'fast-check';
import { anyCharacter } from '../fixtures/arbitraries/character.ts';
import { assert, assertStatus, sameJson } from '../fixtures/assertions.ts';
import { at, describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { assertOnlyFilterRefused, filtered, quoted } from '../fixtures/filtering.ts';
import { holdsForAll } from '../fixtures/property.ts';
import { assertRefusedWith, badRequest } from '../fixtures/refusals.ts';
import type { Resource } from '../fixtures/resource.ts';
import { assertEach } from './answers.ts';
import { type Check, caseFor } from './check.ts';
import { hrefOf } from './documents.ts';
import { createSeveral, ownOn, sameMembers, walk } from './pages.ts';

/** What a collection document holds (Conventions, HAL; facts 0.5). */
export const collections: Check = function* (resource) {
  const key = `_embedded.${resource.embedded}`;
  yield* caseFor(
    resource,
    'platform-collection-embedded-key',
    'members stand in an array under the name of the collection',
    async ({ scope }) => {
      const { given } = await scope.create(resource);
      const list = await scope.api.get(given.collection);
      assertEach(
        [list],
        `an array in ${key}`,
        ({ json }) => Array.isArray(at(json, key)),
        ({ text }) => text,
      );
    },
  );
  yield* agreement(resource);
  yield* empty(resource, key);
  yield* caseFor(
    resource,
    'platform-collection-unknown-query',
    'an unknown query parameter does no harm',
    async ({ scope }) => {
      const { given, ids } = await createSeveral(scope, resource, 2);
      await holdsForAll(scope, {
        name: 'unknown query parameters',
        arbitrary: fc.tuple(
          fc.stringMatching(/^[a-z]{1,8}$/),
          fc.string({ unit: anyCharacter, maxLength: 12 }),
        ),
        attempt: async ([name, value]) => {
          const to = `${given.collection}?unknown${name}=${encodeURIComponent(value)}`;
          const answer = await scope.api.get(to);
          if (answer.status !== 200) return assertRefusedWith(answer, badRequest);
          const seen = ownOn(await walk(scope, resource, to), ids);
          assert(sameMembers(seen, ids), `${describeExchange(answer)} with another result than without it`, {
            expected: ids.join(', '),
            received: seen,
            exchange: answer,
          });
        },
      });
    },
  );
};

function* agreement(resource: Resource) {
  yield* caseFor(
    resource,
    'platform-collection-item-agrees-with-read',
    'a member of a collection shows the values of a read',
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      const kept = await scope.create(resource, { given, body: resource.full(scope, given) });
      const changed = await scope.create(resource, { given, body: resource.full(scope, given) });
      if (resource.operations.update !== undefined)
        await scope.api.put(changed.path, resource.changed(scope, given));
      const members = await scope.list(given.collection, resource.embedded);
      for (const { id, path } of [kept, changed]) {
        const member = members.find((each) => each.id === id) ?? {};
        const read = await scope.api.get(hrefOf(member, 'self') ?? path);
        assertStatus(read, 200);
        const { _links, _embedded, ...values } = member;
        const differing = Object.entries(values).filter(([name, value]) => differs(read, name, value));
        assert(
          differing.length === 0 && member.id === id,
          `${describeExchange(read)} with other values than the list`,
          {
            expected: read.text,
            received: member,
            exchange: read,
          },
        );
      }
    },
  );
}

/** An empty collection can be had below a parent of the case's own, an empty result through a filter. */
function* empty(resource: Resource, key: string) {
  const filter = resource.filters?.[0];
  if (resource.parent === undefined && filter === undefined) return;
  yield* caseFor(
    resource,
    'platform-read-all-empty-200',
    'a collection without members is a success',
    async ({ scope }) => {
      const { collection } = await resource.arrange(scope);
      const nothing = `${filter?.attribute} ${filter?.operators[0]} ${quoted(scope.unknownId())}`;
      const list = await scope.api.get(
        resource.parent === undefined ? filtered(collection, nothing) : collection,
      );
      if (filter?.mayRefuse && list.status === 400)
        return assertOnlyFilterRefused(scope.api, collection, list);
      assertStatus(list, 200);
      assertEach(
        [list],
        `an empty array in ${key}`,
        ({ json }) => sameJson(at(json, key), []),
        ({ text }) => text,
      );
      const counts = ({ json }: Exchange) => [undefined, 0].includes(at(json, 'count') as number | undefined);
      assertEach([list], 'no count or 0', counts, ({ json }) => at(json, 'count'));
      // Some samples show the limit of the page as its size.
      const size = at(list.json, 'size');
      const sizes = () => size === undefined || (Number.isInteger(size) && Number(size) >= 0);
      assertEach([list], 'no size, 0 or a limit', sizes, () => size);
    },
  );
}

/** A member may show fewer properties than a read, and other links. */
function differs(read: Exchange, name: string, value: unknown): boolean {
  const own = at(read.json, name);
  return own !== undefined && !sameJson(own, value);
}
