import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl } from '../engine/place.ts';
import { identifier } from '../validation/checks.ts';
import { invalid } from '../validation/faults.ts';
import { mandatory, object } from '../validation/model.ts';
import { type ApplicationPermission, permissionMembers } from './applicationPermissions.ts';
import type { ApplicationRoleEntry } from './applicationRoleEntries.ts';

/** ~/applicationRoles/{appRoleID}/permissions: permissions are put into the role and taken out, never changed. */
export const applicationRolePermissions: Collection<ApplicationRoleEntry> = {
  kind: 'applicationRolePermissions',
  path: '/environments/:environmentId/applicationRoles/:applicationRoleId/permissions',
  item: 'permissionId',
  parent: { kind: 'applicationRoles', parameter: 'applicationRoleId' },
  embedded: 'permissions',
  family: 'resource',
  license: 'allowApplicationPermissions',
  verbs: ['list', 'create', 'read', 'remove'],
  model: object({ id: mandatory(identifier) }),
  namedBy: ({ id }) => id,
  unique: [
    {
      target: 'id',
      key: ({ id }, roleId) => `${roleId} ${id}`,
      message: 'The role has the permission already',
    },
  ],
  verify: ({ value, place: { world, ownerId } }, faults) => {
    if (!world.shelf(ownerId, 'applicationPermissions').has(value.id))
      faults.push(invalid('id', 'The application permission does not exist.'));
  },
  represent: ({ value }, place) => {
    const { world, ownerId } = place;
    const permission = world.shelf<ApplicationPermission>(ownerId, 'applicationPermissions').get(value.id);
    return {
      _links: links({ self: `${place.url}/${value.id}`, environment: environmentUrl(place) }),
      ...(permission && permissionMembers(permission, place)),
    };
  },
};
