import { invalidPermissionAction, validPermissionAction } from '../fixtures/arbitraries/permissionAction.ts';
import { placeholder } from '../fixtures/placeholders.ts';
import type { Resource } from '../fixtures/resource.ts';
import { permissionAction } from '../fixtures/tables/permissionAction.ts';
import { applicationResources } from './applicationResources.ts';
import { environmentLink, selfLink } from './paths.ts';

/** Permissions of an application resource (facts 4.8; client facts 37 for the characters of an action). */
export const applicationResourcePermissions: Resource = {
  name: 'applicationResourcePermissions',
  model: 'ApplicationResourcePermission',
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
  naming: 'action',
  tables: [
    {
      property: 'action',
      rows: permissionAction(placeholder('action')),
      makers: { action: (scope) => scope.name() },
    },
  ],
  drawings: [
    {
      property: 'action',
      valid: validPermissionAction,
      invalid: invalidPermissionAction,
      requirement: 'application-resource-permissions-action-characters-accepted',
    },
  ],
  freeText: 'description',
  clearable: 'description',
  links: {
    self: selfLink,
    environment: environmentLink,
    resource: {
      path: ({ path }) => path.split('/').slice(0, 5).join('/'),
      followable: true,
      requirements: ['application-resource-permissions-link-resource'],
    },
  },
  dated: false,
  also: {
    'platform-create-201': ['application-resource-permissions-create-201'],
    'platform-create-echoes-values': ['application-resource-permissions-create-201'],
    'platform-read-all-200': ['application-resource-permissions-list-200'],
    'platform-read-one-200': ['application-resource-permissions-read-200'],
    'platform-update-200': ['application-resource-permissions-update-200'],
    'platform-delete-204': ['application-resource-permissions-delete-204'],
    'platform-delete-empty-body': ['application-resource-permissions-delete-204'],
    'platform-id-uuid': ['application-resource-permissions-id-uuid'],
    'platform-id-unique': ['application-resource-permissions-id-uuid'],
    'platform-links-self': ['application-resource-permissions-link-self'],
    'platform-links-self-readable': ['application-resource-permissions-link-self'],
    'platform-links-environment': ['application-resource-permissions-link-environment'],
    'platform-collection-embedded-key': ['application-resource-permissions-list-embedded'],
    'platform-read-all-empty-200': ['application-resource-permissions-list-embedded'],
  },
};
