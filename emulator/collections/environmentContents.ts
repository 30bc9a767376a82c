import { randomUUID } from 'node:crypto';
import { type Actor, hasInOrganization, type RoleAssignment } from '../access/actor.ts';
import { roleByName } from '../access/roles.ts';
import type { Collection } from '../engine/collection.ts';
import { store } from '../engine/write.ts';
import type { World } from '../store/world.ts';
import { decisionEndpoints } from './decisionEndpoints.ts';
import { environmentEntry } from './environments.ts';
import { passwordPolicies } from './passwordPolicies.ts';
import { type Resource, resources } from './resources.ts';
import { scopes } from './scopes.ts';
import { signOnPolicies } from './signOnPolicies.ts';
import { userRoleAssignments } from './users.ts';

/** Puts into a new environment what every environment comes with (facts 3). No population: see READINGS.md. */
export function furnish(world: World, environmentId: string): void {
  put(world, environmentId, signOnPolicies, { name: 'Single_Factor', default: true });
  put(world, environmentId, passwordPolicies, { name: 'Standard', default: true });
  const openId = put(world, environmentId, resources, builtIn('openid', 'OPENID_CONNECT', 'openid'));
  for (const name of ['openid', 'profile', 'email', 'address', 'phone', 'offline_access'])
    put(world, environmentId, scopes, { name }, openId);
  const api = put(
    world,
    environmentId,
    resources,
    builtIn('PingOne API', 'PINGONE_API', 'https://api.pingone.com'),
  );
  for (const name of ['p1:read:user', 'p1:update:user'])
    put(world, environmentId, scopes, { name, schemaAttributes: ['*'] }, api);
  furnishAuthorize(world, environmentId);
}

/** Gives the worker that creates an environment the roles to administer it (facts 3). */
export function grantToCreator(world: World, actor: Actor, environmentId: string): void {
  const names = ['Identity Data Admin', 'Client Application Developer'];
  if (!hasInOrganization(world, actor, 'application:write')) names.push('Environment Admin');
  for (const name of names) {
    const role = roleByName.get(name);
    if (role !== undefined)
      assign(world, actor.environmentId, actor.application.id, {
        role: { id: role.id },
        scope: { id: environmentId, type: 'ENVIRONMENT' },
      });
  }
}

/** Stores a role assignment of an application. */
export function assign(
  world: World,
  environmentId: string,
  applicationId: string,
  value: RoleAssignment,
): string {
  const id = randomUUID();
  world.shelf<RoleAssignment>(environmentId, 'roleAssignments').put(world.entry(id, applicationId, value));
  return id;
}

/** Removes what a deleted environment contained, and the roles that others had for it. */
export function unfurnish(world: World, organizationId: string, environmentId: string): void {
  world.organizationOf.delete(environmentId);
  world.drop(environmentId);
  for (const [otherId, owner] of world.organizationOf) {
    if (owner !== organizationId) continue;
    for (const kind of ['roleAssignments', userRoleAssignments]) {
      const assignments = world.shelf<RoleAssignment>(otherId, kind);
      for (const { id, value } of assignments.all())
        if (value.scope.id === environmentId) assignments.remove(id);
    }
  }
}

/** Stores a resource without judging it, as seeds and built-in ones need. */
export function put<T>(
  world: World,
  environmentId: string,
  collection: Collection<T>,
  value: T,
  parentId = '',
): string {
  const id = randomUUID();
  const place = { world, base: '', ownerId: environmentId, parentId, url: '' };
  store(collection, world.entry(id, parentId, value), place);
  return id;
}

/** An environment with Authorize among its products begins with three decision endpoints (facts 4.1). */
function furnishAuthorize(world: World, environmentId: string): void {
  const { products } = environmentEntry(world, environmentId).value.billOfMaterials;
  if (!products.some(({ type }) => type === 'PING_ONE_AUTHORIZE')) return;
  for (const [name, use] of [
    ['Dev', 'development'],
    ['Test', 'tests'],
    ['Prod', 'production'],
  ] as const) {
    const description = `Decision endpoint for ${use}`;
    put(world, environmentId, decisionEndpoints, {
      name,
      description,
      owned: false,
      recordRecentRequests: false,
    });
  }
}

function builtIn(name: string, type: Resource['type'], audience: string): Resource {
  return { name, type, audience, accessTokenValiditySeconds: 3600, introspectEndpointAuthMethod: 'NONE' };
}
