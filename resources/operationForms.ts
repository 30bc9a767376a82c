import type { Form, Given, MakeList, Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { apiServers } from './apiServers.ts';
import { applicationResourcePermissions } from './applicationResourcePermissions.ts';
import { applicationResources } from './applicationResources.ts';
import { groups } from './groups.ts';
import { scopes } from './scopes.ts';
import { signOnPolicies } from './signOnPolicies.ts';

/** The shape of operations with a rule of every kind (API Operations, data model, `accessControl`). */
export const accessControlForm: Form = {
  under: 'accessControl',
  arrange: async (scope) => {
    const service = await scope.create(apiServers);
    const given = {
      collection: `${service.path}/operations`,
      ids: { apiServerID: service.id, resourceID: service.given.ids.resourceID ?? '' },
    };
    const ids: Record<string, string> = { ...given.ids };
    for (const number of [1, 2, 3]) ids[`group${number}`] = await makeGroup(scope);
    for (const number of [1, 2]) {
      ids[`policy${number}`] = await makePolicy(scope);
      ids[`scope${number}`] = await makeScope(scope, given);
      ids[`permission${number}`] = await makePermission(scope, given);
    }
    return { ...given, ids };
  },
  full: (scope, { ids }) => ({
    name: scope.name(),
    paths: [{ type: 'EXACT', pattern: '/accounts' }],
    accessControl: {
      group: { groups: [{ id: ids.group1 }] },
      permission: { id: ids.permission1 },
      scope: { matchType: 'ANY', scopes: [{ id: ids.scope1 }] },
      authentication: { acrs: [{ id: ids.policy1, type: 'PINGONE' }], maxAge: 300 },
    },
  }),
  changed: (scope, { ids }) => ({
    name: scope.name('changed'),
    paths: [{ type: 'EXACT', pattern: '/payments' }],
    accessControl: {
      group: { groups: [{ id: ids.group2 }, { id: ids.group3 }] },
      permission: { id: ids.permission2 },
      scope: { matchType: 'ALL', scopes: [{ id: ids.scope1 }, { id: ids.scope2 }] },
      authentication: { acrs: [{ id: ids.policy2, type: 'PINGONE' }], maxAge: 600 },
    },
  }),
};

/** Lists of operations at any length. */
export const operationLists: NonNullable<Resource['lists']> = {
  methods: (_scope, _given, count) => numbered(count, (number) => `METHOD${number}`),
  paths: (_scope, _given, count) => numbered(count, (number) => ({ type: 'EXACT', pattern: `/p${number}` })),
  'accessControl.group.groups': listOf(async (scope) => ({ id: await makeGroup(scope) })),
  'accessControl.authentication.acrs': listOf(async (scope) => ({
    id: await makePolicy(scope),
    type: 'PINGONE',
  })),
};

/** Makes a group. @returns its id */
export async function makeGroup(scope: Scope): Promise<string> {
  return (await scope.create(groups)).id;
}

/** Makes a sign-on policy. @returns its id */
export async function makePolicy(scope: Scope): Promise<string> {
  return (await scope.create(signOnPolicies)).id;
}

/** Makes a scope of the resource of the API service. @returns its id */
export async function makeScope(scope: Scope, { ids }: Given): Promise<string> {
  const collection = `${scope.environment}/resources/${ids.resourceID}/scopes`;
  return (await scope.create(scopes, { given: { collection, ids: {} } })).id;
}

/** Makes a permission on an application resource of the resource of the API service. @returns its id */
export async function makePermission(scope: Scope, { ids }: Given): Promise<string> {
  const collection = `${scope.environment}/resources/${ids.resourceID}/applicationResources`;
  const { id } = await scope.create(applicationResources, { given: { collection, ids: {} } });
  const permissions = `${scope.environment}/applicationResources/${id}/permissions`;
  return (await scope.create(applicationResourcePermissions, { given: { collection: permissions, ids: {} } }))
    .id;
}

function listOf(make: (scope: Scope, given: Given) => Promise<unknown>): MakeList {
  return async (scope, given, count) => {
    const elements: unknown[] = [];
    while (elements.length < count) elements.push(await make(scope, given));
    return elements;
  };
}

function numbered<T>(count: number, make: (number: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}
