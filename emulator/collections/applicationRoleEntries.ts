import type { Shelf } from '../store/shelf.ts';
import type { World } from '../store/world.ts';

/**
 * That a permission is in a role: the id is the permission's (facts 4.10). Everything else that is shown is read from
 * the permission, so that a role always shows its present state.
 */
export type ApplicationRoleEntry = { readonly id: string };

/** The entries of an environment; those of one role lie below the role. */
export function roleEntries(world: World, environmentId: string): Shelf<ApplicationRoleEntry> {
  return world.shelf<ApplicationRoleEntry>(environmentId, 'applicationRolePermissions');
}

/** Takes all permissions from a role that is gone. */
export function removeEntriesOfRole(world: World, environmentId: string, roleId: string): void {
  const shelf = roleEntries(world, environmentId);
  for (const { id } of [...shelf.below(roleId)]) shelf.remove(id);
}

/** Takes a permission that is gone from every role that has it. */
export function removeEntriesOfPermission(world: World, environmentId: string, permissionId: string): void {
  const shelf = roleEntries(world, environmentId);
  for (const { id, value } of [...shelf.all()]) if (value.id === permissionId) shelf.remove(id);
}
