import type { Resource } from '../fixtures/resource.ts';
import { selfLink } from './paths.ts';
import { populations } from './populations.ts';

/** Users of an environment (facts 5). */
export const users: Resource = {
  name: 'users',
  model: 'User',
  embedded: 'users',
  operations: {
    create: 'users.create',
    list: 'users.list',
    read: 'users.read',
    update: 'users.update',
    delete: 'users.delete',
  },
  arrange: async (scope) => {
    const population = await scope.create(populations);
    return { collection: `${scope.environment}/users`, ids: { populationID: population.id } };
  },
  // One page requires the e-mail address, another does not, so the smallest safe body has it.
  body: (scope, given) => {
    const username = scope.name();
    return { username, email: `${username}@example.com`, population: { id: given.ids.populationID } };
  },
  full: (scope, given) => ({ ...users.body(scope, given), name: { given: 'Ann', family: 'Miller' } }),
  changed: (scope, given) => ({ ...users.body(scope, given), name: { given: 'Tom', family: 'Jones' } }),
  unique: { property: 'username', within: 'environment' },
  clearable: 'name',
  // The answer to a create has more links, reads and lists need not.
  links: { self: selfLink },
  dated: true,
  also: {
    'platform-create-201': ['prerequisites-users-create-201'],
    'platform-create-echoes-values': ['prerequisites-users-create-201'],
    'platform-read-one-200': ['prerequisites-users-read'],
    'platform-read-all-200': ['prerequisites-users-read'],
    'platform-create-then-listed': ['prerequisites-users-read'],
    'platform-collection-embedded-key': ['prerequisites-users-read'],
    'platform-delete-204': ['prerequisites-users-delete-204'],
    'platform-delete-then-read-404': ['prerequisites-users-delete-204'],
    'platform-delete-then-unlisted': ['prerequisites-users-delete-204'],
    'platform-uniqueness-400': ['prerequisites-users-username-unique'],
    'platform-links-self': ['prerequisites-users-links'],
    'platform-links-collection-item-self': ['prerequisites-users-links'],
  },
};
