import { memberId, type Place } from '../engine/place.ts';
import type { Entry, Shelf } from '../store/shelf.ts';
import type { World } from '../store/world.ts';

/** That a user has an application role, seen from the user: the id is the role's (facts 4.12). */
export type HeldRole = { readonly id: string; readonly assignmentId: string };

/** The same, seen from the role: the id is the user's (facts 4.9, 4.11). */
export type RoleHolder = { readonly id: string; readonly assignmentId: string };

/** The roles that users of an environment have; those of one user lie below the user. */
export function heldRoles(world: World, environmentId: string): Shelf<HeldRole> {
  return world.shelf<HeldRole>(environmentId, 'userApplicationRoles');
}

/** The users that have roles of an environment; those of one role lie below the role. */
export function roleHolders(world: World, environmentId: string): Shelf<RoleHolder> {
  return world.shelf<RoleHolder>(environmentId, 'applicationRoleUsers');
}

/** Shows a role that a user was given on the side of the role too. */
export function enlist(entry: Entry<HeldRole>, { world, ownerId }: Place): void {
  const { parentId: userId, value } = entry;
  const id = memberId({ parentId: value.id }, userId);
  const holder = { id: userId, assignmentId: value.assignmentId };
  roleHolders(world, ownerId).put({ ...entry, id, parentId: value.id, value: holder });
}

/** Takes a user who no longer has a role from the side of the role. */
export function delist({ parentId: userId, value }: Entry<HeldRole>, { world, ownerId }: Place): void {
  roleHolders(world, ownerId).remove(memberId({ parentId: value.id }, userId));
}

/** Takes all application roles from a user who is gone. */
export function removeRolesOfUser(userId: string, place: Place): void {
  const shelf = heldRoles(place.world, place.ownerId);
  for (const entry of [...shelf.below(userId)]) {
    shelf.remove(entry.id);
    delist(entry, place);
  }
}

/** Takes a role that is gone from every user who has it. */
export function removeHoldersOfRole(roleId: string, { world, ownerId }: Place): void {
  const holders = roleHolders(world, ownerId);
  const roles = heldRoles(world, ownerId);
  for (const { id, value } of [...holders.below(roleId)]) {
    holders.remove(id);
    roles.remove(memberId({ parentId: value.id }, roleId));
  }
}
