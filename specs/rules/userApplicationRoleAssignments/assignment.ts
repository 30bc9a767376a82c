import { assert, sameJson } from '../../../fixtures/assertions.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { applicationRoles } from '../../../resources/applicationRoles.ts';
import { giveRole } from '../../../resources/userApplicationRoleAssignments.ts';
import { users } from '../../../resources/users.ts';

/** A member of a collection. */
export type Member = Readonly<Record<string, unknown>>;

/** A user, and roles that the user does not have. */
export type Apart = { readonly user: Made; readonly roles: readonly Made[] };

/** Creates a user and roles with descriptions. */
export async function apart(scope: Scope, count: number): Promise<Apart> {
  const user = await scope.create(users);
  const given = await applicationRoles.arrange(scope);
  const roles: Made[] = [];
  while (roles.length < count)
    roles.push(await scope.create(applicationRoles, { given, body: applicationRoles.full(scope, given) }));
  return { user, roles };
}

/** Creates a user and roles that the user has. */
export async function having(scope: Scope, count: number): Promise<Apart> {
  const made = await apart(scope, count);
  for (const role of made.roles) await giveRole(scope, made.user, role);
  return made;
}

/** Where the roles of a user lie. */
export function rolesPath(user: Pick<Made, 'path'>): string {
  return `${user.path}/applicationRoles`;
}

/** The roles that a user lists. */
export async function rolesOf(scope: Scope, user: Pick<Made, 'path'>): Promise<readonly Member[]> {
  return scope.list(rolesPath(user), 'roles');
}

/** Demands that a user lists exactly these roles, each once. */
export async function assertHas(
  scope: Scope,
  user: Pick<Made, 'path'>,
  roles: readonly Pick<Made, 'id'>[],
): Promise<void> {
  const ids = (await rolesOf(scope, user)).map(({ id }) => String(id)).sort();
  assert(
    sameJson(ids, roles.map(({ id }) => id).sort()),
    'the user lists other roles than were given',
    { expected: roles.map(({ id }) => id).join(', ') || 'none', received: ids },
    assertHas,
  );
}
