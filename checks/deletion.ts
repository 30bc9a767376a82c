import { stateOf } from '../fixtures/aftermath.ts';
import { assert, assertError, assertStatus } from '../fixtures/assertions.ts';
import { describeExchange } from '../fixtures/exchange.ts';
import { type Check, caseFor } from './check.ts';
import { proveOpen } from './control.ts';

/** What a delete answers, what it removes and what it spares (Conventions; Response codes). */
export const deletion: Check = function* (resource) {
  yield* caseFor(resource, 'platform-delete-204', 'a delete answers 204', async ({ scope }) => {
    const { path } = await scope.create(resource);
    assertStatus(await scope.api.delete(path), 204);
  });
  yield* caseFor(
    resource,
    'platform-delete-empty-body',
    'a delete answers without a body',
    async ({ scope }) => {
      const { path } = await scope.create(resource);
      const gone = await scope.api.delete(path);
      assert(gone.text === '', `${describeExchange(gone)} with a body`, {
        expected: 'no bytes',
        received: gone.text,
        exchange: gone,
      });
    },
  );
  yield* caseFor(
    resource,
    'platform-delete-then-read-404',
    'what was deleted is not found',
    async ({ scope }) => {
      const { path } = await scope.create(resource);
      await stateOf(scope, path);
      await scope.api.delete(path);
      assertError(await scope.api.get(path), [404], ['NOT_FOUND']);
    },
  );
  yield* caseFor(
    resource,
    'platform-delete-then-unlisted',
    'what was deleted is not listed',
    async ({ scope }) => {
      const { path, id, given } = await scope.create(resource);
      await scope.api.delete(path);
      const members = await scope.list(given.collection, resource.embedded);
      assert(!members.some((member) => member.id === id), 'a deleted member is still listed', {
        expected: `no member with id ${id}`,
        received: `${members.length} members with it among them`,
      });
    },
  );
  yield* caseFor(
    resource,
    'platform-delete-twice-404',
    'a second delete finds nothing',
    async ({ scope }) => {
      const { path, id, given } = await scope.create(resource);
      await proveOpen(scope, resource, given, ['delete']);
      await scope.api.delete(path);
      scope.ledger.madeUp(id);
      assertError(await scope.api.delete(path), [404], ['NOT_FOUND']);
    },
  );
  yield* caseFor(
    resource,
    'platform-not-found-delete-404',
    'a delete of an unknown id finds nothing',
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      await proveOpen(scope, resource, given, ['delete']);
      const gone = await scope.api.delete(`${given.collection}/${scope.unknownId()}`);
      assertError(gone, [404], ['NOT_FOUND']);
    },
  );
  yield* caseFor(
    resource,
    'platform-delete-spares-siblings',
    'a delete spares the other members',
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      await proveOpen(scope, resource, given, ['delete']);
      const gone = await scope.create(resource, { given });
      const kept = await scope.create(resource, { given });
      const before = await scope.api.get(kept.path);
      await scope.api.delete(gone.path);
      const after = await scope.api.get(kept.path);
      assertStatus(after, 200);
      assert(after.text === before.text, 'a delete changed another member', {
        expected: before.text,
        received: after.text,
        exchange: after,
      });
    },
  );
  const unique = resource.unique;
  if (unique === undefined) return;
  yield* caseFor(
    resource,
    'platform-delete-frees-name',
    'a deleted name can be used again',
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      const body = resource.body(scope, given);
      const first = await scope.create(resource, { given, body });
      await scope.api.delete(first.path);
      const again = await scope.api.post(given.collection, body);
      assertStatus(again, 201);
      assert(
        (again.json as { id?: unknown }).id !== first.id,
        'a new member was given the id of a deleted one',
        {
          expected: `an id other than ${first.id}`,
          received: again.text,
          exchange: again,
        },
      );
    },
  );
};
