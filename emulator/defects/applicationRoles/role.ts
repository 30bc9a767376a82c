import { removeEntriesOfRole } from '../../collections/applicationRoleEntries.ts';
import { removeHoldersOfRole } from '../../collections/applicationRoleHolders.ts';
import { applicationRoles } from '../../collections/applicationRoles.ts';
import type { Place } from '../../engine/place.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { gives, omits } from '../faults/members.ts';
import { only } from '../faults/only.ts';
import { outlives } from '../faults/outliving.ts';
import { refusesWith } from '../faults/refusals.ts';
import { quota } from '../faults/validation.ts';
import { created, embedded, identified, idKept, listed, read, removed, replaced } from '../rows/life.ts';
import { assignments, at, nobody, permissions, roles, shown, users } from './places.ts';

const tooMany = { code: 'CONSTRAINT_VIOLATION' };

/** What a server can do wrong with the life of an application role. */
export const role = defectsOf({
  'application-roles-create-201': created(roles),
  'application-roles-list-200': listed(roles, at.list),
  'application-roles-read-200': read(roles, at.read),
  'application-roles-update-200': replaced(roles),
  'application-roles-delete-204': removed(roles),
  'application-roles-update-keeps-relations': [
    ['takes the permissions of a role away when it is replaced', onReplace(removeEntries)],
    ['takes the users of a role away when it is replaced', onReplace(removeHoldersOfRole)],
  ],
  'application-roles-delete-removes-children': [
    ['goes on listing the permissions of a deleted role', outlives(applicationRoles, permissions)],
    ['goes on listing the users of a deleted role', outlives(applicationRoles, users.list)],
    ['goes on listing the assignments of a deleted role', outlives(applicationRoles, assignments)],
    [
      'lists no users, but a collection, below a deleted role',
      outlives(applicationRoles, [users.list, assignments, permissions], false),
    ],
    [
      'answers 400 to what lies below a deleted role',
      refusesWith(permissions, undefined, 400, 'INVALID_DATA'),
    ],
  ],
  'application-roles-id-uuid': identified(roles, 'name'),
  'application-roles-id-read-only': idKept(roles, 'name'),
  'application-roles-environment-id': [
    ['creates an application role without its environment', omits(at.create, 'environment')],
    ['names the role itself as its environment', gives(at.create, 'environment.id', () => nobody)],
    ['names the environment of an application role by its bare id', gives(shown, 'environment', nobody)],
  ],
  'application-roles-list-embedded': embedded(roles, at.list),
  'application-roles-quota': [
    ['takes any number of application roles', quota(applicationRoles)],
    ['takes 129 application roles', quota(applicationRoles, 129)],
    ['takes 127 application roles', quota(applicationRoles, 127)],
    ['answers 409 to one application role too many', refusesWith(at.create, tooMany, 409, 'REQUEST_FAILED')],
  ],
});

/** Does to what a role holds what nobody asked for. */
function onReplace(act: (roleId: string, place: Place) => void): Fault {
  return only(at.replace, applicationRoles, (parts) =>
    parts.change(applicationRoles, { stored: ({ id }, place) => act(id, place) }),
  );
}

function removeEntries(roleId: string, { world, ownerId }: Place): void {
  removeEntriesOfRole(world, ownerId, roleId);
}
