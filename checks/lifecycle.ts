import { readMember } from '../fixtures/aftermath.ts';
import { assert, assertError, assertMember, assertStatus, sameJson } from '../fixtures/assertions.ts';
import { at, describeExchange, isObject } from '../fixtures/exchange.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import { type Resource, shownOf } from '../fixtures/resource.ts';
import { type Check, caseFor, successes } from './check.ts';
import { proveOpen } from './control.ts';
import { assertHolds, createFull } from './echo.ts';

/** Create, read, list, replace, delete: what each answers and what it leaves behind (Conventions; Response codes). */
export const lifecycle: Check = function* (resource) {
  yield* creation(resource);
  yield* reading(resource);
  yield* replacement(resource);
};

function* creation(resource: Resource) {
  yield* caseFor(resource, 'platform-create-201', 'a create answers 201', async ({ scope }) => {
    const given = await resource.arrange(scope);
    const create = await scope.api.post(given.collection, resource.body(scope, given));
    if (create.status === 403) throw new Blocked(`no ${resource.name} may be created: ${create.text}`);
    assertStatus(create, ...successes(resource.operations.create));
    const id = at(create.json, 'id');
    assert(typeof id === 'string', `${describeExchange(create)} without the new ${resource.name}`, {
      expected: 'a body with a string id',
      received: create.text,
      exchange: create,
    });
  });
  yield* caseFor(
    resource,
    'platform-create-returns-id',
    'a create tells the id to read by',
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      const create = await scope.api.post(given.collection, resource.body(scope, given));
      if (create.status >= 300) throw new Blocked(`nothing was created: ${describeExchange(create)}`);
      const id = at(create.json, 'id');
      const detail = { expected: 'an id', received: create.text, exchange: create };
      assert(typeof id === 'string', `${describeExchange(create)} without an id`, detail);
      const read = await readMember(scope, resource, given, id);
      assertStatus(read, 200);
      assertMember(read, 'id', id);
    },
  );
  yield* caseFor(
    resource,
    'platform-create-echoes-values',
    'a create shows the values sent',
    async ({ scope }) => {
      const { exchange, body } = await createFull(scope, resource);
      assertHolds(exchange, shownOf(resource, body));
    },
  );
  yield* caseFor(
    resource,
    'platform-create-then-read',
    'a read shows what was created',
    async ({ scope }) => {
      const { path, body } = await createFull(scope, resource);
      const read = await scope.api.get(path);
      assertStatus(read, 200);
      assertHolds(read, shownOf(resource, body));
    },
  );
  yield* caseFor(
    resource,
    'platform-create-then-listed',
    'a created member is listed once',
    async ({ scope }) => {
      const { id, given } = await scope.create(resource);
      const members = await scope.list(given.collection, resource.embedded);
      const times = members.filter((member) => member.id === id).length;
      assert(times === 1, `a created member stands ${times} times in its collection`, {
        expected: 'one member with the id of the create answer',
        received: `${times} of ${members.length} members`,
      });
    },
  );
  yield* caseFor(
    resource,
    'platform-id-unique',
    'creates sent at once get ids of their own',
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      const made = await Promise.all([1, 2, 3, 4].map(() => scope.create(resource, { given })));
      const ids = new Set(made.map(({ id }) => id));
      assert(ids.size === made.length, 'several creates were given the same id', {
        expected: `${made.length} different ids`,
        received: [...ids],
      });
    },
  );
}

function* reading(resource: Resource) {
  yield* caseFor(
    resource,
    'platform-read-one-200',
    'a read by id answers that one resource',
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      const several = [await scope.create(resource, { given }), await scope.create(resource, { given })];
      for (const { id, path } of several) {
        const read = await scope.api.get(path);
        assertStatus(read, 200);
        assertMember(read, 'id', id);
      }
    },
  );
  yield* caseFor(
    resource,
    'platform-read-all-200',
    'the collection answers a HAL document',
    async ({ scope }) => {
      const { given } = await scope.create(resource);
      const list = await scope.api.get(given.collection);
      assertStatus(list, 200);
      const halves = [at(list.json, '_links'), at(list.json, '_embedded')];
      assert(halves.every(isObject), `${describeExchange(list)} without _links and _embedded`, {
        expected: 'an object with _links and _embedded',
        received: list.text,
        exchange: list,
      });
    },
  );
}

function* replacement(resource: Resource) {
  yield* caseFor(resource, 'platform-update-200', 'a replace answers the new state', async ({ scope }) => {
    const { path, given, id } = await createFull(scope, resource);
    const body = resource.changed(scope, given);
    const put = await scope.api.put(path, body);
    assertStatus(put, ...successes(resource.operations.update));
    assertHolds(put, body);
    assertMember(put, 'id', id);
  });
  yield* caseFor(
    resource,
    'platform-update-then-read',
    'a read shows what a replace stored',
    async ({ scope }) => {
      const { path, given, id } = await createFull(scope, resource);
      const body = resource.changed(scope, given);
      await scope.api.put(path, body);
      assertHolds(await scope.api.get(path), body);
      const members = await scope.list(given.collection, resource.embedded);
      const listed = members.find((member) => member.id === id);
      const name = Object.keys(body)[0] ?? 'name';
      assert(sameJson(listed?.[name], body[name]), `the collection shows ${name} from before the replace`, {
        expected: `${name} ${JSON.stringify(body[name])}`,
        received: listed ?? 'no such member',
      });
    },
  );
  yield* caseFor(
    resource,
    'platform-put-repeatable',
    'the same replace twice gives one state',
    async ({ scope }) => {
      const { path, given } = await createFull(scope, resource);
      const body = resource.changed(scope, given);
      const answers = [await scope.api.put(path, body), await scope.api.put(path, body)];
      for (const put of answers) assertStatus(put, ...successes(resource.operations.update));
      assertHolds(await scope.api.get(path), body);
    },
  );
  yield* caseFor(
    resource,
    'platform-not-found-update-404',
    'a replace creates nothing',
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      await proveOpen(scope, resource, given, ['read', 'update']);
      const id = scope.unknownId();
      const put = await scope.api.put(`${given.collection}/${id}`, resource.body(scope, given));
      assertError(put, [404], ['NOT_FOUND']);
      assertError(await scope.api.get(`${given.collection}/${id}`), [404], ['NOT_FOUND']);
    },
  );
}
