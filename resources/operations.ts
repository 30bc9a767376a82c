import type { Resource } from '../fixtures/resource.ts';
import { apiServers } from './apiServers.ts';
import { groups } from './groups.ts';
import { accessControlForm, operationLists } from './operationForms.ts';
import { operationBodies, operationDrawings, operationTables } from './operationValues.ts';
import { environmentLink, selfLink } from './paths.ts';
import { scopes } from './scopes.ts';
import { signOnPolicies } from './signOnPolicies.ts';

/** Operations of an API service (facts 4.4; page API Operations). */
export const operations: Resource = {
  name: 'operations',
  model: 'ApiServerOperation',
  embedded: 'operations',
  operations: {
    create: 'operations.create',
    list: 'operations.list',
    read: 'operations.read',
    update: 'operations.update',
    delete: 'operations.delete',
  },
  parent: apiServers,
  arrange: async (scope) => {
    const parent = await scope.create(apiServers);
    const group = await scope.create(groups);
    const policy = await scope.create(signOnPolicies);
    const resourceID = parent.given.ids.resourceID ?? '';
    const granted = await scope.create(scopes, {
      given: { collection: `${scope.environment}/resources/${resourceID}/scopes`, ids: {} },
    });
    return {
      collection: `${parent.path}/operations`,
      ids: {
        apiServerID: parent.id,
        resourceID,
        groupID: group.id,
        scopeID: granted.id,
        signOnPolicyID: policy.id,
      },
    };
  },
  body: (scope) => ({ name: scope.name(), paths: [{ type: 'EXACT', pattern: '/accounts' }] }),
  full: (scope, given) => ({
    name: scope.name(),
    methods: ['POST', 'PUT'],
    paths: [
      { type: 'EXACT', pattern: '/accounts' },
      { type: 'PARAMETER', pattern: '/accounts/{id}' },
    ],
    accessControl: {
      group: { groups: [{ id: given.ids.groupID }] },
      scope: { matchType: 'ANY', scopes: [{ id: given.ids.scopeID }] },
      authentication: { acrs: [{ id: given.ids.signOnPolicyID, type: 'PINGONE' }], maxAge: 300 },
    },
  }),
  changed: (scope) => ({
    name: scope.name('changed'),
    methods: ['DELETE'],
    paths: [{ type: 'PARAMETER', pattern: '/payments/*' }],
    accessControl: { authentication: { maxAge: 600 } },
  }),
  clearable: 'methods',
  forms: [accessControlForm],
  lists: operationLists,
  mayBeEmpty: { 'paths[].pattern': 'an EXACT pattern may be any text, yet a pattern is required' },
  tables: operationTables,
  drawings: operationDrawings,
  bodies: operationBodies,
  links: {
    self: selfLink,
    environment: environmentLink,
    apiServer: {
      path: ({ path }) => path.split('/').slice(0, 5).join('/'),
      followable: true,
      requirements: ['api-server-operations-link-api-server'],
    },
  },
  expand: {
    groups: 'accessControl.group.groups',
    scopes: 'accessControl.scope.scopes',
    authenticationPolicies: 'accessControl.authentication.acrs',
  },
  limit: null,
  references: {
    'accessControl.group.groups': {
      bodyWith: (scope, _given, id) => ({
        name: scope.name(),
        paths: [{ type: 'EXACT', pattern: '/accounts' }],
        accessControl: { group: { groups: [{ id }] } },
      }),
      resource: groups,
    },
    'accessControl.authentication.acrs': {
      bodyWith: (scope, _given, id) => ({
        name: scope.name(),
        paths: [{ type: 'EXACT', pattern: '/accounts' }],
        accessControl: { authentication: { acrs: [{ id, type: 'PINGONE' }] } },
      }),
      resource: signOnPolicies,
    },
  },
  dated: false,
  also: {
    'platform-create-201': ['api-server-operations-create-201'],
    'platform-read-all-200': ['api-server-operations-list-200'],
    'platform-read-one-200': ['api-server-operations-read-200'],
    'platform-update-200': ['api-server-operations-update-success'],
    'platform-delete-204': ['api-server-operations-delete-204'],
    'platform-create-then-read': ['api-server-operations-create-then-read'],
    'platform-id-uuid': ['api-server-operations-id-uuid'],
    'platform-put-clears-omitted': ['api-server-operations-methods-cleared'],
    'platform-request-null-clears': ['api-server-operations-methods-null'],
    'platform-paging-limit': ['api-server-operations-limit'],
    'platform-paging-complete': ['api-server-operations-limit'],
    'platform-links-self': ['api-server-operations-link-self'],
    'platform-links-self-readable': ['api-server-operations-link-self'],
    'platform-links-environment': ['api-server-operations-link-environment'],
    'platform-collection-embedded-key': ['api-server-operations-list-embedded'],
    'platform-read-all-empty-200': ['api-server-operations-list-embedded'],
  },
};
