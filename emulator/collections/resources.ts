import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl, type Place } from '../engine/place.ts';
import type { Entry } from '../store/shelf.ts';
import { both, type Check, flag, freeText, integer, option, text } from '../validation/checks.ts';
import { constraint, invalid } from '../validation/faults.ts';
import { mandatory, object, optional } from '../validation/model.ts';
import type { ApiServer } from './apiServers.ts';
import { removeApplicationResourcesOf } from './applicationResources.ts';
import { resourceName } from './resourceName.ts';

/** A resource: an API that tokens can be issued for (facts 5). */
export type Resource = {
  readonly name: string;
  readonly description?: string;
  readonly type: 'OPENID_CONNECT' | 'PINGONE_API' | 'CUSTOM';
  readonly audience: string;
  readonly accessTokenValiditySeconds: number;
  readonly introspectEndpointAuthMethod: string;
  readonly applicationPermissionsSettings?: { readonly claimEnabled: boolean };
};

const audience: Check = both(text(), (value, target, faults) => {
  if (/pingone|pingidentity/i.test(String(value)))
    faults.push(invalid(target, 'The audience must not contain pingone or pingidentity.'));
  return value;
});

/** ~/resources. */
export const resources: Collection<Resource> = {
  kind: 'resources',
  path: '/environments/:environmentId/resources',
  item: 'resourceId',
  family: 'resource',
  verbs: ['list', 'create', 'read', 'replace', 'remove'],
  model: object({
    name: mandatory(resourceName),
    description: optional(freeText),
    type: optional(option('CUSTOM'), 'CUSTOM'),
    audience: optional(audience),
    accessTokenValiditySeconds: optional(integer(300, 2592000), 3600),
    introspectEndpointAuthMethod: optional(
      option('NONE', 'CLIENT_SECRET_BASIC', 'CLIENT_SECRET_POST'),
      'CLIENT_SECRET_BASIC',
    ),
    applicationPermissionsSettings: optional(object({ claimEnabled: optional(flag, false) })),
  }),
  unique: [
    { target: 'name', key: ({ name }) => name, message: 'A resource with the specified name already exists' },
  ],
  verify: ({ previous }, faults) => {
    if (previous !== undefined && previous.value.type !== 'CUSTOM')
      faults.push(constraint('type', 'Only custom resources can be changed.'));
  },
  complete: ({ value }) => ({ ...value, audience: value.audience ?? value.name }),
  keep: ({ id, value }, place) => {
    if (value.type !== 'CUSTOM') return constraint('type', 'Only custom resources can be deleted.');
    return usedByApiServer(id, place) ? constraint('id', 'An API service uses the resource.') : undefined;
  },
  removed: (entry, place) => {
    removeScopes(entry, place);
    removeApplicationResourcesOf(entry.id, place);
  },
  represent: ({ id, value, createdAt, updatedAt }, place) => ({
    _links: links({
      self: `${place.url}/${id}`,
      environment: environmentUrl(place),
      scopes: `${place.url}/${id}/scopes`,
      attributes: `${place.url}/${id}/attributes`,
    }),
    id,
    environment: { id: place.ownerId },
    name: value.name,
    description: value.description,
    type: value.type,
    audience: value.audience,
    accessTokenValiditySeconds: value.accessTokenValiditySeconds,
    introspectEndpointAuthMethod: value.introspectEndpointAuthMethod,
    applicationPermissionsSettings: value.applicationPermissionsSettings ?? { claimEnabled: false },
    createdAt,
    updatedAt,
  }),
};

function usedByApiServer(resourceId: string, { world, ownerId }: Place): boolean {
  for (const { value } of world.shelf<ApiServer>(ownerId, 'apiServers').all())
    if (value.authorizationServer.resource?.id === resourceId) return true;
  return false;
}

function removeScopes({ id }: Entry<Resource>, { world, ownerId }: Place): void {
  const shelf = world.shelf(ownerId, 'scopes');
  for (const scope of [...shelf.below(id)]) shelf.remove(scope.id);
}
