import { assert, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange, isObject } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { applicationResourcePermissions } from '../../../resources/applicationResourcePermissions.ts';
import { applicationResources } from '../../../resources/applicationResources.ts';
import { resources } from '../../../resources/resources.ts';

const ROW = 'application-resources-permissions-by-resource';
const COMMON = ['id', 'action', 'description', 'key', 'resource.id', 'resource.name'];

/** All permissions below one custom resource, read at once (facts 4.7; Resources, application permissions). */
export const permissionsBelow: readonly Case[] = [
  {
    title: 'the permissions of all its application resources are read at once below a resource',
    requirements: [`${ROW}-200`],
    run: async ({ scope }) => {
      const parent = await scope.create(resources);
      const made = [await permissionBelow(scope, parent), await permissionBelow(scope, parent)];
      const list = await listBelow(scope, parent);
      const listed = itemsOf(list).map((item) => at(item, 'id'));
      assert(
        made.every(({ id }) => listed.includes(id)),
        `${describeExchange(list)} without a permission`,
        { expected: made.map(({ id }) => id).join(', '), received: listed, exchange: list },
      );
    },
  },
  {
    title: 'the permissions below a resource stand in one array, which may be empty',
    requirements: [`${ROW}-embedded`],
    run: async ({ scope }) => {
      const parent = await scope.create(resources);
      assertArray(scope, await listBelow(scope, parent));
      await permissionBelow(scope, parent);
      assertArray(scope, await listBelow(scope, parent));
    },
  },
  {
    title: 'the permissions below a resource are those of no other resource',
    requirements: [`${ROW}-own`],
    run: async ({ scope }) => {
      const ids = [];
      const parents = [await scope.create(resources), await scope.create(resources)];
      for (const parent of parents) await permissionBelow(scope, parent);
      for (const parent of parents)
        ids.push(itemsOf(await listBelow(scope, parent)).map((item) => at(item, 'id')));
      const [ofOne = [], ofOther = []] = ids;
      const shared = ofOne.filter((id) => ofOther.includes(id));
      assert(ofOne.length > 0 && shared.length === 0, 'two resources list the same permission', {
        expected: 'no id in both lists',
        received: shared,
      });
    },
  },
  {
    title: 'an item below a resource is the permission of its application resource',
    requirements: [`${ROW}-same-permission`],
    run: async ({ scope }) => {
      const { parent, made } = await oneBelow(scope);
      const read = await scope.api.get(made.path);
      assertStatus(read, 200);
      const item = itemOf(await listBelow(scope, parent), made);
      for (const path of COMMON) assertMember(item, path, at(read.json, path));
    },
  },
  {
    title: 'an item below a resource names that resource as its server',
    requirements: [`${ROW}-resource-server-id`],
    run: async ({ scope }) => {
      const { parent, made } = await oneBelow(scope);
      assertMember(itemOf(await listBelow(scope, parent), made), 'resourceServer.id', parent.id);
    },
  },
  {
    title: 'an item below a resource names the environment of its server, or none',
    requirements: [`${ROW}-resource-server-environment`],
    run: async ({ scope }) => {
      const { parent, made } = await oneBelow(scope);
      const item = itemOf(await listBelow(scope, parent), made);
      if (at(item.json, 'resourceServer.environment') !== undefined)
        assertMember(item, 'resourceServer.environment.id', scope.target.environmentId);
    },
  },
];

/** A resource with one permission below it. */
async function oneBelow(scope: Scope): Promise<{ parent: Made; made: Made }> {
  const parent = await scope.create(resources);
  return { parent, made: await permissionBelow(scope, parent) };
}

/** A permission with a description, of a new application resource below the given one. */
async function permissionBelow(scope: Scope, parent: Made): Promise<Made> {
  const below = { collection: `${parent.path}/applicationResources`, ids: { resourceID: parent.id } };
  const { id } = await scope.create(applicationResources, { given: below });
  const collection = `${scope.environment}/applicationResources/${id}/permissions`;
  const given = { collection, ids: {} };
  return scope.create(applicationResourcePermissions, {
    given,
    body: applicationResourcePermissions.full(scope, given),
  });
}

async function listBelow(scope: Scope, { path }: Made): Promise<Exchange> {
  const list = await scope.api.get(`${path}/applicationPermissions`);
  assertStatus(list, 200);
  return list;
}

/** The name of the array is not published; whatever single one there is holds the permissions. */
function itemsOf({ json }: Exchange): readonly unknown[] {
  const embedded = at(json, '_embedded');
  const arrays = Object.values(isObject(embedded) ? embedded : {}).filter(Array.isArray);
  if (arrays.length !== 1) throw new Blocked('the permissions below a resource are not in one array');
  return arrays[0] as readonly unknown[];
}

/** The list with one permission in place of all; it is known by its action even where it has another id. */
function itemOf(list: Exchange, { id, body }: Made): Exchange {
  const json = itemsOf(list).find((item) => at(item, 'id') === id || at(item, 'action') === body.action);
  if (json === undefined) throw new Blocked('a permission is not listed below its resource');
  return { ...list, json };
}

function assertArray(scope: Scope, list: Exchange): void {
  const embedded = at(list.json, '_embedded');
  const entries = Object.entries(isObject(embedded) ? embedded : {});
  const [[name, items] = ['', undefined]] = entries;
  assert(
    entries.length === 1 && Array.isArray(items),
    `${describeExchange(list)} without its permissions in one array`,
    { expected: 'one array below _embedded', received: list.text, exchange: list },
    assertArray,
  );
  if (name !== 'permissions') scope.observe('embedded-key', 'applicationPermissions', name);
}
