import type { Application } from '../collections/applications.ts';
import type { Entry } from '../store/shelf.ts';
import type { World } from '../store/world.ts';
import { type Permission, roleById, type ScopeType } from './roles.ts';

/** A role given to an application for one organization, environment or population. */
export type RoleAssignment = {
  readonly role: { readonly id: string };
  readonly scope: { readonly id: string; readonly type: ScopeType };
};

/** Who calls: the application a token was issued to. Roles are looked up at each call (facts 1). */
export type Actor = {
  readonly application: Entry<Application>;
  readonly environmentId: string;
  readonly organizationId: string;
};

/** How far a permission reaches in an environment: everywhere, or in some populations. */
export type Reach = 'everywhere' | ReadonlySet<string>;

/** The roles assigned to an application, in the order they were given. */
export function assignmentsOf(
  world: World,
  environmentId: string,
  applicationId: string,
): Iterable<Entry<RoleAssignment>> {
  return world.shelf<RoleAssignment>(environmentId, 'roleAssignments').below(applicationId);
}

/** How far the actor may use a permission in an environment of its organization; undefined: not at all. */
export function reachInEnvironment(
  world: World,
  actor: Actor,
  permission: Permission,
  environmentId: string,
): Reach | undefined {
  let populations: Set<string> | undefined;
  for (const { value } of assignmentsOf(world, actor.environmentId, actor.application.id)) {
    if (roleById.get(value.role.id)?.permissions.has(permission) !== true) continue;
    const { type, id } = value.scope;
    if (type === 'ORGANIZATION' ? id === actor.organizationId : id === environmentId) return 'everywhere';
    if (type !== 'POPULATION' || !world.shelf(environmentId, 'populations').has(id)) continue;
    populations ??= new Set();
    populations.add(id);
  }
  return populations;
}

/** Whether the actor has a permission for its whole organization. */
export function hasInOrganization(world: World, actor: Actor, permission: Permission): boolean {
  for (const { value } of assignmentsOf(world, actor.environmentId, actor.application.id)) {
    if (value.scope.type !== 'ORGANIZATION' || value.scope.id !== actor.organizationId) continue;
    if (roleById.get(value.role.id)?.permissions.has(permission) === true) return true;
  }
  return false;
}

/** Whether the actor has a permission anywhere. */
export function hasAnywhere(world: World, actor: Actor, permission: Permission): boolean {
  for (const { value } of assignmentsOf(world, actor.environmentId, actor.application.id)) {
    if (roleById.get(value.role.id)?.permissions.has(permission) === true) return true;
  }
  return false;
}
