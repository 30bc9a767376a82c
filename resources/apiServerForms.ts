import type { Body, Form, Given } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { externalOAuthServers } from './externalOAuthServers.ts';
import { resources } from './resources.ts';

/** The shape of API services whose tokens an external OAuth server issues (API services, data model). */
export const externalForm: Form = {
  under: 'authorizationServer.externalOAuthServer',
  arrange: async (scope) => {
    const server = await scope.create(externalOAuthServers);
    const other = await scope.create(externalOAuthServers);
    return {
      collection: `${scope.environment}/apiServers`,
      ids: { externalOAuthServerID: server.id, otherExternalOAuthServerID: other.id },
    };
  },
  full: (scope, given) => withServer(scope, given.ids.externalOAuthServerID, 'https://a.example.com'),
  changed: (scope, given) => withServer(scope, given.ids.otherExternalOAuthServerID, 'https://b.example.com'),
};

/** The shape of API services that move from one custom resource to another. */
export const movingForm: Form = {
  under: 'authorizationServer.resource',
  arrange: async (scope) => {
    const resource = await scope.create(resources);
    const other = await scope.create(resources);
    return {
      collection: `${scope.environment}/apiServers`,
      ids: { resourceID: resource.id, otherResourceID: other.id },
    };
  },
  full: (scope, given) => withResource(scope, given.ids.resourceID),
  changed: (scope, given) => withResource(scope, given.ids.otherResourceID),
};

type Id = Given['ids'][string] | undefined;

function withServer(scope: Scope, id: Id, audience: string): Body {
  return {
    name: scope.name(),
    baseUrls: ['https://api.example.com/v1'],
    authorizationServer: { type: 'EXTERNAL', externalOAuthServer: { id, audience } },
    directory: { type: 'EXTERNAL' },
  };
}

function withResource(scope: Scope, id: Id): Body {
  return {
    name: scope.name(),
    baseUrls: ['https://api.example.com/v1'],
    authorizationServer: { type: 'PINGONE_SSO', resource: { id } },
  };
}
