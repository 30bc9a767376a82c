import type { Resource } from '../fixtures/resource.ts';
import { inEnvironment, selfLink } from './paths.ts';

/** Gateways of an environment, made as API gateway integrations (facts 5; Create API Gateway Integration). */
export const gateways: Resource = {
  name: 'gateways',
  model: 'Gateway',
  embedded: 'gateways',
  operations: {
    create: 'gateways.create',
    list: 'gateways.list',
    read: 'gateways.read',
    update: 'gateways.update',
    delete: 'gateways.delete',
  },
  arrange: inEnvironment('gateways'),
  body: (scope) => ({ name: scope.name(), ...integration, enabled: true }),
  full: (scope) => ({
    name: scope.name(),
    description: 'Before the banking services',
    ...integration,
    enabled: true,
  }),
  changed: (scope) => ({
    name: scope.name('changed'),
    description: 'Before the payment services',
    ...integration,
    enabled: false,
  }),
  freeText: 'description',
  clearable: 'description',
  links: { self: selfLink },
  dated: false,
  also: {
    'platform-create-201': ['prerequisites-gateways-create-201'],
    'platform-create-echoes-values': ['prerequisites-gateways-create-201'],
    'platform-read-one-200': ['prerequisites-gateways-read'],
    'platform-read-all-200': ['prerequisites-gateways-read'],
    'platform-create-then-listed': ['prerequisites-gateways-read'],
    'platform-delete-204': ['prerequisites-gateways-delete-204'],
    'platform-delete-then-read-404': ['prerequisites-gateways-delete-204'],
    'platform-delete-then-unlisted': ['prerequisites-gateways-delete-204'],
  },
};

const integration = { type: 'API_GATEWAY_INTEGRATION' };
