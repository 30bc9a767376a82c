import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl, type Place } from '../engine/place.ts';
import type { Entry } from '../store/shelf.ts';
import { freeText } from '../validation/checks.ts';
import { constraint } from '../validation/faults.ts';
import { mandatory, object, optional } from '../validation/model.ts';
import { removePermissionsOf } from './applicationPermissions.ts';
import { resourceName } from './resourceName.ts';
import type { Resource } from './resources.ts';

/** Something an application protects, below the resource that stands for its API (facts 4.7). */
export type ApplicationResource = { readonly name: string; readonly description?: string };

/** ~/resources/{resourceID}/applicationResources: where application resources are written. */
export const applicationResources: Collection<ApplicationResource> = {
  kind: 'applicationResources',
  path: '/environments/:environmentId/resources/:resourceId/applicationResources',
  item: 'applicationResourceId',
  parent: { kind: 'resources', parameter: 'resourceId' },
  embedded: 'resources',
  family: 'resource',
  license: 'allowApplicationPermissions',
  verbs: ['list', 'create', 'read', 'replace', 'remove'],
  model: object({ name: mandatory(resourceName), description: optional(freeText) }),
  unique: [
    {
      target: 'name',
      key: ({ name }, resourceId) => `${resourceId} ${name}`,
      message: 'A resource with the specified name already exists',
    },
  ],
  quota: { maximum: 128, per: 'environment' },
  verify: ({ place: { world, ownerId, parentId } }, faults) => {
    if (world.shelf<Resource>(ownerId, 'resources').get(parentId)?.value.type !== 'CUSTOM')
      faults.push(constraint('parent', 'Only custom resources can have application resources.'));
  },
  removed: ({ id }, place) => removePermissionsOf(id, place),
  represent: ({ id, parentId, value }, place) => {
    const environment = environmentUrl(place);
    return {
      _links: links({
        self: `${place.url}/${id}`,
        environment,
        resource: `${environment}/resources/${parentId}`,
        permissions: `${environment}/applicationResources/${id}/permissions`,
      }),
      id,
      name: value.name,
      description: value.description,
      parent: { type: 'PING_ONE_RESOURCE', id: parentId },
    };
  },
};

const { parent: _, ...withoutParent } = applicationResources;

/** ~/applicationResources: the same resources of the whole environment, to be read only. */
export const allApplicationResources: Collection<ApplicationResource> = {
  ...withoutParent,
  path: '/environments/:environmentId/applicationResources',
  verbs: ['list', 'read'],
  members: ({ world, ownerId }: Place): Iterable<Entry<ApplicationResource>> =>
    world.shelf<ApplicationResource>(ownerId, 'applicationResources').all(),
};

/** Removes the application resources of a resource that is gone, with their permissions. */
export function removeApplicationResourcesOf(resourceId: string, place: Place): void {
  const shelf = place.world.shelf(place.ownerId, 'applicationResources');
  for (const { id } of [...shelf.below(resourceId)]) {
    shelf.remove(id);
    removePermissionsOf(id, place);
  }
}
