import { randomUUID } from 'node:crypto';
import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl } from '../engine/place.ts';
import { identifier } from '../validation/checks.ts';
import { invalid } from '../validation/faults.ts';
import { mandatory, object } from '../validation/model.ts';
import { delist, enlist, type HeldRole } from './applicationRoleHolders.ts';
import { type ApplicationRole, applicationRoleUrl } from './applicationRoles.ts';

/** ~/users/{userID}/applicationRoles: where application roles are given to users and taken from them. */
export const userApplicationRoles: Collection<HeldRole> = {
  kind: 'userApplicationRoles',
  path: '/environments/:environmentId/users/:userId/applicationRoles',
  item: 'applicationRoleId',
  parent: { kind: 'users', parameter: 'userId' },
  embedded: 'roles',
  family: 'user',
  license: 'allowApplicationPermissions',
  verbs: ['list', 'create', 'read', 'remove'],
  model: object({ id: mandatory(identifier) }),
  namedBy: ({ id }) => id,
  unique: [
    { target: 'id', key: ({ id }, userId) => `${userId} ${id}`, message: 'The user has the role already' },
  ],
  verify: ({ value, place: { world, ownerId } }, faults) => {
    if (!world.shelf(ownerId, 'applicationRoles').has(value.id))
      faults.push(invalid('id', 'The application role does not exist.'));
  },
  complete: ({ value }) => ({ ...value, assignmentId: randomUUID() }),
  stored: enlist,
  removed: delist,
  represent: ({ value }, place) => {
    const { world, ownerId } = place;
    const role = world.shelf<ApplicationRole>(ownerId, 'applicationRoles').get(value.id);
    return {
      _links: links({
        self: `${place.url}/${value.id}`,
        environment: environmentUrl(place),
        role: applicationRoleUrl(place, value.id),
      }),
      environment: { id: ownerId },
      id: value.id,
      name: role?.value.name,
      description: role?.value.description,
    };
  },
};
