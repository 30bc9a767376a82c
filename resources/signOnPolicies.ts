import { invalidSignOnPolicyName, validSignOnPolicyName } from '../fixtures/arbitraries/signOnPolicyName.ts';
import { placeholder } from '../fixtures/placeholders.ts';
import type { Resource } from '../fixtures/resource.ts';
import { signOnPolicyName } from '../fixtures/tables/signOnPolicyName.ts';
import { environmentLink, inEnvironment, selfLink } from './paths.ts';

/** Sign-on policies of an environment (facts 5). */
export const signOnPolicies: Resource = {
  name: 'signOnPolicies',
  model: 'SignOnPolicy',
  embedded: 'signOnPolicies',
  operations: {
    create: 'signOnPolicies.create',
    list: 'signOnPolicies.list',
    read: 'signOnPolicies.read',
    update: 'signOnPolicies.update',
    delete: 'signOnPolicies.delete',
  },
  arrange: inEnvironment('signOnPolicies'),
  body: (scope) => ({ name: scope.name() }),
  full: (scope) => ({ name: scope.name(), description: 'A basic sign-on policy' }),
  changed: (scope) => ({ name: scope.name('changed'), description: 'Another sign-on policy' }),
  unique: { property: 'name', within: 'environment' },
  tables: [
    {
      property: 'name',
      rows: signOnPolicyName(placeholder('name')),
      makers: { name: (scope) => scope.name() },
    },
  ],
  drawings: [{ property: 'name', valid: validSignOnPolicyName, invalid: invalidSignOnPolicyName }],
  freeText: 'description',
  clearable: 'description',
  links: {
    self: selfLink,
    environment: environmentLink,
    actions: {
      path: ({ path }) => `${path}/actions`,
      followable: false,
      requirements: ['prerequisites-sign-on-policies-links'],
    },
  },
  dated: false,
  also: {
    'platform-create-201': ['prerequisites-sign-on-policies-create-201'],
    'platform-create-echoes-values': ['prerequisites-sign-on-policies-create-201'],
    'platform-read-one-200': ['prerequisites-sign-on-policies-read'],
    'platform-read-all-200': ['prerequisites-sign-on-policies-read'],
    'platform-create-then-listed': ['prerequisites-sign-on-policies-read'],
    'platform-collection-embedded-key': ['prerequisites-sign-on-policies-read'],
    'platform-delete-204': ['prerequisites-sign-on-policies-delete-204'],
    'platform-delete-then-read-404': ['prerequisites-sign-on-policies-delete-204'],
    'platform-uniqueness-400': ['prerequisites-sign-on-policies-name-unique'],
    'platform-links-self': ['prerequisites-sign-on-policies-links'],
    'platform-links-environment': ['prerequisites-sign-on-policies-links'],
  },
};
