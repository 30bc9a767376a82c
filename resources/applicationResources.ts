import type { Resource } from '../fixtures/resource.ts';
import { selfLink } from './paths.ts';
import { resources } from './resources.ts';

/** Application resources below a custom resource (facts 4.7), as far as application permissions need them. */
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
  dated: false,
  also: {},
};
