import type { Collection, Representation } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl, type Place } from '../engine/place.ts';
import type { Entry } from '../store/shelf.ts';
import { freeText, text } from '../validation/checks.ts';
import { mandatory, object, optional } from '../validation/model.ts';
import type { ApplicationResource } from './applicationResources.ts';

/** What may be done with an application resource (facts 4.8). */
export type ApplicationPermission = { readonly action: string; readonly description?: string };

/** ~/applicationResources/{id}/permissions. */
export const applicationPermissions: Collection<ApplicationPermission> = {
  kind: 'applicationPermissions',
  path: '/environments/:environmentId/applicationResources/:applicationResourceId/permissions',
  item: 'permissionId',
  parent: { kind: 'applicationResources', parameter: 'applicationResourceId' },
  embedded: 'permissions',
  family: 'resource',
  license: 'allowApplicationPermissions',
  verbs: ['list', 'create', 'read', 'replace', 'remove'],
  model: object({
    action: mandatory(
      text({
        pattern: /^[\p{L}\p{M}\p{N} /.'_-]+$/u,
        says: "The action must be of letters, marks, digits, spaces and the characters / . ' _ -.",
      }),
    ),
    description: optional(freeText),
  }),
  quota: { maximum: 128, per: 'environment' },
  represent: showPermission,
};

/** ~/resources/{resourceID}/applicationPermissions: those of all application resources of one resource. */
export const permissionsOfResource: Collection<ApplicationPermission> = {
  ...applicationPermissions,
  path: '/environments/:environmentId/resources/:resourceId/applicationPermissions',
  parent: { kind: 'resources', parameter: 'resourceId' },
  verbs: ['list'],
  represent: (entry, place) => ({
    ...showPermission(entry, place),
    resourceServer: { id: place.parentId, environment: { id: place.ownerId } },
  }),
  members: function* ({ world, ownerId, parentId }): Iterable<Entry<ApplicationPermission>> {
    const permissions = world.shelf<ApplicationPermission>(ownerId, 'applicationPermissions');
    for (const { id } of world.shelf(ownerId, 'applicationResources').below(parentId))
      yield* permissions.below(id);
  },
};

/** URL of a permission, wherever it is shown. */
export function permissionUrl(entry: Entry<ApplicationPermission>, place: Place): string {
  return `${environmentUrl(place)}/applicationResources/${entry.parentId}/permissions/${entry.id}`;
}

function showPermission(entry: Entry<ApplicationPermission>, place: Place): Representation {
  const { id, parentId, value } = entry;
  const environment = environmentUrl(place);
  const resource = place.world
    .shelf<ApplicationResource>(place.ownerId, 'applicationResources')
    .get(parentId);
  const name = resource?.value.name;
  return {
    _links: links({
      self: permissionUrl(entry, place),
      environment,
      resource: `${environment}/applicationResources/${parentId}`,
    }),
    environment: { id: place.ownerId },
    id,
    action: value.action,
    resource: { id: parentId, name },
    description: value.description,
    key: `${name}:${value.action}`,
  };
}
