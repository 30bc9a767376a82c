import type { Resource } from '../fixtures/resource.ts';
import type { Made, Scope } from '../fixtures/scope.ts';
import { applicationResourcePermissions } from './applicationResourcePermissions.ts';
import { applicationRoles } from './applicationRoles.ts';
import { nextId, severalIds } from './inTurn.ts';
import { environmentLink } from './paths.ts';

const SAMPLE = 'the sample links to the collection in place of the member; an own row accepts either';

/** The permissions that an application role holds; each is added by its id and keeps it (facts 4.10). */
export const applicationRolePermissions: Resource = {
  name: 'applicationRolePermissions',
  model: 'ApplicationRolePermission',
  embedded: 'permissions',
  operations: {
    create: 'rolePermissions.create',
    list: 'rolePermissions.list',
    delete: 'rolePermissions.delete',
  },
  parent: applicationRoles,
  arrange: async (scope) => {
    const role = await scope.create(applicationRoles);
    const given = await applicationResourcePermissions.arrange(scope);
    const ids = await severalIds(() => scope.create(applicationResourcePermissions, { given }));
    return { collection: `${role.path}/permissions`, ids };
  },
  body: nextId,
  full: nextId,
  changed: nextId,
  naming: 'id',
  links: { environment: environmentLink },
  references: {
    id: { bodyWith: (_scope, _given, id) => ({ id }), resource: applicationResourcePermissions },
  },
  dated: false,
  also: {
    'platform-read-all-200': ['application-role-permissions-list-200'],
    'platform-delete-204': ['application-role-permissions-delete-204'],
    'platform-delete-empty-body': ['application-role-permissions-delete-204'],
    'platform-delete-twice-404': ['application-role-permissions-remove-twice'],
    'platform-collection-embedded-key': ['application-role-permissions-list-embedded'],
    'platform-read-all-empty-200': ['application-role-permissions-list-embedded'],
    'platform-links-environment': ['application-role-permissions-link-environment'],
  },
  except: {
    'platform-create-201': 'the sample answers 200; an own row accepts either',
    'platform-id-unique': 'the id is that of the permission',
    'platform-links-self': SAMPLE,
    'platform-links-collection-item-self': SAMPLE,
  },
};

/** Adds a permission to a role. @throws Blocked when it is not accepted */
export function addPermission(scope: Scope, role: Pick<Made, 'path'>, permission: Pick<Made, 'id'>) {
  const given = { collection: `${role.path}/permissions`, ids: {} };
  return scope.create(applicationRolePermissions, { given, body: { id: permission.id } });
}
