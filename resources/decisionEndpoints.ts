import type { Resource } from '../fixtures/resource.ts';
import { decisionEndpointTables } from './decisionEndpointValues.ts';
import { environmentLink, inEnvironment, selfLink } from './paths.ts';

const AND_ALLOWED = 'the page joins filters with and (decision-endpoints-filter-and)';

/** Decision endpoints of an environment, which follow the latest policies (facts 4.1). */
export const decisionEndpoints: Resource = {
  name: 'decisionEndpoints',
  model: 'DecisionEndpoint',
  embedded: 'decisionEndpoints',
  operations: {
    create: 'decisionEndpoints.create',
    list: 'decisionEndpoints.list',
    read: 'decisionEndpoints.read',
    update: 'decisionEndpoints.update',
    delete: 'decisionEndpoints.delete',
  },
  arrange: inEnvironment('decisionEndpoints'),
  body: (scope) => ({ name: scope.name(), description: 'Decides', recordRecentRequests: false }),
  full: (scope) => ({
    name: scope.name(),
    description: 'Decides who may enter',
    recordRecentRequests: false,
    alternateId: scope.unknownId(),
  }),
  changed: (scope) => ({
    name: scope.name('changed'),
    description: 'Decides who may leave',
    recordRecentRequests: true,
    alternateId: scope.unknownId(),
  }),
  freeText: 'description',
  clearable: 'alternateId',
  tables: decisionEndpointTables,
  links: { self: selfLink, environment: environmentLink },
  filters: [
    {
      attribute: 'name',
      operators: ['sw'],
      mayRefuse: true,
      sample: async (scope, given) => {
        const name = scope.name('filtered');
        return { value: name, body: { ...decisionEndpoints.body(scope, given), name } };
      },
    },
    { attribute: 'id', operators: ['eq'], mayRefuse: true },
  ],
  limit: null,
  dated: false,
  also: {
    'platform-create-201': ['decision-endpoints-create-201'],
    'platform-create-returns-id': ['decision-endpoints-create-201'],
    'platform-create-echoes-values': ['decision-endpoints-create-201'],
    'platform-read-all-200': ['decision-endpoints-list-200'],
    'platform-read-one-200': ['decision-endpoints-read-200'],
    'platform-update-200': ['decision-endpoints-update-200'],
    'platform-delete-204': ['decision-endpoints-delete-204'],
    'platform-delete-empty-body': ['decision-endpoints-delete-204'],
    'platform-id-uuid': ['decision-endpoints-id-uuid'],
    'platform-id-unique': ['decision-endpoints-id-uuid'],
    'platform-id-server-assigned': ['decision-endpoints-id-server-assigned'],
    'platform-id-stable': ['decision-endpoints-id-stable'],
    'platform-links-self': ['decision-endpoints-link-self'],
    'platform-links-self-readable': ['decision-endpoints-link-self'],
    'platform-links-collection-self': ['decision-endpoints-list-link-self'],
    'platform-links-collection-item-self': ['decision-endpoints-list-item-link-self'],
    'platform-collection-embedded-key': ['decision-endpoints-list-embedded'],
    'platform-paging-limit': ['decision-endpoints-limit'],
    'platform-paging-complete': ['decision-endpoints-limit'],
  },
  except: {
    'platform-filter-unsupported-operator-400': AND_ALLOWED,
    'platform-error-detail-invalid-filter-help': AND_ALLOWED,
  },
};
