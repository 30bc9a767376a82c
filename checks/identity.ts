import { assert, assertMember, assertRefused, assertStatus } from '../fixtures/assertions.ts';
import { at, describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { assertRefusedWith, notFound } from '../fixtures/refusals.ts';
import type { Resource } from '../fixtures/resource.ts';
import type { Made, Scope } from '../fixtures/scope.ts';
import { properties } from '../schemas/contract.ts';
import { type Check, caseFor } from './check.ts';
import { proveOpen } from './control.ts';
import { createFull } from './echo.ts';
import { valuesAt } from './valuesAt.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What a resource is called by, and how it names others (Conventions, Resource ids; HAL). */
export const identity: Check = function* (resource) {
  yield* caseFor(resource, 'platform-id-uuid', 'every answer has a UUID as its id', async ({ scope }) => {
    const given = await resource.arrange(scope);
    const create = await scope.api.post(given.collection, resource.full(scope, given));
    // An id of another type is a fault here, not a reason to go without what it names.
    if (create.status < 300) assertUuids([at(create.json, 'id')]);
    const { made, answers } = await allAnswers(scope, resource);
    const members = await scope.list(made.given.collection, resource.embedded);
    const ids = [...answers.map(({ json }) => at(json, 'id')), ...members.map(({ id }) => id)];
    assertUuids(ids);
  });
  yield* caseFor(
    resource,
    'platform-id-server-assigned',
    'an id in a create is not adopted',
    async ({ scope }) => {
      const { given } = await scope.create(resource);
      await proveOpen(scope, resource, given, ['read']);
      const id = scope.unknownId();
      const create = await scope.api.post(given.collection, { ...resource.body(scope, given), id });
      if (create.status >= 300) assertRefused(create, { target: 'id' });
      else
        assert(at(create.json, 'id') !== id, 'a create adopted the id of the request', another(id, create));
      assertRefusedWith(await scope.api.get(`${given.collection}/${id}`), notFound);
    },
  );
  yield* caseFor(resource, 'platform-id-stable', 'an id in a replace moves nothing', async ({ scope }) => {
    const { given, path, id } = await scope.create(resource);
    await proveOpen(scope, resource, given, ['update']);
    const other = scope.unknownId();
    const put = await scope.api.put(path, { ...resource.changed(scope, given), id: other });
    if (put.status >= 300) assertRefused(put, { target: 'id' });
    else assertMember(put, 'id', id);
    const read = await scope.api.get(path);
    assertStatus(read, 200);
    assertMember(read, 'id', id);
    assertRefusedWith(await scope.api.get(`${given.collection}/${other}`), notFound);
  });
  yield* relating(resource);
};

function* relating(resource: Resource) {
  const model = properties(resource.model);
  const paths = new Set(model.map(({ path }) => path));
  const relations = model.filter(({ path }) => paths.has(`${path}.id`)).map(({ path }) => path);
  if (relations.length === 0) return;
  yield* caseFor(
    resource,
    'platform-reference-objects',
    'every relation is an object with the id of what it names',
    async ({ scope }) => {
      const { made, answers } = await allAnswers(scope, resource);
      const members = await scope.list(made.given.collection, resource.embedded);
      const seen = [...answers.map(({ json }) => json), ...members];
      for (const relation of relations) {
        const named = seen.flatMap((json) => valuesAt(json, relation));
        const other = named.filter((value) => typeof at(value, 'id') !== 'string');
        assert(other.length === 0, `${resource.name} with a ${relation} that is no reference`, {
          expected: 'an object with the string id',
          received: other,
        });
      }
      const environments = seen.flatMap((json) => valuesAt(json, 'environment.id'));
      assert(
        environments.every((id) => id === scope.target.environmentId),
        `${resource.name} with another environment than the one in the path`,
        { expected: scope.target.environmentId, received: environments },
      );
    },
  );
}

/** Creates one with everything set, reads and replaces it where that is offered, and keeps what each answered. */
export async function allAnswers(
  scope: Scope,
  resource: Resource,
): Promise<{ made: Made; answers: readonly Exchange[] }> {
  const made = await createFull(scope, resource);
  const { read, update } = resource.operations;
  const answers = [made.exchange];
  if (read !== undefined) answers.push(await scope.api.get(made.path));
  if (update !== undefined) answers.push(await scope.api.put(made.path, resource.full(scope, made.given)));
  for (const answer of answers)
    assert(answer.status < 300, `${describeExchange(answer)} to a valid request`, {
      expected: 'a success',
      received: answer.text,
      exchange: answer,
    });
  return { made, answers };
}

function assertUuids(ids: readonly unknown[]): void {
  const other = ids.filter((id) => typeof id !== 'string' || !UUID.test(id));
  assert(
    other.length === 0,
    `${other.length} of ${ids.length} ids met are no UUID`,
    { expected: 'the text form of a UUID', received: other.map((id) => id ?? 'no id') },
    assertUuids,
  );
}

function another(id: string, exchange: Exchange) {
  return { expected: `an id other than ${id}`, received: exchange.text, exchange };
}
