import { at } from '../fixtures/exchange.ts';
import type { Body, Given, Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { externalForm, movingForm } from './apiServerForms.ts';
import { apiServerBodies, apiServerDrawings, apiServerTables } from './apiServerValues.ts';
import { externalOAuthServers } from './externalOAuthServers.ts';
import { environmentLink, selfLink } from './paths.ts';
import { resources } from './resources.ts';

/** API services (facts 4.3; page API Services). */
export const apiServers: Resource = {
  name: 'apiServers',
  model: 'ApiServer',
  embedded: 'apiServers',
  operations: {
    create: 'apiServers.create',
    list: 'apiServers.list',
    read: 'apiServers.read',
    update: 'apiServers.update',
    delete: 'apiServers.delete',
  },
  arrange: async (scope) => {
    const resource = await scope.create(resources);
    return { collection: `${scope.environment}/apiServers`, ids: { resourceID: resource.id } };
  },
  body: (scope, given) => withResource(scope, given.ids.resourceID),
  full: (scope, given) => ({
    ...withResource(scope, given.ids.resourceID),
    baseUrls: ['https://api.example.com/full/v1', 'https://api.example.net/full/v1'],
    authorizationServer: { type: 'PINGONE_SSO', resource: { id: given.ids.resourceID } },
    directory: { type: 'PINGONE_SSO' },
    accessControl: { custom: { enabled: false } },
  }),
  changed: (scope, given) => ({
    ...withResource(scope, given.ids.resourceID),
    name: scope.name('changed'),
    baseUrls: ['https://api.example.org/changed/v2'],
  }),
  unique: { property: 'name', within: 'environment' },
  forms: [externalForm, movingForm],
  shows: withoutOffSwitch,
  tables: apiServerTables,
  drawings: apiServerDrawings,
  bodies: apiServerBodies,
  links: {
    self: selfLink,
    environment: environmentLink,
    operations: {
      path: ({ path }) => `${path}/operations`,
      followable: true,
      requirements: ['api-servers-link-operations'],
    },
    resource: {
      path: ({ path, given }) => `${path.split('/').slice(0, 3).join('/')}/resources/${given.ids.resourceID}`,
      followable: true,
      requirements: ['api-servers-link-resource'],
      reference: 'authorizationServer.resource.id',
    },
  },
  filters: [
    {
      attribute: 'authorizationServer.externalOAuthServer.id',
      operators: ['eq'],
      sample: async (scope) => {
        const { id } = await scope.create(externalOAuthServers);
        return { value: id, body: withExternalServer(scope, id) };
      },
    },
  ],
  limit: { minimum: 1, maximum: 25 },
  references: {
    'authorizationServer.resource.id': {
      bodyWith: (scope, _given, id) => withResource(scope, id),
      resource: resources,
    },
  },
  dated: false,
  also: {
    'platform-create-201': ['api-servers-create-201'],
    'platform-read-all-200': ['api-servers-list-200'],
    'platform-read-one-200': ['api-servers-read-200'],
    'platform-update-200': ['api-servers-update-200'],
    'platform-delete-204': ['api-servers-delete-204'],
    'platform-create-then-read': ['api-servers-create-then-read'],
    'platform-id-uuid': ['api-servers-id-uuid'],
    'platform-id-server-assigned': ['api-servers-id-server-assigned'],
    'platform-id-stable': ['api-servers-id-stable'],
    'platform-uniqueness-400': ['api-servers-name-unique'],
    'platform-paging-limit': ['api-servers-limit'],
    'platform-paging-next': ['api-servers-limit'],
    'platform-links-self': ['api-servers-link-self'],
    'platform-links-self-readable': ['api-servers-link-self'],
    'platform-links-environment': ['api-servers-link-environment'],
    'platform-collection-embedded-key': ['api-servers-list-embedded'],
    'platform-read-all-empty-200': ['api-servers-list-embedded'],
    'platform-collection-item-agrees-with-read': ['api-servers-list-item-members'],
    'platform-filter-result-exact': ['api-servers-filter-external-oauth-server'],
    'platform-filter-unsupported-attribute-400': ['api-servers-filter-unsupported-attribute'],
    'platform-filter-unsupported-operator-400': ['api-servers-filter-unsupported-operator'],
  },
};

/** The smallest valid body of a service whose tokens PingOne issues for a custom resource. */
function withResource(scope: Scope, id: Given['ids'][string] | undefined): Body {
  return {
    name: scope.name(),
    baseUrls: ['https://api.example.com/v1'],
    authorizationServer: { resource: { id } },
  };
}

/** The smallest valid body of a service whose tokens another server issues. */
function withExternalServer(scope: Scope, id: string): Body {
  return {
    name: scope.name(),
    baseUrls: ['https://api.example.com/v1'],
    authorizationServer: {
      type: 'EXTERNAL',
      externalOAuthServer: { id, audience: 'https://api.example.com' },
    },
    directory: { type: 'EXTERNAL' },
  };
}

/** Custom policies that are off may be told by leaving the switch out (API services, data model, default). */
function withoutOffSwitch({ accessControl, ...others }: Body): Body {
  const isOff = at(accessControl, 'custom.enabled') === false;
  return isOff || accessControl === undefined ? others : { ...others, accessControl };
}
