import type { Body, Resource } from '../fixtures/resource.ts';
import { environmentLink, inEnvironment, selfLink } from './paths.ts';

/** External OAuth servers of an environment (facts 4.6), as far as API services of type EXTERNAL need them. */
export const externalOAuthServers: Resource = {
  name: 'externalOAuthServers',
  model: 'ExternalOAuthServer',
  embedded: 'externalOAuthServers',
  operations: {
    create: 'externalOAuthServers.create',
    list: 'externalOAuthServers.list',
    read: 'externalOAuthServers.read',
    update: 'externalOAuthServers.update',
    delete: 'externalOAuthServers.delete',
  },
  arrange: inEnvironment('externalOAuthServers'),
  body: (scope) => ({ name: scope.name(), type: 'EXTERNAL', validation: keysAt('as') }),
  full: (scope) => ({
    name: scope.name(),
    description: 'Issues tokens elsewhere',
    type: 'EXTERNAL',
    issuers: ['https://example.com/as'],
    validation: { ...keysAt('as'), clockSkewTolerance: 5 },
  }),
  changed: (scope) => ({
    name: scope.name('changed'),
    description: 'Issues other tokens elsewhere',
    type: 'EXTERNAL',
    issuers: ['https://example.com/other'],
    validation: { ...keysAt('other'), clockSkewTolerance: 6 },
  }),
  unique: { property: 'name', within: 'environment' },
  freeText: 'description',
  clearable: 'description',
  links: { self: selfLink, environment: environmentLink },
  dated: false,
  also: {},
};

/** The host is the one of the documented sample: a service may refuse addresses that it cannot reach. */
function keysAt(path: string): Body {
  return { type: 'JWKS_URL', jwksUrl: `https://example.com/${path}/jwks` };
}
