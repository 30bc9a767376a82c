import { assertNotStored, assertUnchanged, stateOf } from '../fixtures/aftermath.ts';
import { assert, assertStatus } from '../fixtures/assertions.ts';
import { describeExchange } from '../fixtures/exchange.ts';
import { assertRefusedWith, badRequest, forbidden, notFound } from '../fixtures/refusals.ts';
import type { Reference, Resource } from '../fixtures/resource.ts';
import type { Made, Scope } from '../fixtures/scope.ts';
import { properties } from '../schemas/contract.ts';
import { type Check, caseFor, isBelowEnvironment, successes } from './check.ts';
import { proveOpen } from './control.ts';
import { offered, requestsOn } from './requests.ts';

/** What one environment holds does not show in another (Environments, introduction: separate from one another). */
export const isolation: Check = function* (resource) {
  if (!isBelowEnvironment(resource)) return;
  yield* caseFor(
    resource,
    'platform-isolation-read',
    'a read through another environment finds nothing',
    async ({ scope }) => {
      const made = await scope.create(resource);
      await stateOf(scope, made.path);
      for (const collection of await collectionsElsewhere(scope, resource, made)) {
        const read = await scope.api.get(`${collection}/${made.id}`);
        assertRefusedWith(read, notFound, forbidden);
      }
    },
  );
  yield* caseFor(
    resource,
    'platform-isolation-list',
    'another environment does not list it',
    async ({ scope }) => {
      const made = await scope.create(resource);
      for (const collection of await collectionsElsewhere(scope, resource, made)) {
        const list = await scope.api.get(collection);
        const members = list.status === 200 ? await scope.list(collection, resource.embedded) : [];
        assert(
          list.status < 500 && !members.some(({ id }) => id === made.id),
          `${describeExchange(list)} with a member of another environment`,
          { expected: `no member with id ${made.id}`, received: list.text, exchange: list },
        );
      }
    },
  );
  yield* caseFor(
    resource,
    'platform-isolation-write',
    'a change or delete through another environment finds nothing',
    async ({ scope }) => {
      const made = await scope.create(resource);
      await proveOpen(scope, resource, made.given, ['update', 'delete']);
      const before = await stateOf(scope, made.shownAt);
      const { update, delete: remove } = requestsOn(scope, resource, made);
      for (const collection of await collectionsElsewhere(scope, resource, made)) {
        for (const request of offered(update, remove)) {
          const to = `${collection}/${made.id}`;
          assertRefusedWith(await scope.api.send({ ...request, to }), notFound, forbidden);
        }
      }
      await assertUnchanged(scope, before);
    },
  );
  for (const [path, reference] of Object.entries(resource.references ?? {}))
    yield* referring(resource, path, reference);
  if (resource.unique?.within === 'environment') yield* naming(resource, resource.unique.property);
};

function* referring(resource: Resource, path: string, { bodyWith, resource: target }: Reference) {
  yield* caseFor(
    resource,
    'platform-isolation-reference',
    `${path} of another environment is refused at creation`,
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      const own = await scope.create(target);
      await scope.create(resource, { given, body: bodyWith(scope, given, own.id) });
      const body = bodyWith(scope, given, (await scope.second.create(target)).id);
      assertRefusedWith(await scope.api.post(given.collection, body), badRequest, notFound);
      await assertNotStored(scope, resource, given, body);
    },
  );
  if (resource.operations.update === undefined) return;
  if (properties(resource.model).some((property) => property.path === path && property.immutable)) return;
  yield* caseFor(
    resource,
    'platform-isolation-reference',
    `${path} of another environment is refused in a replace`,
    async ({ scope }) => {
      const made = await scope.create(resource);
      const own = await scope.create(target);
      assertStatus(
        await scope.api.put(made.path, bodyWith(scope, made.given, own.id)),
        ...successes(resource.operations.update),
      );
      const before = await stateOf(scope, made.path);
      const foreign = await scope.second.create(target);
      const put = await scope.api.put(made.path, bodyWith(scope, made.given, foreign.id));
      assertRefusedWith(put, badRequest, notFound);
      await assertUnchanged(scope, before);
    },
  );
}

function* naming(resource: Resource, property: string) {
  yield* caseFor(
    resource,
    'platform-isolation-name-per-environment',
    `a ${property} can be used again in another environment`,
    async ({ scope }) => {
      const made = await scope.create(resource);
      const given = await resource.arrange(scope.second);
      const body = { ...resource.body(scope.second, given), [property]: made.body[property] };
      const again = await scope.api.post(given.collection, body);
      assertStatus(again, ...successes(resource.operations.create));
    },
  );
}

/**
 * Collections of the second environment through which a member of the first might be reached: below the same path,
 * and, where it has a parent, below another parent that the second environment really has.
 * @throws Blocked when the second environment cannot be read
 */
async function collectionsElsewhere(
  scope: Scope,
  resource: Resource,
  { given }: Made,
): Promise<ReadonlySet<string>> {
  const { collection } = await resource.arrange(scope.second);
  await stateOf(scope, collection);
  return new Set([given.collection.replace(scope.environment, scope.secondEnvironment), collection]);
}
