import { proveOpen } from '../../../checks/control.ts';
import { stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { applicationResources } from '../../../resources/applicationResources.ts';
import { resources } from '../../../resources/resources.ts';
import { membersOf, type Shown } from '../facets.ts';
import { widePath } from './paths.ts';

/** How an application resource belongs to the resource it was created under (Create Application Resource). */
export const parents: readonly Case[] = [
  {
    title: 'a create needs no parent in its body',
    requirements: ['application-resources-parent-not-needed'],
    run: async ({ scope }) => {
      const given = await applicationResources.arrange(scope);
      const body = applicationResources.full(scope, given);
      assertStatus(await scope.api.post(given.collection, body), 201, 200);
    },
  },
  {
    title: 'a parent lists none of another parent',
    requirements: ['application-resources-parent-list-own'],
    run: async ({ scope }) => {
      const one = await scope.create(applicationResources);
      const other = await scope.create(applicationResources);
      const lists = [];
      for (const { given } of [one, other])
        lists.push((await scope.list(given.collection, 'resources')).map(({ id }) => id));
      const [ofOne = [], ofOther = []] = lists;
      const shared = ofOne.filter((id) => ofOther.includes(id));
      assert(ofOne.includes(one.id) && shared.length === 0, 'two parents list the same member', {
        expected: 'no id in both lists',
        received: shared,
      });
    },
  },
  {
    title: 'reads below the environment name the parent',
    requirements: ['application-resources-parent-present'],
    run: async ({ scope }) => {
      const { id } = await scope.create(applicationResources);
      for (const { value, exchange } of await shownWide(scope, id)) {
        const parent = at(value, 'parent');
        const isNamed = typeof at(parent, 'type') === 'string' && typeof at(parent, 'id') === 'string';
        assert(isNamed, `${describeExchange(exchange)} without the parent`, {
          expected: 'parent, an object with type and id',
          received: value,
          exchange,
        });
      }
    },
  },
  {
    title: 'a parent that is shown is a resource of PingOne',
    requirements: ['application-resources-parent-type'],
    run: async ({ scope }) => {
      const made = await scope.create(applicationResources);
      for (const { value, exchange } of await shownEverywhere(scope, made))
        assertShown(exchange, value, 'parent.type', 'PING_ONE_RESOURCE');
    },
  },
  {
    title: 'a parent that is shown is the resource it was created under',
    requirements: ['application-resources-parent-id'],
    run: async ({ scope }) => {
      for (const made of [
        await scope.create(applicationResources),
        await scope.create(applicationResources),
      ]) {
        for (const { value, exchange } of await shownEverywhere(scope, made))
          assertShown(exchange, value, 'parent.id', made.given.ids.resourceID);
      }
    },
  },
  {
    title: 'a create stays under the parent of its path whatever its body says',
    requirements: ['application-resources-parent-read-only'],
    run: async ({ scope }) => {
      const given = await applicationResources.arrange(scope);
      const other = await scope.create(resources);
      const body = { ...applicationResources.full(scope, given), parent: parentTo(other.id) };
      const create = await scope.api.post(given.collection, body);
      if (create.status >= 300) return assertRefused(create, { target: 'parent' });
      const id = String(at(create.json, 'id'));
      await assertStays(scope, id, given.collection, other);
    },
  },
  {
    title: 'a replace moves nothing to another parent',
    requirements: ['application-resources-parent-read-only'],
    run: async ({ scope }) => {
      const { id, path, given } = await scope.create(applicationResources);
      const other = await scope.create(resources);
      await proveOpen(scope, applicationResources, given, ['update']);
      const body = { ...applicationResources.changed(scope, given), parent: parentTo(other.id) };
      const put = await scope.api.put(path, body);
      if (put.status >= 300) assertRefused(put, { target: 'parent' });
      await assertStays(scope, id, given.collection, other);
    },
  },
];

function parentTo(id: string) {
  return { type: 'PING_ONE_RESOURCE', id };
}

/** One application resource as the reads below the environment show it. */
async function shownWide(scope: Scope, id: string): Promise<readonly Shown[]> {
  const read = await stateOf(scope, widePath(scope, id));
  const listed = membersOf(await stateOf(scope, widePath(scope)), 'resources');
  return [shown(read), ...listed.filter(({ value }) => value.id === id)];
}

/** One application resource as its create and every read show it. */
async function shownEverywhere(scope: Scope, { id, path, given, exchange }: Made): Promise<readonly Shown[]> {
  const listed = membersOf(await stateOf(scope, given.collection), 'resources');
  return [shown(exchange), shown(await stateOf(scope, path)), ...(await shownWide(scope, id)), ...listed];
}

function shown(exchange: Exchange): Shown {
  return { value: exchange.json as Shown['value'], exchange };
}

/** Demands a value of a property, where the property is shown at all. */
function assertShown(exchange: Exchange, value: unknown, path: string, expected: unknown): void {
  const received = at(value, path);
  assert(
    received === undefined || received === expected,
    `${describeExchange(exchange)} with another ${path}`,
    { expected: `${path} ${String(expected)}`, received: value, exchange },
    assertShown,
  );
}

/** Demands that one is found in its own collection, and neither found below another resource nor told to be. */
async function assertStays(scope: Scope, id: string, own: string, other: Made): Promise<void> {
  assertStatus(await scope.api.get(`${own}/${id}`), 200);
  assertStatus(await scope.api.get(`${other.path}/applicationResources/${id}`), 404);
  const read = await scope.api.get(widePath(scope, id));
  assert(at(read.json, 'parent.id') !== other.id, `${describeExchange(read)} with another parent`, {
    expected: 'the parent of the path',
    received: read.text,
    exchange: read,
  });
}
