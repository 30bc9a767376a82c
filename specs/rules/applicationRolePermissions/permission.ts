import { assert, sameJson } from '../../../fixtures/assertions.ts';
import type { Exchange } from '../../../fixtures/exchange.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { applicationResourcePermissions } from '../../../resources/applicationResourcePermissions.ts';
import { addPermission } from '../../../resources/applicationRolePermissions.ts';
import { applicationRoles } from '../../../resources/applicationRoles.ts';

/** A member of a collection. */
export type Member = Readonly<Record<string, unknown>>;

/** A role and permissions of one application resource, none of them added. */
export type Apart = { readonly role: Made; readonly permissions: readonly Made[] };

/** Creates a role and, below one application resource, permissions with descriptions. */
export async function apart(scope: Scope, count: number): Promise<Apart> {
  const role = await scope.create(applicationRoles, {
    body: applicationRoles.full(scope, { collection: '', ids: {} }),
  });
  const given = await applicationResourcePermissions.arrange(scope);
  const permissions: Made[] = [];
  while (permissions.length < count) {
    const body = applicationResourcePermissions.full(scope, given);
    permissions.push(await scope.create(applicationResourcePermissions, { given, body }));
  }
  return { role, permissions };
}

/** Creates a role and permissions that it holds. */
export async function holding(scope: Scope, count: number): Promise<Apart> {
  const made = await apart(scope, count);
  for (const permission of made.permissions) await addPermission(scope, made.role, permission);
  return made;
}

/** The permissions that a role lists. */
export async function listed(scope: Scope, role: Pick<Made, 'path'>): Promise<readonly Member[]> {
  return scope.list(`${role.path}/permissions`, 'permissions');
}

/** Demands that a role lists exactly these permissions, each once. */
export async function assertLists(
  scope: Scope,
  role: Pick<Made, 'path'>,
  permissions: readonly Pick<Made, 'id'>[],
): Promise<void> {
  const ids = (await listed(scope, role)).map(({ id }) => String(id)).sort();
  assert(
    sameJson(ids, permissions.map(({ id }) => id).sort()),
    'the role lists other permissions than it holds',
    { expected: permissions.map(({ id }) => id).join(', ') || 'none', received: ids },
    assertLists,
  );
}

/** How a role shows its one permission: in the answer to the addition, and in its list. */
export async function shownTwice(
  scope: Scope,
): Promise<{ made: Apart; permission: Made; shown: readonly Member[]; added: Exchange }> {
  const made = await apart(scope, 1);
  const permission = made.permissions[0] as Made;
  const { exchange } = await addPermission(scope, made.role, permission);
  const members = await listed(scope, made.role);
  // Which permissions are listed, and by which id, is the question of other rows.
  const same = members.filter(({ id }) => id === permission.id);
  const shown = [exchange.json as Member, ...(same.length > 0 ? same : members)];
  return { made, permission, shown, added: exchange };
}
