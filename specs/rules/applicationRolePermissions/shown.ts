import { assert, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Made } from '../../../fixtures/scope.ts';
import { addPermission } from '../../../resources/applicationRolePermissions.ts';
import { assertLeadsTo } from '../links.ts';
import { apart, holding, type Member, shownTwice } from './permission.ts';

/** What a member has to equal: the permission itself, or its application resource. */
const MIRRORED: readonly {
  readonly row: string;
  readonly member: string;
  readonly mayBeAbsent?: boolean;
  readonly expected: (permission: Made, read: Member) => unknown;
}[] = [
  { row: 'id-same-as-permission', member: 'id', expected: ({ id }) => id },
  { row: 'action', member: 'action', expected: ({ body }) => body.action },
  { row: 'description', member: 'description', expected: ({ body }) => body.description },
  { row: 'resource-id', member: 'resource.id', expected: ({ given }) => given.ids.applicationResourceID },
  { row: 'resource-name', member: 'resource.name', expected: (_, { name }) => name },
  {
    row: 'key',
    member: 'key',
    mayBeAbsent: true,
    expected: ({ body }, { name }) => `${name}:${body.action}`,
  },
];

const mirrored: readonly Case[] = MIRRORED.map(({ row, member, mayBeAbsent = false, expected }) => ({
  title: `the addition and the list show the ${member} of the permission`,
  requirements: [`application-role-permissions-${row}`],
  run: async ({ scope }) => {
    const { made, permission, shown, added } = await shownTwice(scope);
    const resource = await scope.api.get(permission.path.replace(/\/permissions\/[^/]+$/, ''));
    assertStatus(resource, 200);
    const value = expected(permission, resource.json as Member);
    assert(shown.length > 1, 'the role lists no permission', {
      expected: 'the one that was added',
      received: shown,
    });
    for (const each of shown) {
      const received = at(each, member);
      if (mayBeAbsent && received === undefined) {
        scope.observe('reading', `application-role-permissions-${row}`, `there is no ${member}`);
        continue;
      }
      assert(received === value, `the role ${made.role.id} shows another ${member}`, {
        expected: `${member} ${String(value)}`,
        received: each,
        exchange: added,
      });
    }
  },
}));

const others: readonly Case[] = [
  {
    title: 'an addition answers with the permission',
    requirements: ['application-role-permissions-create-success'],
    run: async ({ scope }) => {
      const { role, permissions } = await apart(scope, 1);
      const [{ id }] = permissions as [Made];
      const added = await scope.api.post(`${role.path}/permissions`, { id });
      assertStatus(added, 200, 201);
      assertMember(added, 'id', id);
      scope.observe('reading', 'application-role-permissions-create-success', `status ${added.status}`);
    },
  },
  {
    title: 'an addition names the environment',
    requirements: ['application-role-permissions-environment-id'],
    run: async ({ scope }) => {
      const { added } = await shownTwice(scope);
      assertMember(added, 'environment.id', scope.target.environmentId);
    },
  },
  {
    title: 'its self link lies below the role',
    requirements: ['application-role-permissions-link-self'],
    run: async ({ scope }) => {
      const { made, permission, added } = await shownTwice(scope);
      const collection = `${made.role.path}/permissions`;
      const isWhole = String(at(added.json, '_links.self.href')).endsWith(permission.id);
      assertLeadsTo(added, added.json, 'self', isWhole ? `${collection}/${permission.id}` : collection);
    },
  },
  {
    title: 'every listed permission has a key',
    requirements: ['application-role-permissions-list-item-key'],
    run: async ({ scope }) => {
      const { role } = await holding(scope, 2);
      const list = await scope.api.get(`${role.path}/permissions`);
      const keys = keysOf(list);
      assert(
        keys.length > 1 && keys.every((key) => typeof key === 'string' && key !== ''),
        `${describeExchange(list)} without keys`,
        { expected: 'a key in each', received: keys, exchange: list },
      );
    },
  },
  {
    title: 'one permission may be readable by its id',
    requirements: ['application-role-permissions-read-one'],
    run: async ({ scope }) => {
      const { role, permissions } = await apart(scope, 2);
      for (const permission of permissions) await addPermission(scope, role, permission);
      for (const { id } of permissions) {
        const read = await scope.api.get(`${role.path}/permissions/${id}`);
        scope.observe('reading', 'application-role-permissions-read-one', `status ${read.status}`);
        assertStatus(read, 200, 403, 404, 405);
        if (read.status === 200) assertMember(read, 'id', id);
      }
    },
  },
];

/** How a role shows its permissions (Application Role Permissions, data model and sample). */
export const shown: readonly Case[] = [...others, ...mirrored];

function keysOf(list: Exchange): readonly unknown[] {
  const members = at(list.json, '_embedded.permissions');
  return Array.isArray(members) ? members.map((member) => at(member, 'key')) : [];
}
