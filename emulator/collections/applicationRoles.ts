import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl } from '../engine/place.ts';
import { freeText } from '../validation/checks.ts';
import { mandatory, object, optional } from '../validation/model.ts';
import { wordText } from '../validation/wordText.ts';
import { removeEntriesOfRole } from './applicationRoleEntries.ts';
import { removeHoldersOfRole } from './applicationRoleHolders.ts';

/** A role that users can be given in the applications of a customer (facts 4.9). */
export type ApplicationRole = { readonly name: string; readonly description?: string };

/** ~/applicationRoles. */
export const applicationRoles: Collection<ApplicationRole> = {
  kind: 'applicationRoles',
  path: '/environments/:environmentId/applicationRoles',
  item: 'applicationRoleId',
  embedded: 'roles',
  family: 'resource',
  license: 'allowApplicationPermissions',
  verbs: ['list', 'create', 'read', 'replace', 'remove'],
  model: object({ name: mandatory(wordText({ longest: 20 })), description: optional(freeText) }),
  unique: [
    { target: 'name', key: ({ name }) => name, message: 'A resource with the specified name already exists' },
  ],
  quota: { maximum: 128, per: 'environment' },
  removed: ({ id }, place) => {
    removeEntriesOfRole(place.world, place.ownerId, id);
    removeHoldersOfRole(id, place);
  },
  represent: ({ id, value }, place) => ({
    _links: links({
      self: `${place.url}/${id}`,
      environment: environmentUrl(place),
      permissions: `${place.url}/${id}/permissions`,
    }),
    environment: { id: place.ownerId },
    id,
    name: value.name,
    description: value.description,
  }),
};

/** URL of an application role, wherever it is shown. */
export function applicationRoleUrl(place: Parameters<typeof environmentUrl>[0], roleId: string): string {
  return `${environmentUrl(place)}/applicationRoles/${roleId}`;
}
