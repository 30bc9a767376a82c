import { invalidGroupName, validGroupName } from '../fixtures/arbitraries/groupName.ts';
import { placeholder } from '../fixtures/placeholders.ts';
import type { Resource } from '../fixtures/resource.ts';
import { groupName } from '../fixtures/tables/groupName.ts';
import { inEnvironment, selfLink } from './paths.ts';
import { populations } from './populations.ts';

/** Groups of an environment (facts 5; client facts 41 for the characters of a name). */
export const groups: Resource = {
  name: 'groups',
  model: 'Group',
  embedded: 'groups',
  operations: {
    create: 'groups.create',
    list: 'groups.list',
    read: 'groups.read',
    update: 'groups.update',
    delete: 'groups.delete',
  },
  arrange: inEnvironment('groups'),
  body: (scope) => ({ name: scope.name() }),
  full: (scope) => ({
    name: scope.name(),
    description: 'Those who approve',
    externalId: scope.name('external'),
    customData: { owner: { name: 'Tom Jones' }, securityGroup: true },
    userFilter: 'title eq "Manager"',
  }),
  changed: (scope) => ({
    name: scope.name('changed'),
    description: 'Those who decide',
    externalId: scope.name('other'),
    customData: { owner: { name: 'Ann Miller' }, securityGroup: false },
    userFilter: 'title eq "Director"',
  }),
  tables: [
    { property: 'name', rows: groupName(placeholder('name')), makers: { name: (scope) => scope.name() } },
  ],
  drawings: [{ property: 'name', valid: validGroupName, invalid: invalidGroupName }],
  freeText: 'description',
  clearable: 'description',
  immutable: { population: async (scope) => ({ id: (await scope.create(populations)).id }) },
  references: {
    'population.id': {
      bodyWith: (scope, _given, id) => ({ name: scope.name(), population: { id } }),
      resource: populations,
    },
  },
  links: { self: selfLink },
  dated: true,
  also: {
    'platform-create-201': ['prerequisites-groups-create-201'],
    'platform-read-one-200': ['prerequisites-groups-read'],
    'platform-read-all-200': ['prerequisites-groups-read'],
    'platform-create-then-listed': ['prerequisites-groups-read'],
    'platform-collection-embedded-key': ['prerequisites-groups-read'],
    'platform-delete-then-read-404': ['prerequisites-groups-delete-204'],
    'platform-delete-204': ['prerequisites-groups-delete-204'],
    'platform-create-echoes-values': ['prerequisites-groups-optional-properties'],
    'platform-create-then-read': ['prerequisites-groups-optional-properties'],
    'platform-links-self': ['prerequisites-groups-links'],
    'platform-links-collection-item-self': ['prerequisites-groups-links'],
  },
};
