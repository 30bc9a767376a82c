import { proveOpen } from '../../../checks/control.ts';
import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { applicationResourcePermissions } from '../../../resources/applicationResourcePermissions.ts';
import { addPermission } from '../../../resources/applicationRolePermissions.ts';
import { applicationRoles } from '../../../resources/applicationRoles.ts';
import { giveRole } from '../../../resources/userApplicationRoleAssignments.ts';
import { dedicatedEnvironment } from '../dedicatedEnvironment.ts';
import { assertQuota } from '../quota.ts';
import { newUsers, usersOf } from './holders.ts';

/** Application roles of one environment, at most (admin guide, Adding an application role). */
const MAXIMUM = 128;

/** What a role is, and what becomes of what it holds (Application Roles; admin guide for name and number). */
export const role: readonly Case[] = [
  {
    title: 'a create names the environment',
    requirements: ['application-roles-environment-id'],
    run: async ({ scope }) => {
      const { exchange } = await scope.create(applicationRoles);
      assertMember(exchange, 'environment.id', scope.target.environmentId);
    },
  },
  {
    title: 'a taken name is refused in a replace',
    requirements: ['application-roles-name-unique-on-update'],
    run: async ({ scope }) => {
      const first = await scope.create(applicationRoles);
      const other = await scope.create(applicationRoles);
      await proveOpen(scope, applicationRoles, other.given, ['update']);
      const before = await stateOf(scope, other.path);
      const put = await scope.api.put(other.path, { ...other.body, name: first.body.name });
      assertRefused(put, { target: 'name', codes: ['UNIQUENESS_VIOLATION'] });
      await assertUnchanged(scope, before);
    },
  },
  {
    title: 'a refused name is not listed twice',
    requirements: ['application-roles-name-unique'],
    run: async ({ scope }) => {
      const { given, body } = await scope.create(applicationRoles);
      await scope.api.post(given.collection, body);
      const members = await scope.list(given.collection, applicationRoles.embedded);
      const holders = members.filter(({ name }) => name === body.name);
      assert(holders.length === 1, `${holders.length} roles have the same name`, {
        expected: `one role with the name ${body.name}`,
        received: holders,
      });
    },
  },
  {
    title: 'a replace leaves its permissions and users alone',
    requirements: ['application-roles-update-keeps-relations'],
    run: async ({ scope }) => {
      const { made, permission } = await roleWithRelations(scope);
      assertStatus(await scope.api.put(made.path, applicationRoles.changed(scope, made.given)), 200);
      const permissions = await scope.list(`${made.path}/permissions`, 'permissions');
      const people = await usersOf(scope, made);
      assert(
        permissions.some(({ id }) => id === permission.id) && people.length === 1,
        'a replaced role lost permissions or users',
        { expected: 'one permission and one user', received: { permissions, people } },
      );
    },
  },
  {
    title: 'what lies below a deleted one is gone',
    requirements: ['application-roles-delete-removes-children'],
    run: async ({ scope }) => {
      const { made, given, added } = await roleWithRelations(scope);
      const removal = await scope.api.delete(made.path);
      if (removal.status !== 204) {
        scope.observe('reading', 'application-roles-delete-removes-children', 'refused while it is in use');
        for (const { path } of [given, added]) assertStatus(await scope.api.delete(path), 204);
        assertStatus(await scope.api.delete(made.path), 204);
      }
      for (const below of ['permissions', 'users', 'assignments'])
        assertStatus(await scope.api.get(`${made.path}/${below}`), 404);
    },
  },
  {
    title: 'a collection without any has an empty array',
    requirements: ['application-roles-list-embedded'],
    capabilities: ['dedicated-environment'],
    run: async ({ scope }) => {
      const inside = await dedicatedEnvironment(scope);
      const list = await scope.api.get(`${inside.environment}/applicationRoles`);
      assertStatus(list, 200);
      assert(Array.isArray(at(list.json, '_embedded.roles')), `${describeExchange(list)} without an array`, {
        expected: 'an array in _embedded.roles',
        received: list.text,
        exchange: list,
      });
    },
  },
  {
    title: 'an environment takes 128 of them and no more',
    requirements: ['application-roles-quota'],
    run: async ({ scope }) => {
      const inside = await dedicatedEnvironment(scope);
      await assertQuota(inside, applicationRoles, [await applicationRoles.arrange(inside)], MAXIMUM);
    },
  },
];

/** A role with one permission and one user. */
async function roleWithRelations(scope: Scope) {
  const made: Made = await scope.create(applicationRoles);
  const permission = await scope.create(applicationResourcePermissions);
  const added = await addPermission(scope, made, permission);
  const [user] = await newUsers(scope, 1);
  const given = await giveRole(scope, user as Made, made);
  return { made, permission, added, given };
}
