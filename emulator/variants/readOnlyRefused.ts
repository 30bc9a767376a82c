import { apiServerOperations } from '../collections/apiServerOperations.ts';
import { apiServers } from '../collections/apiServers.ts';
import { applicationPermissions, permissionsOfResource } from '../collections/applicationPermissions.ts';
import { applicationResources } from '../collections/applicationResources.ts';
import { applicationRoles } from '../collections/applicationRoles.ts';
import { applications } from '../collections/applications.ts';
import { decisionEndpoints } from '../collections/decisionEndpoints.ts';
import { environments } from '../collections/environments.ts';
import { externalOAuthServers } from '../collections/externalOAuthServers.ts';
import { gateways } from '../collections/gateways.ts';
import { groups } from '../collections/groups.ts';
import { populations } from '../collections/populations.ts';
import { resources } from '../collections/resources.ts';
import { scopes } from '../collections/scopes.ts';
import { signOnPolicies } from '../collections/signOnPolicies.ts';
import { users } from '../collections/users.ts';
import type { Fault } from '../defects/defect.ts';
import { together } from '../defects/faults/state.ts';
import type { Collection } from '../engine/collection.ts';
import { invalid } from '../validation/faults.ts';
import { judgesSent } from './bodies.ts';

const DATES = ['createdAt', 'updatedAt'];

/** Refuses every property that only a server sets, where the emulator passes it over (data models, read-only). */
export const readOnlyRefused: Fault = together(
  refusing(apiServers, 'id', 'environment', 'policy'),
  refusing(apiServerOperations, 'id', 'policy'),
  refusing(applicationPermissions, 'id', 'environment', 'key', 'resource', 'resourceServer'),
  refusing(permissionsOfResource, 'id', 'environment', 'key', 'resource', 'resourceServer'),
  refusing(applicationResources, 'id', 'parent'),
  refusing(applicationRoles, 'id', 'environment'),
  refusing(applications, 'id', 'environment', 'clientId', ...DATES),
  refusing(decisionEndpoints, 'id', 'environment'),
  refusing(environments, 'id', 'organization', 'status', 'environmentCapabilities', ...DATES),
  refusing(environments, 'softDeletedAt', 'hardDeleteAllowedAt', 'hardDeletedAllowedAt'),
  refusing(externalOAuthServers, 'id', 'environment'),
  refusing(gateways, 'id', 'environment'),
  refusing(groups, 'id', 'environment', 'directMemberCounts', 'totalMemberCounts', 'checkSum', ...DATES),
  refusing(populations, 'id', 'environment', 'userCount', ...DATES),
  refusing(resources, 'id', 'environment', ...DATES),
  refusing(scopes, 'id', 'environment', 'resource', ...DATES),
  refusing(signOnPolicies, 'id', 'environment', ...DATES),
  refusing(users, 'id', 'environment', 'lastSignOn', ...DATES),
);

function refusing<T>(collection: Collection<T>, ...names: readonly string[]): Fault {
  return judgesSent(collection, (sent, found) => [
    ...names.filter((name) => name in sent).map((name) => invalid(name, 'The value is set by the server.')),
    ...found,
  ]);
}
