import { invalidScopeName, validScopeName } from '../fixtures/arbitraries/scopeName.ts';
import { placeholder } from '../fixtures/placeholders.ts';
import type { Resource } from '../fixtures/resource.ts';
import { onceThere } from '../fixtures/settle.ts';
import { scopeName } from '../fixtures/tables/scopeName.ts';
import { selfLink } from './paths.ts';
import { resources } from './resources.ts';

/** Scopes of a custom resource (facts 5; client facts 41 for the characters of a name). */
export const scopes: Resource = {
  name: 'scopes',
  model: 'Scope',
  embedded: 'scopes',
  operations: {
    create: 'scopes.create',
    list: 'scopes.list',
    read: 'scopes.read',
    update: 'scopes.update',
    delete: 'scopes.delete',
  },
  parent: resources,
  arrange: async (scope) => {
    const parent = await scope.create(resources);
    await onceThere(scope, `${parent.path}/scopes`);
    return { collection: `${parent.path}/scopes`, ids: { resourceID: parent.id } };
  },
  // One page requires mapped claims, another leaves them out, so the smallest safe body names none.
  body: (scope) => ({ name: scope.name(), mappedClaims: [] }),
  full: (scope) => ({ name: scope.name(), description: 'Read accounts', mappedClaims: [] }),
  changed: (scope) => ({ name: scope.name('changed'), description: 'Write accounts', mappedClaims: [] }),
  // A scope without mapped claims may be shown without the list of them.
  shows: ({ mappedClaims: _, ...others }) => others,
  unique: { property: 'name', within: 'parent' },
  tables: [
    { property: 'name', rows: scopeName(placeholder('name')), makers: { name: (scope) => scope.name() } },
  ],
  drawings: [{ property: 'name', valid: validScopeName, invalid: invalidScopeName }],
  freeText: 'description',
  clearable: 'description',
  links: {
    self: selfLink,
    resource: {
      path: ({ path }) => path.split('/').slice(0, 5).join('/'),
      followable: true,
      requirements: ['prerequisites-scopes-model'],
    },
  },
  dated: true,
  also: {
    'platform-create-201': ['prerequisites-scopes-create-201'],
    'platform-create-echoes-values': ['prerequisites-scopes-create-201'],
    'platform-read-one-200': ['prerequisites-scopes-read'],
    'platform-read-all-200': ['prerequisites-scopes-read'],
    'platform-create-then-listed': ['prerequisites-scopes-read'],
    'platform-collection-embedded-key': ['prerequisites-scopes-read'],
    'platform-delete-204': ['prerequisites-scopes-delete-204'],
    'platform-delete-then-read-404': ['prerequisites-scopes-delete-204'],
    'platform-uniqueness-400': ['prerequisites-scopes-name-unique'],
    'platform-links-self': ['prerequisites-scopes-model'],
  },
};
