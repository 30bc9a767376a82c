import { randomUUID } from 'node:crypto';
import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl } from '../engine/place.ts';
import { baseUrl } from '../validation/baseUrl.ts';
import { flag, identifier, list, option, text } from '../validation/checks.ts';
import { mandatory, object, optional, reference } from '../validation/model.ts';
import { verifyApiServer } from './apiServerRules.ts';
import { forgetDeployment } from './deployments.ts';
import { resourceName } from './resourceName.ts';

/** Who issues the tokens of an API service, or holds its users. */
export type ServerType = 'PINGONE_SSO' | 'EXTERNAL';

/** An API service (facts 4.3). */
export type ApiServer = {
  readonly name: string;
  readonly baseUrls: readonly string[];
  readonly authorizationServer: {
    readonly type: ServerType;
    readonly resource?: { readonly id: string };
    readonly externalOAuthServer?: { readonly id: string; readonly audience: string };
  };
  readonly directory: { readonly type: ServerType };
  readonly accessControl?: { readonly custom?: { readonly enabled?: boolean } };
  /** root policy; there is one while custom policies are on */
  readonly policy?: { readonly id: string };
};

const serverType = option('PINGONE_SSO', 'EXTERNAL');

/** Whether custom policies are on. */
export function hasCustomPolicies({ accessControl }: ApiServer): boolean {
  return accessControl?.custom?.enabled === true;
}

/** ~/apiServers. */
export const apiServers: Collection<ApiServer> = {
  kind: 'apiServers',
  path: '/environments/:environmentId/apiServers',
  item: 'apiServerId',
  family: 'apiServer',
  license: 'allowApiAccessManagement',
  verbs: ['list', 'create', 'read', 'replace', 'remove'],
  model: object({
    name: mandatory(resourceName),
    baseUrls: mandatory(list(baseUrl)),
    authorizationServer: mandatory(
      object({
        resource: optional(reference),
        externalOAuthServer: optional(
          object({ id: mandatory(identifier), audience: mandatory(text({ longest: 1024 })) }),
        ),
        type: optional(serverType, 'PINGONE_SSO'),
      }),
    ),
    directory: optional(object({ type: mandatory(serverType) })),
    accessControl: optional(object({ custom: optional(object({ enabled: optional(flag) })) })),
  }),
  unique: [
    { target: 'name', key: ({ name }) => name, message: 'A resource with the specified name already exists' },
  ],
  quota: { maximum: 25, per: 'environment' },
  verify: verifyApiServer,
  complete: ({ value, previous }) => {
    const { accessControl, ...others } = value;
    return {
      ...others,
      directory: value.directory ?? { type: 'PINGONE_SSO' },
      ...(accessControl?.custom?.enabled === undefined ? {} : { accessControl }),
      ...(hasCustomPolicies(value) ? { policy: previous?.value.policy ?? { id: randomUUID() } } : {}),
    };
  },
  removed: ({ id }, place) => {
    const operations = place.world.shelf(place.ownerId, 'apiServerOperations');
    for (const operation of [...operations.below(id)]) operations.remove(operation.id);
    forgetDeployment(id, place);
  },
  represent: ({ id, value }, place) => {
    const environment = environmentUrl(place);
    const { resource } = value.authorizationServer;
    return {
      _links: links({
        self: `${place.url}/${id}`,
        resource: resource && `${environment}/resources/${resource.id}`,
        operations: `${place.url}/${id}/operations`,
        environment,
      }),
      environment: { id: place.ownerId },
      id,
      name: value.name,
      baseUrls: value.baseUrls,
      authorizationServer: value.authorizationServer,
      directory: value.directory,
      accessControl: value.accessControl,
      policy: value.policy,
    };
  },
  filters: {
    attributes: {
      'authorizationServer.externalOAuthServer.id': {
        operators: ['eq'],
        compare: 'exact',
        read: ({ value }) => value.authorizationServer.externalOAuthServer?.id,
      },
    },
    combinators: [],
  },
  page: { maximum: 25, standard: 25 },
};
