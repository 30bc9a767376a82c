import { readMember } from '../fixtures/aftermath.ts';
import { assert, assertStatus, sameJson } from '../fixtures/assertions.ts';
import { at, describeExchange, type Exchange } from '../fixtures/exchange.ts';
import type { Resource } from '../fixtures/resource.ts';
import { type ModelProperty, properties } from '../schemas/contract.ts';
import { type Check, caseFor, successes } from './check.ts';
import { createFull } from './echo.ts';

/** How a property loses its value, and how a property without one is shown (Conventions, PUT; null values). */
export const clearing: Check = function* (resource) {
  yield* caseFor(
    resource,
    'platform-response-null-omitted',
    'a property without a value is left out',
    async ({ scope }) => {
      const { id, given, exchange } = await scope.create(resource);
      const read = await readMember(scope, resource, given, id);
      assertStatus(read, 200);
      for (const answer of [exchange, read]) assertNothingEmpty(answer, resource);
    },
  );
  if (resource.clearable === undefined) return;
  yield* cleared(resource, resource.clearable);
};

function* cleared(resource: Resource, clearable: string) {
  yield* caseFor(
    resource,
    'platform-put-clears-omitted',
    'a replace clears what it leaves out',
    async ({ scope }) => {
      const { path, given, body } = await createFull(scope, resource);
      const required = resource.body(scope, given);
      const put = await scope.api.put(path, required);
      assertStatus(put, ...successes(resource.operations.update));
      const read = await scope.api.get(path);
      for (const name of Object.keys(body).filter((each) => !(each in required)))
        assertCleared(read, name, schemaOf(resource, name));
    },
  );
  yield* caseFor(
    resource,
    'platform-request-null-clears',
    'null in a replace clears a property',
    async ({ scope }) => {
      const { path, given } = await createFull(scope, resource);
      const put = await scope.api.put(path, { ...resource.full(scope, given), [clearable]: null });
      assertStatus(put, ...successes(resource.operations.update));
      assertCleared(await scope.api.get(path), clearable, schemaOf(resource, clearable));
    },
  );
}

/** Demands that a property has no value, or only the one it is documented to have when none is sent. */
function assertCleared(exchange: Exchange, name: string, schema: ModelProperty['schema'] | undefined): void {
  const received = at(exchange.json, name);
  assert(
    exchange.status === 200 && isUnset(received, schema),
    `${describeExchange(exchange)} with a ${name} from before the replace`,
    { expected: `no ${name}, or its default`, received: exchange.text, exchange },
    assertCleared,
  );
}

/** An absent mark is an unset one, and an object is unset when everything in it is. */
function isUnset(value: unknown, schema: ModelProperty['schema'] | undefined): boolean {
  if (value === undefined || value === null || value === false) return true;
  if (schema?.default !== undefined && sameJson(value, schema.default)) return true;
  if (schema?.properties === undefined || typeof value !== 'object') return false;
  return Object.entries(value).every(([name, member]) => {
    const inside = schema.properties?.[name];
    return isUnset(member, typeof inside === 'object' ? inside : undefined);
  });
}

/** Demands that no property of a resource stands there with null or an empty text, unless its model has null. */
function assertNothingEmpty(exchange: Exchange, resource: Resource): void {
  const empty = emptyIn(exchange.json, '').filter((path) => {
    const type = schemaOf(resource, path)?.type;
    return !(Array.isArray(type) && type.includes('null'));
  });
  assert(
    empty.length === 0,
    `${describeExchange(exchange)} with properties that have no value`,
    { expected: 'such properties left out', received: `${empty.join(', ')} in ${exchange.text}`, exchange },
    assertNothingEmpty,
  );
}

function emptyIn(value: unknown, path: string): readonly string[] {
  if (value === null || value === '') return [path];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const step = Array.isArray(value) ? '[]' : path === '' ? name : `.${name}`;
    return emptyIn(member, path + step);
  });
}

function schemaOf(resource: Resource, path: string): ModelProperty['schema'] | undefined {
  return properties(resource.model).find((property) => property.path === path)?.schema;
}
