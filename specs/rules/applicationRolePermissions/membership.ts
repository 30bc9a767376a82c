import { assert, assertError, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { assertRefusedWith, badRequest } from '../../../fixtures/refusals.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { addPermission } from '../../../resources/applicationRolePermissions.ts';
import { applicationRoles } from '../../../resources/applicationRoles.ts';
import { apart, assertLists, holding, listed } from './permission.ts';

/** What comes into a role and leaves it (Application Role Permissions). */
export const membership: readonly Case[] = [
  {
    title: 'every added permission is listed once',
    requirements: ['application-role-permissions-add-then-list'],
    run: async ({ scope }) => {
      const { role, permissions } = await holding(scope, 2);
      await assertLists(scope, role, permissions);
    },
  },
  {
    title: 'a removed permission is no longer listed, the others are',
    requirements: ['application-role-permissions-remove-then-gone'],
    run: async ({ scope }) => {
      const { role, permissions } = await holding(scope, 3);
      // Neither the oldest nor the newest, so that no other one goes by mistake.
      const [oldest, gone, newest] = permissions as [Made, Made, Made];
      await scope.api.delete(`${role.path}/permissions/${gone.id}`);
      const ids = (await listed(scope, role)).map(({ id }) => id);
      assert(
        !ids.includes(gone.id) && [oldest, newest].every(({ id }) => ids.includes(id)),
        'the role lists other permissions than it holds',
        {
          expected: `${oldest.id}, ${newest.id}`,
          received: ids,
        },
      );
    },
  },
  {
    title: 'a removed permission stays at its application resource',
    requirements: ['application-role-permissions-remove-keeps-permission'],
    run: async ({ scope }) => {
      const { role, permissions } = await holding(scope, 1);
      const [permission] = permissions as [Made];
      await scope.api.delete(`${role.path}/permissions/${permission.id}`);
      assertStatus(await scope.api.get(permission.path), 200);
    },
  },
  {
    title: 'a removal of a permission that was never added finds nothing',
    requirements: ['application-role-permissions-remove-twice'],
    run: async ({ scope }) => {
      const { role, permissions } = await apart(scope, 1);
      const [permission] = permissions as [Made];
      assertError(await scope.api.delete(`${role.path}/permissions/${permission.id}`), [404], ['NOT_FOUND']);
    },
  },
  {
    title: 'a permission is removed by its own id',
    requirements: ['application-role-permissions-id-deletes'],
    run: async ({ scope }) => {
      const { role, permissions } = await holding(scope, 1);
      const [permission] = permissions as [Made];
      assertStatus(await scope.api.delete(`${role.path}/permissions/${permission.id}`), 204);
    },
  },
  {
    title: 'it holds several permissions',
    requirements: ['application-role-permissions-several-permissions'],
    run: async ({ scope }) => {
      const { role, permissions } = await apart(scope, 3);
      for (const { id } of permissions)
        assertSuccess(await scope.api.post(`${role.path}/permissions`, { id }));
      const { length } = await listed(scope, role);
      assert(length === 3, `a role with three permissions lists ${length}`, {
        expected: '3 permissions',
        received: length,
      });
    },
  },
  {
    title: 'several of them hold one permission',
    requirements: ['application-role-permissions-shared-permission'],
    run: async ({ scope }) => {
      const { role, permissions } = await holding(scope, 1);
      const [permission] = permissions as [Made];
      const other = await scope.create(applicationRoles);
      const again = await scope.api.post(`${other.path}/permissions`, { id: permission.id });
      assertSuccess(again);
      for (const holder of [role, other]) await assertHolds(scope, holder, permission);
      await scope.api.delete(`${role.path}/permissions/${permission.id}`);
      await assertHolds(scope, other, permission);
    },
  },
  {
    title: 'a permission that is added again is listed once',
    requirements: ['application-role-permissions-add-twice'],
    run: async ({ scope }) => {
      const { role, permissions } = await holding(scope, 1);
      const [{ id }] = permissions as [Made];
      const again = await scope.api.post(`${role.path}/permissions`, { id });
      scope.observe('reading', 'application-role-permissions-add-twice', describeExchange(again).slice(-3));
      if (again.status >= 300) assertRefusedWith(again, badRequest);
      else assertSuccess(again);
      const times = (await listed(scope, role)).filter((member) => member.id === id).length;
      assert(times === 1, `a permission that was added twice is listed ${times} times`, {
        expected: 'once',
        received: times,
      });
    },
  },
  {
    title: 'its permissions are not those of another role',
    requirements: ['application-role-permissions-own-role-only'],
    run: async ({ scope }) => {
      const { role, permissions } = await apart(scope, 2);
      const other = await scope.create(applicationRoles);
      const [one, two] = permissions as [Made, Made];
      await addPermission(scope, role, one);
      await addPermission(scope, other, two);
      for (const [holder, own, foreign] of [
        [role, one, two],
        [other, two, one],
      ] as const) {
        const ids = (await listed(scope, holder)).map(({ id }) => id);
        assert(ids.includes(own.id) && !ids.includes(foreign.id), 'a role lists what another one holds', {
          expected: own.id,
          received: ids,
        });
      }
    },
  },
];

/** Demands that a role lists a permission that another one has, or had, as well. */
async function assertHolds(scope: Scope, role: Made, { id: expected }: Made): Promise<void> {
  const received = (await listed(scope, role)).map(({ id }) => id);
  assert(
    received.includes(expected),
    'a role lost a permission through another role',
    { expected, received },
    assertHolds,
  );
}

/** Demands a success; which one it has to be is the question of another row. */
function assertSuccess(answer: Exchange): void {
  assertStatus(answer, 200, 201, 204);
}
