import type { Resource } from '../fixtures/resource.ts';
import { environmentLink, selfLink } from './paths.ts';
import { populations } from './populations.ts';

/** Users of an environment (facts 5), as far as populations and groups need them. */
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
  links: { self: selfLink, environment: environmentLink },
  dated: true,
  also: {},
};
