import type { Resource } from '../fixtures/resource.ts';
import { jwksForm, jwksUrlAt } from './externalOAuthServerForms.ts';
import {
  externalOAuthServerDrawings,
  externalOAuthServerLists,
  externalOAuthServerTables,
} from './externalOAuthServerValues.ts';
import { environmentLink, inEnvironment, selfLink } from './paths.ts';

/** External OAuth servers of an environment (facts 4.6; page External OAuth Servers). */
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
  body: (scope) => ({ name: scope.name(), type: 'EXTERNAL', validation: jwksUrlAt('as') }),
  full: (scope) => ({
    name: scope.name(),
    description: 'Issues tokens elsewhere',
    type: 'EXTERNAL',
    issuers: ['https://example.com/as'],
    validation: { ...jwksUrlAt('as'), clockSkewTolerance: 5 },
  }),
  changed: (scope) => ({
    name: scope.name('changed'),
    description: 'Issues other tokens elsewhere',
    type: 'EXTERNAL',
    issuers: ['https://example.com/other', 'https://example.com/third'],
    validation: { ...jwksUrlAt('other'), clockSkewTolerance: 30 },
  }),
  unique: { property: 'name', within: 'environment' },
  freeText: 'description',
  clearable: 'description',
  forms: [jwksForm],
  lists: externalOAuthServerLists,
  tables: externalOAuthServerTables,
  drawings: externalOAuthServerDrawings,
  links: {
    self: selfLink,
    environment: environmentLink,
    apiServers: {
      path: ({ path }) => `${path.split('/').slice(0, 3).join('/')}/apiServers`,
      followable: true,
      requirements: ['external-oauth-servers-link-api-servers'],
    },
  },
  filters: [
    {
      attribute: 'name',
      operators: ['co'],
      sample: async (scope) => {
        const name = scope.name('filtered');
        return { value: name, body: { name, type: 'EXTERNAL', validation: jwksUrlAt('as') } };
      },
    },
  ],
  limit: { minimum: 1, maximum: 25 },
  dated: false,
  also: {
    'platform-create-201': ['external-oauth-servers-create-201'],
    'platform-create-echoes-values': ['external-oauth-servers-create-201'],
    'platform-read-all-200': ['external-oauth-servers-list-200'],
    'platform-read-one-200': ['external-oauth-servers-read-200'],
    'platform-update-200': ['external-oauth-servers-update-200'],
    'platform-delete-204': ['external-oauth-servers-delete-204'],
    'platform-delete-empty-body': ['external-oauth-servers-delete-204'],
    'platform-create-then-read': ['external-oauth-servers-create-then-read'],
    'platform-id-uuid': ['external-oauth-servers-id-uuid'],
    'platform-id-unique': ['external-oauth-servers-id-uuid'],
    'platform-id-server-assigned': ['external-oauth-servers-id-server-assigned'],
    'platform-id-stable': ['external-oauth-servers-id-immutable'],
    'platform-uniqueness-400': ['external-oauth-servers-name-unique'],
    'platform-isolation-name-per-environment': ['external-oauth-servers-name-other-environment'],
    'platform-paging-limit': ['external-oauth-servers-limit'],
    'platform-paging-next': ['external-oauth-servers-limit'],
    'platform-paging-complete': ['external-oauth-servers-cursor'],
    'platform-paging-next-absent-on-last': ['external-oauth-servers-cursor'],
    'platform-filter-result-exact': ['external-oauth-servers-filter-name-co'],
    'platform-filter-unsupported-attribute-400': ['external-oauth-servers-filter-unsupported-attribute'],
    'platform-filter-unsupported-operator-400': ['external-oauth-servers-filter-unsupported-operator'],
    'platform-collection-embedded-key': ['external-oauth-servers-list-embedded'],
    'platform-read-all-empty-200': ['external-oauth-servers-list-embedded'],
    'platform-collection-item-agrees-with-read': ['external-oauth-servers-list-item-members'],
    'platform-links-self': ['external-oauth-servers-link-self'],
    'platform-links-self-readable': ['external-oauth-servers-link-self'],
    'platform-links-environment': ['external-oauth-servers-link-environment'],
  },
};
