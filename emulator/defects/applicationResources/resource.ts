import { applicationPermissions } from '../../collections/applicationPermissions.ts';
import { applicationResources } from '../../collections/applicationResources.ts';
import { ApiError } from '../../http/errors.ts';
import { constraint } from '../../validation/faults.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { outlives } from '../faults/outliving.ts';
import { refusesWith } from '../faults/refusals.ts';
import { quota } from '../faults/validation.ts';
import { askedOf } from '../reply.ts';
import { created, embedded, identified, idKept, listed, read, removed, replaced } from '../rows/life.ts';
import { placesOf as permissionsAt } from '../where.ts';
import { at, resources, wide } from './places.ts';

const tooMany = { code: 'CONSTRAINT_VIOLATION' };
const environment = { many: 'application resources of the environment' };
const below = permissionsAt(applicationPermissions);

/** What a server can do wrong with the life of an application resource. */
export const resource = defectsOf({
  'application-resources-list-200': listed(environment, wide.list),
  'application-resources-read-200': read(
    { ...resources, one: 'an application resource of the environment' },
    wide.read,
  ),
  'application-resources-create-201': created(resources),
  'application-resources-parent-list-200': listed(resources, at.list),
  'application-resources-parent-read-200': read(resources, at.read),
  'application-resources-update-200': replaced(resources),
  'application-resources-delete-204': removed(resources),
  'application-resources-delete-removes-permissions': [
    ['refuses to delete an application resource with permissions', keepsUsed()],
    [
      'goes on listing the permissions of a deleted application resource',
      outlives(applicationResources, below.list),
    ],
    [
      'goes on reading the permissions of a deleted application resource',
      outlives(applicationResources, below.read),
    ],
    [
      'lists no permissions, but a collection, below a deleted application resource',
      outlives(applicationResources, below.list, false),
    ],
    [
      'answers 400 to a permission of a deleted application resource',
      refusesWith(below.read, undefined, 400, 'INVALID_DATA'),
    ],
    ['answers 500 to the delete of an application resource with permissions, and deletes it', failsAtUsed()],
  ],
  'application-resources-id-uuid': identified(resources, 'name'),
  'application-resources-id-read-only': idKept(resources, 'name'),
  'application-resources-list-embedded': [
    ...embedded(resources, at.list),
    ...embedded(environment, wide.list),
  ],
  'application-resources-quota': [
    ['takes any number of application resources', quota(applicationResources)],
    ['takes 129 application resources', quota(applicationResources, 129)],
    ['takes 127 application resources', quota(applicationResources, 127)],
    [
      'counts application resources below each resource',
      (parts) => parts.change(applicationResources, { quota: { maximum: 128, per: 'parent' } }),
    ],
    [
      'answers 409 to one application resource too many',
      refusesWith(at.create, tooMany, 409, 'REQUEST_FAILED'),
    ],
  ],
});

function keepsUsed(): Fault {
  return (parts) =>
    parts.change(applicationResources, {
      keep: ({ id }, { world, ownerId }) =>
        world.shelf(ownerId, applicationPermissions.kind).sizeBelow(id) > 0
          ? constraint('id', 'The application resource has permissions.')
          : undefined,
    });
}

function failsAtUsed(): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.wrap(at.remove, (handler) => async (request) => {
      const { parameters } = askedOf(request);
      const shelf = world.shelf(parameters.environmentId ?? '', applicationPermissions.kind);
      const isUsed = shelf.sizeBelow(parameters[applicationResources.item] ?? '') > 0;
      const answer = await handler(request);
      if (isUsed) throw new ApiError(500, 'UNEXPECTED_ERROR', 'The request could not be completed.');
      return answer;
    });
  };
}
