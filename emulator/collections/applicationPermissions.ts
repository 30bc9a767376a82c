import type { Collection, Representation } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl, type Place } from '../engine/place.ts';
import type { Entry } from '../store/shelf.ts';
import { freeText } from '../validation/checks.ts';
import { mandatory, object, optional } from '../validation/model.ts';
import { wordText } from '../validation/wordText.ts';
import type { ApplicationResource } from './applicationResources.ts';
import { removeEntriesOfPermission } from './applicationRoleEntries.ts';

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
    action: mandatory(wordText()),
    description: optional(freeText),
  }),
  quota: { maximum: 128, per: 'environment' },
  removed: ({ id }, { world, ownerId }) => removeEntriesOfPermission(world, ownerId, id),
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
  members: ({ world, ownerId, parentId }): Iterable<Entry<ApplicationPermission>> => {
    const permissions = world.shelf<ApplicationPermission>(ownerId, 'applicationPermissions');
    const found = [...world.shelf(ownerId, 'applicationResources').below(parentId)].flatMap(({ id }) => [
      ...permissions.below(id),
    ]);
    // pages are cut by age
    return found.sort((one, other) => one.sequence - other.sequence);
  },
};

/** Removes the permissions of an application resource that is gone, and takes them from the roles that have them. */
export function removePermissionsOf(applicationResourceId: string, { world, ownerId }: Place): void {
  const shelf = world.shelf(ownerId, 'applicationPermissions');
  for (const { id } of [...shelf.below(applicationResourceId)]) {
    shelf.remove(id);
    removeEntriesOfPermission(world, ownerId, id);
  }
}

/** What a permission is, wherever it is shown; the key changes with the names it is made of (facts 4.8). */
export function permissionMembers(
  { id, parentId, value }: Entry<ApplicationPermission>,
  { world, ownerId }: Place,
): Representation {
  const resource = world.shelf<ApplicationResource>(ownerId, 'applicationResources').get(parentId);
  const name = resource?.value.name;
  return {
    environment: { id: ownerId },
    id,
    action: value.action,
    resource: { id: parentId, name },
    description: value.description,
    key: `${name}:${value.action}`,
  };
}

/** URL of a permission, wherever it is shown. */
export function permissionUrl(entry: Entry<ApplicationPermission>, place: Place): string {
  return `${environmentUrl(place)}/applicationResources/${entry.parentId}/permissions/${entry.id}`;
}

function showPermission(entry: Entry<ApplicationPermission>, place: Place): Representation {
  const environment = environmentUrl(place);
  return {
    _links: links({
      self: permissionUrl(entry, place),
      environment,
      resource: `${environment}/applicationResources/${entry.parentId}`,
    }),
    ...permissionMembers(entry, place),
  };
}
