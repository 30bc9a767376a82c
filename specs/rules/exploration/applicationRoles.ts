import type { Kind, Place, Subject } from '../../../fixtures/exploration/subject.ts';
import { applicationResourcePermissions } from '../../../resources/applicationResourcePermissions.ts';
import { applicationResources } from '../../../resources/applicationResources.ts';
import { applicationRolePermissions } from '../../../resources/applicationRolePermissions.ts';
import { applicationRoles } from '../../../resources/applicationRoles.ts';
import { userApplicationRoleAssignments } from '../../../resources/userApplicationRoleAssignments.ts';
import { walkItems } from '../applicationRoles/holders.ts';
import { customResource, inEnvironment, people } from './scenery.ts';

const resourceKind: Kind = {
  resource: applicationResources,
  given: ({ above }) => ({ collection: `${above?.path}/applicationResources`, ids: {} }),
};

const permissionKind: Kind = {
  resource: applicationResourcePermissions,
  given: ({ scope, above }) => ({
    collection: `${scope.environment}/applicationResources/${above?.id}/permissions`,
    ids: {},
  }),
  // No document says what becomes of a permission that roles hold.
  deletedInUse: 'unsaid',
};

const roleKind: Kind = {
  ...inEnvironment(applicationRoles),
  deletedInUse: 'may be refused',
  also: async ({ scope, model, demand }, role) => {
    const holders = model.usersOf(role).length;
    const users = (await walkItems(scope, `${role.path}/users`)).flat();
    demand(
      'held',
      roleKind,
      users.length === holders,
      'the users of a role are not those who were given it',
      {
        expected: `${holders} users`,
        received: users,
      },
    );
  },
};

const membership = (resource: Kind['resource'], collection: string): Kind => ({
  resource,
  hold: 'follows',
  given: ({ above }) => ({ collection: `${above?.path}/${collection}`, ids: {} }),
  body: ({ referred }) => ({ id: referred?.id }),
});

const rolePermissionKind = membership(applicationRolePermissions, 'permissions');
const assignmentKind = membership(userApplicationRoleAssignments, 'applicationRoles');

const below = (above: string, kind: Kind, label: string, refersTo?: readonly string[]): Place => ({
  label,
  kind,
  below: above,
  ...(refersTo === undefined ? {} : { refersTo }),
});

/** Application resources and permissions, roles and who has them. */
export const roles: Subject = {
  name: 'application roles',
  places: [
    customResource,
    ...people,
    below(customResource.label, resourceKind, 'application resource 1'),
    below(customResource.label, resourceKind, 'application resource 2'),
    below('application resource 1', permissionKind, 'permission 1'),
    below('application resource 2', permissionKind, 'permission 2'),
    { label: 'role 1', kind: roleKind },
    { label: 'role 2', kind: roleKind },
    below('role 1', rolePermissionKind, 'permission 1 in role 1', ['permission 1']),
    below('role 1', rolePermissionKind, 'permission 2 in role 1', ['permission 2']),
    below('user 1', assignmentKind, 'role 1 of user 1', ['role 1']),
    below('user 1', assignmentKind, 'role 2 of user 1', ['role 2']),
    below('user 2', assignmentKind, 'role 1 of user 2', ['role 1']),
  ],
};
