import { assertUnchanged, readMember, stateOf } from '../fixtures/aftermath.ts';
import { assert, assertMember, assertRefused, assertStatus, sameJson } from '../fixtures/assertions.ts';
import { at, describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { assertRefusedWith, badRequest } from '../fixtures/refusals.ts';
import type { Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { type ModelProperty, properties } from '../schemas/contract.ts';
import { type Check, caseFor, successes } from './check.ts';
import { proveOpen } from './control.ts';

/** Kept by the server at each change, so that no replacement leaves them as they were. */
const SERVER_KEPT = ['updatedAt', 'checkSum'];

/** What a client cannot set, and what it can set only once (models: read-only and immutable properties). */
export const immutability: Check = function* (resource) {
  const model = properties(resource.model);
  for (const property of outermost(model, ({ readOnly }) => readOnly)) yield* readOnly(resource, property);
  for (const [name, value] of Object.entries(resource.immutable ?? {})) {
    const property = model.find(({ path }) => path === name);
    yield* immutable(
      resource,
      name,
      property === undefined ? [] : rowsOf(model, property, 'immutable'),
      value,
    );
  }
};

function* readOnly(resource: Resource, property: ModelProperty) {
  const { path } = property;
  const elsewhere = Object.values(resource.also).flat();
  const own = rowsOf(properties(resource.model), property, 'readOnly').filter(
    (row) => !elsewhere.includes(row),
  );
  const rows = ['platform-read-only-in-request', ...own];
  yield* caseFor(resource, rows, `${path} in a create is not taken`, async ({ scope }) => {
    const { given } = await scope.create(resource);
    const sent = anotherValue(scope, property);
    const create = await scope.api.post(given.collection, { ...resource.body(scope, given), [path]: sent });
    if (create.status >= 300) {
      await scope.create(resource, { given });
      return assertRefused(create, { target: path });
    }
    const read = await readMember(scope, resource, given, at(create.json, 'id'));
    assertStatus(read, 200);
    for (const answer of [create, read]) assertNotTaken(answer, path, sent);
  });
  if (resource.operations.update === undefined) return;
  yield* caseFor(resource, rows, `${path} in a replace is not taken`, async ({ scope }) => {
    const { given, path: to, body } = await scope.create(resource);
    const before = await stateOf(scope, to);
    const sent = anotherValue(scope, property);
    const put = await scope.api.put(to, { ...resource.body(scope, given), ...body, [path]: sent });
    if (put.status >= 300) {
      await proveOpen(scope, resource, given, ['update']);
      assertRefused(put, { target: path });
    } else assertNotTaken(put, path, sent);
    const read = await scope.api.get(to);
    assertStatus(read, 200);
    assertNotTaken(read, path, sent);
    if (!SERVER_KEPT.includes(path)) assertMember(read, path, at(before.json, path));
  });
}

function* immutable(
  resource: Resource,
  name: string,
  own: readonly string[],
  value: NonNullable<Resource['immutable']>[string],
) {
  for (const given of ['set', 'left out'] as const) {
    yield* caseFor(
      resource,
      ['platform-immutable-in-put', ...own],
      `a replace does not change a ${name} that was ${given} at creation`,
      async ({ scope }) => {
        const place = await resource.arrange(scope);
        const first = given === 'set' ? { [name]: await value(scope, place) } : {};
        const body = { ...resource.body(scope, place), ...first };
        const { path } = await scope.create(resource, { given: place, body });
        const before = await stateOf(scope, path);
        const put = await scope.api.put(path, { ...body, [name]: await value(scope, place) });
        if (put.status >= 300) {
          await proveOpen(scope, resource, place, ['update']);
          assertRefusedWith(put, badRequest);
          await assertUnchanged(scope, before);
        } else assertStatus(put, ...successes(resource.operations.update));
        const after = await scope.api.get(path);
        assertStatus(after, 200);
        assertMember(after, name, at(before.json, name));
      },
    );
  }
}

/** The properties for which something holds, without those inside another for which it holds. */
function outermost(
  model: readonly ModelProperty[],
  holds: (property: ModelProperty) => boolean,
): readonly ModelProperty[] {
  const all = model.filter(holds);
  return all.filter(({ path }) => !all.some((other) => path.startsWith(`${other.path}.`)));
}

/** The rows that a facet of a property, or of one inside it, is about. */
function rowsOf(
  model: readonly ModelProperty[],
  { path }: ModelProperty,
  facet: 'readOnly' | 'immutable',
): readonly string[] {
  const inside = model.filter((each) => each.path === path || each.path.startsWith(`${path}.`));
  return [...new Set(inside.flatMap(({ requirements }) => requirements[facet] ?? []))];
}

/** A valid value of a property that no server would choose. */
function anotherValue(scope: Scope, { schema }: Pick<ModelProperty, 'schema'>): unknown {
  if (schema.properties !== undefined) {
    const members = Object.entries(schema.properties);
    return Object.fromEntries(
      members.flatMap(([name, member]) =>
        // Where there is but one option, no other value can be sent.
        typeof member === 'boolean' || member.enum?.length === 1
          ? []
          : [[name, anotherValue(scope, { schema: member })]],
      ),
    );
  }
  if (schema.format === 'uuid') return scope.unknownId();
  if (schema.format === 'date-time') return '2001-02-03T04:05:06.000Z';
  if (schema.type === 'boolean') return true;
  if (schema.type === 'array') return [];
  return schema.type === 'integer' ? 4711 : (schema.enum?.at(-1) ?? '4711');
}

/** Demands that an answer does not show a value, or any text or number inside it, where it was sent. */
function assertNotTaken(exchange: Exchange, path: string, sent: unknown): void {
  const received = at(exchange.json, path);
  const inside = typeof sent === 'object' && sent !== null ? Object.entries(sent) : [];
  assert(
    !sameJson(received, sent) && !inside.some(([name, value]) => sameJson(at(received, name), value)),
    `${describeExchange(exchange)} with the ${path} that a client sent`,
    { expected: `${path} as the server keeps it`, received: exchange.text, exchange },
    assertNotTaken,
  );
}
