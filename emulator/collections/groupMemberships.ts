import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl } from '../engine/place.ts';
import type { Shelf } from '../store/shelf.ts';
import type { World } from '../store/world.ts';
import { identifier } from '../validation/checks.ts';
import { invalid } from '../validation/faults.ts';
import { mandatory, object } from '../validation/model.ts';

/** That a user is in a group: the id is the group's. */
export type GroupMembership = { readonly id: string };

/** The memberships of an environment; those of one user lie below the user. */
export function memberships(world: World, environmentId: string): Shelf<GroupMembership> {
  return world.shelf<GroupMembership>(environmentId, 'groupMemberships');
}

/** ~/users/{userID}/memberOfGroups. */
export const groupMemberships: Collection<GroupMembership> = {
  kind: 'groupMemberships',
  path: '/environments/:environmentId/users/:userId/memberOfGroups',
  item: 'groupId',
  parent: { kind: 'users', parameter: 'userId' },
  family: 'user',
  verbs: ['list', 'create', 'read', 'remove'],
  model: object({ id: mandatory(identifier) }),
  namedBy: ({ id }) => id,
  unique: [
    { target: 'id', key: ({ id }, userId) => `${userId} ${id}`, message: 'The user is in the group already' },
  ],
  verify: ({ value, place: { world, ownerId } }, faults) => {
    if (!world.shelf(ownerId, 'groups').has(value.id))
      faults.push(invalid('id', 'The group does not exist.'));
  },
  represent: ({ value }, place) => {
    const environment = environmentUrl(place);
    const group = place.world.shelf<{ readonly name: string }>(place.ownerId, 'groups').get(value.id);
    return {
      _links: links({
        self: `${place.url}/${value.id}`,
        user: `${environment}/users/${place.parentId}`,
        group: `${environment}/groups/${value.id}`,
      }),
      id: value.id,
      name: group?.value.name,
      type: 'DIRECT',
    };
  },
};
