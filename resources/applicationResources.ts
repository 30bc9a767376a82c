import type { Resource } from '../fixtures/resource.ts';
import { selfLink } from './paths.ts';
import { resources } from './resources.ts';

/**
 * Application resources of a custom resource (facts 4.7). They are written below their parent and read there and
 * below the environment; the checks go over the path below the parent.
 */
export const applicationResources: Resource = {
  name: 'applicationResources',
  model: 'ApplicationResource',
  embedded: 'resources',
  operations: {
    create: 'resourceApplicationResources.create',
    list: 'resourceApplicationResources.list',
    read: 'resourceApplicationResources.read',
    update: 'resourceApplicationResources.update',
    delete: 'resourceApplicationResources.delete',
  },
  parent: resources,
  arrange: async (scope) => {
    const parent = await scope.create(resources);
    return { collection: `${parent.path}/applicationResources`, ids: { resourceID: parent.id } };
  },
  body: (scope) => ({ name: scope.name() }),
  full: (scope) => ({ name: scope.name(), description: 'Accounts of the bank' }),
  changed: (scope) => ({ name: scope.name('changed'), description: 'Payments of the bank' }),
  unique: { property: 'name', within: 'parent' },
  freeText: 'description',
  clearable: 'description',
  links: { self: selfLink },
  // No sample tells to which of the two paths the self link leads.
  alsoAt: (scope, id) => [`${scope.environment}/applicationResources/${id}`],
  dated: false,
  also: {
    'platform-create-201': ['application-resources-create-201'],
    'platform-create-echoes-values': ['application-resources-create-201'],
    'platform-read-all-200': ['application-resources-parent-list-200'],
    'platform-read-one-200': ['application-resources-parent-read-200'],
    'platform-update-200': ['application-resources-update-200'],
    'platform-delete-204': ['application-resources-delete-204'],
    'platform-delete-empty-body': ['application-resources-delete-204'],
    'platform-id-uuid': ['application-resources-id-uuid'],
    'platform-id-unique': ['application-resources-id-uuid'],
    'platform-uniqueness-400': ['application-resources-name-unique'],
    'platform-collection-embedded-key': ['application-resources-list-embedded'],
    'platform-read-all-empty-200': ['application-resources-list-embedded'],
  },
};
