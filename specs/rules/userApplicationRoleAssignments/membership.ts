import { assert, assertError, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { assertRefusedWith, badRequest } from '../../../fixtures/refusals.ts';
import type { Made } from '../../../fixtures/scope.ts';
import { giveRole } from '../../../resources/userApplicationRoleAssignments.ts';
import { users } from '../../../resources/users.ts';
import { apart, assertHas, having, rolesOf, rolesPath } from './assignment.ts';

/** Which roles a user has (User Application Role Assignments). */
export const membership: readonly Case[] = [
  {
    title: 'every given role is listed once',
    requirements: ['user-application-role-assignments-assign-then-list'],
    run: async ({ scope }) => {
      const { user, roles } = await having(scope, 2);
      await assertHas(scope, user, roles);
    },
  },
  {
    title: 'a taken role is no longer listed, the others are',
    requirements: ['user-application-role-assignments-remove-then-gone'],
    run: async ({ scope }) => {
      const { user, roles } = await having(scope, 3);
      // Neither the oldest nor the newest, so that no other one goes by mistake.
      const [oldest, gone, newest] = roles as [Made, Made, Made];
      await scope.api.delete(`${rolesPath(user)}/${gone.id}`);
      const ids = (await rolesOf(scope, user)).map(({ id }) => id);
      assert(
        !ids.includes(gone.id) && [oldest, newest].every(({ id }) => ids.includes(id)),
        'the user lists other roles than were given',
        { expected: `${oldest.id}, ${newest.id}`, received: ids },
      );
    },
  },
  {
    title: 'a taken role and its user stay',
    requirements: ['user-application-role-assignments-remove-keeps-role'],
    run: async ({ scope }) => {
      const { user, roles } = await having(scope, 1);
      const [role] = roles as [Made];
      await scope.api.delete(`${rolesPath(user)}/${role.id}`);
      for (const { path } of [role, user]) assertStatus(await scope.api.get(path), 200);
    },
  },
  {
    title: 'a taking of a role that was never given finds nothing',
    requirements: ['user-application-role-assignments-remove-twice'],
    run: async ({ scope }) => {
      const { user, roles } = await apart(scope, 1);
      const [role] = roles as [Made];
      assertError(await scope.api.delete(`${rolesPath(user)}/${role.id}`), [404], ['NOT_FOUND']);
    },
  },
  {
    title: 'a user has several roles',
    requirements: ['user-application-role-assignments-several-roles'],
    run: async ({ scope }) => {
      const { user, roles } = await apart(scope, 3);
      for (const { id } of roles) assertSuccess(await scope.api.post(rolesPath(user), { id }));
      const { length } = await rolesOf(scope, user);
      assert(length === 3, `a user with three roles lists ${length}`, {
        expected: '3 roles',
        received: length,
      });
    },
  },
  {
    title: 'several users have one role',
    requirements: ['user-application-role-assignments-several-users'],
    run: async ({ scope }) => {
      const { user, roles } = await having(scope, 1);
      const [role] = roles as [Made];
      const other = await scope.create(users, { given: user.given });
      assertSuccess(await scope.api.post(rolesPath(other), { id: role.id }));
      for (const holder of [user, other]) {
        const ids = (await rolesOf(scope, holder)).map(({ id }) => id);
        assert(ids.includes(role.id), 'a role that two users have is missing from one', {
          expected: role.id,
          received: ids,
        });
      }
    },
  },
  {
    title: 'a role that is given again is listed once',
    requirements: ['user-application-role-assignments-assign-twice'],
    run: async ({ scope }) => {
      const { user, roles } = await having(scope, 1);
      const [{ id }] = roles as [Made];
      const again = await scope.api.post(rolesPath(user), { id });
      scope.observe('reading', 'user-application-role-assignments-assign-twice', `status ${again.status}`);
      if (again.status >= 300) assertRefusedWith(again, badRequest);
      const times = (await rolesOf(scope, user)).filter((member) => member.id === id).length;
      assert(times === 1, `${describeExchange(again)}: the role is listed ${times} times`, {
        expected: 'once',
        received: times,
      });
    },
  },
  {
    title: 'the roles of a user are not those of another',
    requirements: ['user-application-role-assignments-own-user-only'],
    run: async ({ scope }) => {
      const { user, roles } = await apart(scope, 2);
      const other = await scope.create(users, { given: user.given });
      const [one, two] = roles as [Made, Made];
      await giveRole(scope, user, one);
      await giveRole(scope, other, two);
      for (const [holder, own, foreign] of [
        [user, one, two],
        [other, two, one],
      ] as const) {
        const ids = (await rolesOf(scope, holder)).map(({ id }) => id);
        assert(ids.includes(own.id) && !ids.includes(foreign.id), 'a user lists the role of another', {
          expected: own.id,
          received: ids,
        });
      }
    },
  },
];

/** Demands a success; which one it has to be is the question of another row. */
function assertSuccess(answer: Exchange): void {
  assertStatus(answer, 200, 201, 204);
}
