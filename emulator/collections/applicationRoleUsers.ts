import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl, type Place } from '../engine/place.ts';
import { object } from '../validation/model.ts';
import type { RoleHolder } from './applicationRoleHolders.ts';
import { applicationRoleUrl } from './applicationRoles.ts';
import { type User, users } from './users.ts';

/** ~/applicationRoles/{appRoleID}/users: who has the role, to be read. */
export const applicationRoleUsers: Collection<RoleHolder> = {
  kind: 'applicationRoleUsers',
  path: '/environments/:environmentId/applicationRoles/:applicationRoleId/users',
  item: 'userId',
  parent: { kind: 'applicationRoles', parameter: 'applicationRoleId' },
  embedded: 'users',
  family: 'user',
  license: 'allowApplicationPermissions',
  verbs: ['list', 'read'],
  model: object({}),
  namedBy: ({ id }) => id,
  represent: ({ parentId, value }, place) => ({
    _links: links({
      self: `${place.url}/${value.id}`,
      environment: environmentUrl(place),
      role: applicationRoleUrl(place, parentId),
      user: `${environmentUrl(place)}/users/${value.id}`,
    }),
    environment: { id: place.ownerId },
    id: value.id,
  }),
  expand: { user: showUser },
  otherExpansion: 'refuse',
  page: { maximum: 1024, standard: 25 },
};

function showUser({ value }: { readonly value: RoleHolder }, place: Place): unknown {
  const user = place.world.shelf<User>(place.ownerId, users.kind).get(value.id);
  return user && users.represent(user, { ...place, parentId: '', url: `${environmentUrl(place)}/users` });
}
