import type { Resource } from '../fixtures/resource.ts';
import { environmentLink, inEnvironment, selfLink } from './paths.ts';

/** Populations of an environment (facts 5). */
export const populations: Resource = {
  name: 'populations',
  model: 'Population',
  embedded: 'populations',
  operations: {
    create: 'populations.create',
    list: 'populations.list',
    read: 'populations.read',
    update: 'populations.update',
    delete: 'populations.delete',
  },
  arrange: inEnvironment('populations'),
  body: (scope) => ({ name: scope.name() }),
  full: (scope) => ({ name: scope.name(), description: 'Test users', default: false }),
  changed: (scope) => ({ name: scope.name('changed'), description: 'Other test users', default: false }),
  unique: { property: 'name', within: 'environment' },
  freeText: 'description',
  clearable: 'description',
  links: { self: selfLink, environment: environmentLink },
  filters: [
    {
      attribute: 'name',
      operators: ['sw'],
      mayRefuse: true,
      sample: async (scope) => {
        const name = scope.name('filtered');
        return { value: name, body: { name } };
      },
    },
    { attribute: 'id', operators: ['eq'], mayRefuse: true },
  ],
  limit: null,
  dated: true,
  also: {
    'platform-create-201': ['prerequisites-populations-create-201'],
    'platform-read-one-200': ['prerequisites-populations-read'],
    'platform-read-all-200': ['prerequisites-populations-read'],
    'platform-create-then-listed': ['prerequisites-populations-read'],
    'platform-collection-embedded-key': ['prerequisites-populations-read'],
    'platform-delete-204': ['prerequisites-populations-delete-204'],
    'platform-delete-then-read-404': ['prerequisites-populations-delete-204'],
    'platform-uniqueness-400': ['prerequisites-populations-name-unique'],
    'platform-links-self': ['prerequisites-populations-links'],
    'platform-links-environment': ['prerequisites-populations-links'],
    'platform-filter-result-exact': ['prerequisites-populations-filter'],
  },
};
