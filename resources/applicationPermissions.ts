import type { Resource } from '../fixtures/resource.ts';
import { applicationResources } from './applicationResources.ts';
import { environmentLink, selfLink } from './paths.ts';

/** Permissions of an application resource (facts 4.8), as far as permission rules of operations need them. */
export const applicationPermissions: Resource = {
  name: 'applicationPermissions',
  model: 'ApplicationPermission',
  embedded: 'permissions',
  operations: {
    create: 'permissions.create',
    list: 'permissions.list',
    read: 'permissions.read',
    update: 'permissions.update',
    delete: 'permissions.delete',
  },
  parent: applicationResources,
  arrange: async (scope) => {
    const parent = await scope.create(applicationResources);
    return {
      collection: `${scope.environment}/applicationResources/${parent.id}/permissions`,
      ids: { applicationResourceID: parent.id },
    };
  },
  body: (scope) => ({ action: scope.name() }),
  full: (scope) => ({ action: scope.name(), description: 'Read accounts' }),
  changed: (scope) => ({ action: scope.name('changed'), description: 'Write accounts' }),
  freeText: 'description',
  clearable: 'description',
  links: { self: selfLink, environment: environmentLink },
  dated: false,
  also: {},
};
