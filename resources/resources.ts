import { validResourceName } from '../fixtures/arbitraries/resourceName.ts';
import type { Resource } from '../fixtures/resource.ts';
import { resourceAudience } from '../fixtures/tables/resourceAudience.ts';
import { tokenValidity } from '../fixtures/tables/tokenValidity.ts';
import { environmentLink, inEnvironment, selfLink } from './paths.ts';

/** Custom resources of an environment (facts 5; client facts 40). */
export const resources: Resource = {
  name: 'resources',
  model: 'Resource',
  embedded: 'resources',
  operations: {
    create: 'resources.create',
    list: 'resources.list',
    read: 'resources.read',
    update: 'resources.update',
    delete: 'resources.delete',
  },
  arrange: inEnvironment('resources'),
  // Documents disagree whether audience and token lifetime may be left out, so the smallest safe body has both.
  body: (scope) => {
    const name = scope.name();
    return { name, audience: `https://${name}.example.com`, accessTokenValiditySeconds: 3600 };
  },
  full: (scope) => ({
    name: scope.name(),
    description: 'A custom resource',
    audience: `https://${scope.name('full')}.example.com`,
    accessTokenValiditySeconds: 7200,
    applicationPermissionsSettings: { claimEnabled: true },
  }),
  changed: (scope) => ({
    name: scope.name('changed'),
    description: 'Another custom resource',
    audience: `https://${scope.name('changed')}.example.com`,
    accessTokenValiditySeconds: 300,
    applicationPermissionsSettings: { claimEnabled: false },
  }),
  unique: { property: 'name', within: 'environment' },
  tables: [
    { property: 'audience', rows: resourceAudience },
    { property: 'accessTokenValiditySeconds', rows: tokenValidity },
  ],
  drawings: [{ property: 'name', valid: validResourceName, invalid: () => [] }],
  freeText: 'description',
  clearable: 'description',
  links: {
    self: selfLink,
    environment: environmentLink,
    scopes: {
      path: ({ path }) => `${path}/scopes`,
      followable: true,
      requirements: ['prerequisites-resources-links'],
    },
    attributes: {
      path: ({ path }) => `${path}/attributes`,
      followable: false,
      requirements: ['prerequisites-resources-links'],
    },
  },
  dated: true,
  also: {
    'platform-create-201': ['prerequisites-resources-create-201'],
    'platform-create-echoes-values': ['prerequisites-resources-create-201'],
    'platform-collection-embedded-key': ['prerequisites-resources-read-built-in'],
    'platform-delete-204': ['prerequisites-resources-delete-204'],
    'platform-delete-then-read-404': ['prerequisites-resources-delete-204'],
    'platform-uniqueness-400': ['prerequisites-resources-name-unique'],
    'platform-links-self': ['prerequisites-resources-links'],
    'platform-links-environment': ['prerequisites-resources-links'],
  },
};
