import { assert, assertError, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, isObject } from '../../../fixtures/exchange.ts';
import { applicationRoles } from '../../../resources/applicationRoles.ts';
import { giveRole } from '../../../resources/userApplicationRoleAssignments.ts';
import { heldRole, identifies, newUsers, usersOf } from './holders.ts';

/** Who has a role (Application Roles: Read Application Role Users). */
export const roleUsers: readonly Case[] = [
  {
    title: 'its users are listed in a HAL collection',
    requirements: ['application-roles-users-list-200'],
    run: async ({ scope }) => {
      const { role } = await heldRole(scope, 1);
      const list = await scope.api.get(`${role.path}/users`);
      assertStatus(list, 200);
      const embedded = Object.entries((at(list.json, '_embedded') ?? {}) as object);
      const keys = embedded.flatMap(([key, value]) => (Array.isArray(value) ? key : []));
      assert(
        keys.length === 1 && isObject(at(list.json, '_links')),
        `${describeExchange(list)} with something else than a collection`,
        { expected: '_links and one array in _embedded', received: list.text, exchange: list },
      );
      scope.observe('reading', 'application-roles-users-list-200', `the users are in _embedded.${keys[0]}`);
    },
  },
  {
    title: 'a user is among its users from the assignment to its removal',
    requirements: ['application-roles-users-contains-assigned'],
    run: async ({ scope }) => {
      const role = await scope.create(applicationRoles);
      const [user] = await newUsers(scope, 1);
      if (user === undefined) return;
      const assignment = await giveRole(scope, user, role);
      assertCount(await usersOf(scope, role), 1, 'after an assignment');
      await scope.api.delete(assignment.path);
      assertCount(await usersOf(scope, role), 0, 'after its removal');
    },
  },
  {
    title: 'its users are not those of another role',
    requirements: ['application-roles-users-own-role-only'],
    run: async ({ scope }) => {
      const one = await heldRole(scope, 1);
      const other = await heldRole(scope, 1);
      for (const [{ role }, { holders }] of [
        [one, other],
        [other, one],
      ] as const) {
        const shown = await usersOf(scope, role);
        assertCount(shown, 1, 'of its own');
        assert(!holders.some((holder) => identifies(shown[0], holder)), 'a role lists a user of another', {
          expected: 'only its own user',
          received: shown,
        });
      }
    },
  },
  {
    title: 'each of its users is identified',
    requirements: ['application-roles-users-item-identifies-user'],
    run: async ({ scope }) => {
      const { role, holders } = await heldRole(scope, 2);
      const items = await usersOf(scope, role);
      for (const holder of holders) {
        assert(
          items.some((item) => identifies(item, holder)),
          'an item does not identify its user',
          { expected: `an item whose id or user.id is ${holder.id}`, received: items },
        );
      }
    },
  },
  {
    title: 'one of its users can be read',
    requirements: ['application-roles-user-read-200'],
    run: async ({ scope }) => {
      const { role, holders } = await heldRole(scope, 2);
      for (const holder of holders) {
        const read = await scope.api.get(`${role.path}/users/${holder.id}`);
        assertStatus(read, 200);
        assert(identifies(read.json, holder), `${describeExchange(read)} with another user`, {
          expected: `id or user.id ${holder.id}`,
          received: read.text,
          exchange: read,
        });
      }
    },
  },
  {
    title: 'a user who does not have it is not found below it',
    requirements: ['application-roles-user-read-unassigned'],
    run: async ({ scope }) => {
      const { role } = await heldRole(scope, 1);
      const [stranger] = await newUsers(scope, 1);
      assertStatus(await scope.api.get(String(stranger?.path)), 200);
      assertError(await scope.api.get(`${role.path}/users/${stranger?.id}`), [404], ['NOT_FOUND']);
    },
  },
];

function assertCount(items: readonly unknown[], expected: number, when: string): void {
  assert(
    items.length === expected,
    `the role lists ${items.length} users ${when}`,
    { expected: `${expected} users`, received: items },
    assertCount,
  );
}
