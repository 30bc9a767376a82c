import type { Resource } from '../fixtures/resource.ts';
import { environmentLink, inEnvironment, selfLink } from './paths.ts';

/**
 * Worker applications of an environment (facts 5). They are made without the roles of their creator, so that
 * what a case creates can do nothing; see `createWorker` for one that can.
 */
export const applications: Resource = {
  name: 'applications',
  model: 'Application',
  embedded: 'applications',
  operations: {
    create: 'applications.create',
    list: 'applications.list',
    read: 'applications.read',
    update: 'applications.update',
    delete: 'applications.delete',
  },
  arrange: inEnvironment('applications'),
  body: (scope) => ({ name: scope.name(), ...worker }),
  full: (scope) => ({ name: scope.name(), description: 'Runs at night', ...worker }),
  changed: (scope) => ({
    name: scope.name('changed'),
    description: 'Runs at noon',
    ...worker,
    enabled: false,
    tokenEndpointAuthMethod: 'CLIENT_SECRET_POST',
  }),
  freeText: 'description',
  clearable: 'description',
  links: {
    self: selfLink,
    environment: environmentLink,
    grants: { path: ({ path }) => `${path}/grants`, followable: false },
    attributes: { path: ({ path }) => `${path}/attributes`, followable: false },
    secret: { path: ({ path }) => `${path}/secret`, followable: true },
    roleAssignments: { path: ({ path }) => `${path}/roleAssignments`, followable: false },
  },
  dated: true,
  capability: 'worker-application-creation',
  also: {
    'platform-create-201': ['prerequisites-applications-create-worker-201'],
    'platform-create-echoes-values': ['prerequisites-applications-create-worker-201'],
    'platform-read-one-200': ['prerequisites-applications-read'],
    'platform-read-all-200': ['prerequisites-applications-read'],
    'platform-create-then-listed': ['prerequisites-applications-read'],
    'platform-collection-embedded-key': ['prerequisites-applications-read'],
    'platform-delete-204': ['prerequisites-applications-delete-204'],
    'platform-delete-then-read-404': ['prerequisites-applications-delete-204'],
  },
};

const worker = {
  enabled: true,
  type: 'WORKER',
  protocol: 'OPENID_CONNECT',
  grantTypes: ['CLIENT_CREDENTIALS'],
  tokenEndpointAuthMethod: 'CLIENT_SECRET_BASIC',
  assignActorRoles: false,
};
