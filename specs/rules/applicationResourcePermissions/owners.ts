import { proveOpen } from '../../../checks/control.ts';
import { assert, assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { applicationResourcePermissions } from '../../../resources/applicationResourcePermissions.ts';
import { applicationResources } from '../../../resources/applicationResources.ts';
import { createdAndRead, createOwned, permissionsOf } from './permission.ts';

/** What a permission is of, and where it is (Create Application Permissions, data model). */
export const owners: readonly Case[] = [
  {
    title: 'a permission names the environment of its path',
    requirements: ['application-resource-permissions-environment-id'],
    run: async ({ scope }) => {
      const { permission } = await createOwned(scope);
      assertMember(permission.exchange, 'environment.id', scope.target.environmentId);
      const read = await scope.api.get(permission.path);
      assertStatus(read, 200);
      if (at(read.json, 'environment') !== undefined)
        assertMember(read, 'environment.id', scope.target.environmentId);
    },
  },
  {
    title: 'a permission names the application resource of its path',
    requirements: ['application-resource-permissions-resource-id'],
    run: async ({ scope }) => {
      const { owner, permission } = await createOwned(scope);
      for (const answer of await createdAndRead(scope, permission))
        assertMember(answer, 'resource.id', owner.id);
    },
  },
  {
    title: 'a permission shows the name of its application resource',
    requirements: ['application-resource-permissions-resource-name'],
    run: async ({ scope }) => {
      const { owner, permission } = await createOwned(scope);
      for (const answer of await createdAndRead(scope, permission))
        assertMember(answer, 'resource.name', owner.body.name);
    },
  },
  {
    title: 'a create stays on the application resource of its path whatever its body says',
    requirements: ['application-resource-permissions-resource-read-only'],
    run: async ({ scope }) => {
      const own = await scope.create(applicationResources);
      const other = await scope.create(applicationResources);
      const body = { action: scope.name(), description: 'Read accounts', resource: { id: other.id } };
      const create = await scope.api.post(permissionsOf(scope, own.id), body);
      if (create.status >= 300) return assertRefused(create, { target: 'resource' });
      await assertStays(scope, String(at(create.json, 'id')), own.id, other.id);
    },
  },
  {
    title: 'a replace moves nothing to another application resource',
    requirements: ['application-resource-permissions-resource-read-only'],
    run: async ({ scope }) => {
      const { owner, permission } = await createOwned(scope);
      const other = await scope.create(applicationResources);
      await proveOpen(scope, applicationResourcePermissions, permission.given, ['update']);
      const body = { action: scope.name(), description: 'Read accounts', resource: { id: other.id } };
      const put = await scope.api.put(permission.path, body);
      if (put.status >= 300) assertRefused(put, { target: 'resource' });
      await assertStays(scope, permission.id, owner.id, other.id);
    },
  },
];

/** Demands that a permission is found on its own application resource and not on another. */
async function assertStays(scope: Scope, id: string, own: string, other: string): Promise<void> {
  const read = await scope.api.get(`${permissionsOf(scope, own)}/${id}`);
  assertStatus(read, 200);
  assert(
    at(read.json, 'resource.id') !== other,
    `${describeExchange(read)} on another application resource`,
    {
      expected: 'the application resource of the path',
      received: read.text,
      exchange: read,
    },
  );
  assertStatus(await scope.api.get(`${permissionsOf(scope, other)}/${id}`), 404);
}
