import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { assertRefusedWith, badRequest, forbidden } from '../../../fixtures/refusals.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { apart, holding, listed } from './permission.ts';

/** A change may take a while to show elsewhere (facts 0.10). */
const CHANGE_LIMIT_MS = 30_000;

/** What a role's permissions have to do with those of the application resource (Application Role Permissions). */
export const source: readonly Case[] = [
  {
    title: 'an addition creates no permission',
    requirements: ['application-role-permissions-no-new-permission'],
    run: async ({ scope }) => {
      const { role, permissions } = await apart(scope, 1);
      const [{ id, given }] = permissions as [Made];
      const count = async () => (await scope.list(given.collection, 'permissions')).length;
      const before = await count();
      const values = { action: scope.name(), description: 'Read accounts' };
      assertRefused(await scope.api.post(`${role.path}/permissions`, values), { target: 'id' });
      const mixed = await scope.api.post(`${role.path}/permissions`, { id, ...values });
      if (mixed.status >= 300) assertRefusedWith(mixed, badRequest);
      const after = await count();
      assert(after === before, 'an addition to a role changed how many permissions there are', {
        expected: `${before} permissions`,
        received: after,
      });
    },
  },
  {
    title: 'an addition with other values changes no permission',
    requirements: ['application-role-permissions-permission-not-changed'],
    run: async ({ scope }) => {
      const { role, permissions } = await apart(scope, 1);
      const [permission] = permissions as [Made];
      const before = await stateOf(scope, permission.path);
      const other = {
        action: scope.name(),
        description: 'Something else',
        key: 'other:key',
        resource: { id: scope.unknownId(), name: 'other' },
      };
      const added = await scope.api.post(`${role.path}/permissions`, { id: permission.id, ...other });
      if (added.status >= 300) assertRefusedWith(added, badRequest);
      else
        await assertOwnValues(scope, role, permission, [added.json, ...(await listed(scope, role))], other);
      await assertUnchanged(scope, before);
    },
  },
  {
    title: 'a new action of the permission shows in the role',
    requirements: ['application-role-permissions-follows-permission'],
    run: async ({ scope }) => {
      const { role, permissions } = await holding(scope, 1);
      const [permission] = permissions as [Made];
      const action = scope.name();
      const put = await scope.api.put(permission.path, { ...permission.body, action });
      assertStatus(put, 200);
      assertMember(put, 'action', action);
      const read = async () => (await listed(scope, role)).find(({ id }) => id === permission.id);
      const follows = (member: Awaited<ReturnType<typeof read>>) =>
        member?.action === action && (member.key === undefined || String(member.key).endsWith(`:${action}`));
      const member = await settled(scope, CHANGE_LIMIT_MS, read, follows);
      assert(follows(member), 'the role shows an older state of its permission', {
        expected: `action ${action} and, when given, a key that ends with it`,
        received: member ?? 'no such permission',
      });
    },
  },
  {
    title: 'a deleted permission is in no role',
    requirements: ['application-role-permissions-follows-permission'],
    run: async ({ scope }) => {
      const { role, permissions } = await holding(scope, 2);
      const [gone, kept] = permissions as [Made, Made];
      const removal = await scope.api.delete(gone.path);
      // The documents do not say that what a role holds can be deleted.
      if (removal.status !== 204) return assertRefusedWith(removal, badRequest, forbidden);
      const read = async () => (await listed(scope, role)).map(({ id }) => id);
      const ids = await settled(scope, CHANGE_LIMIT_MS, read, (found) => !found.includes(gone.id));
      assert(!ids.includes(gone.id) && ids.includes(kept.id), 'the role lists a permission that is gone', {
        expected: kept.id,
        received: ids,
      });
    },
  },
];

/** Demands that nothing sent beside the id is shown. */
async function assertOwnValues(
  scope: Scope,
  role: Made,
  permission: Made,
  shown: readonly unknown[],
  sent: Readonly<Record<string, unknown>>,
): Promise<void> {
  scope.observe('reading', 'application-role-permissions-permission-not-changed', 'other values are ignored');
  const foreign = [sent.action, sent.description, 'other:key', 'other'].map((value) => JSON.stringify(value));
  const texts = shown.map((each) => JSON.stringify(each) ?? '');
  const taken = texts.filter((text) => foreign.some((value) => text.includes(`:${value}`)));
  assert(taken.length === 0, `the role ${role.id} shows values of the request`, {
    expected: `the values of the permission ${permission.id}`,
    received: taken,
  });
}
