import { routesOf } from '../engine/routes.ts';
import type { Route } from '../http/route.ts';
import { apiServerDeploymentRoutes } from './apiServerDeployment.ts';
import { apiServerOperations } from './apiServerOperations.ts';
import { apiServers } from './apiServers.ts';
import { applicationPermissions, permissionsOfResource } from './applicationPermissions.ts';
import { allApplicationResources, applicationResources } from './applicationResources.ts';
import { applicationRoutes } from './applicationRoutes.ts';
import { decisionEndpoints } from './decisionEndpoints.ts';
import { environmentRoutes } from './environmentRoutes.ts';
import { externalOAuthServers } from './externalOAuthServers.ts';
import { groupMemberships } from './groupMemberships.ts';
import { groups } from './groups.ts';
import { licenses } from './licenses.ts';
import { linkedRoutes } from './linkedCollections.ts';
import { organizationRoutes } from './organizations.ts';
import { passwordPolicies } from './passwordPolicies.ts';
import { populations } from './populations.ts';
import { resources } from './resources.ts';
import { roleAssignmentRoutes } from './roleAssignments.ts';
import { roleRoutes } from './roles.ts';
import { scopes } from './scopes.ts';
import { signOnPolicies } from './signOnPolicies.ts';
import { userActionRoutes } from './userActions.ts';
import { users } from './users.ts';

/** Every path of the management API that the emulator serves. */
export const catalogue: readonly Route[] = [
  ...organizationRoutes,
  ...routesOf(licenses),
  ...environmentRoutes,
  ...roleRoutes,
  ...routesOf(populations),
  ...routesOf(users),
  ...userActionRoutes,
  ...routesOf(groups),
  ...routesOf(groupMemberships),
  ...routesOf(passwordPolicies),
  ...routesOf(signOnPolicies),
  ...routesOf(resources),
  ...routesOf(scopes),
  ...applicationRoutes,
  ...roleAssignmentRoutes,
  ...routesOf(apiServers),
  ...routesOf(apiServerOperations),
  ...apiServerDeploymentRoutes,
  ...routesOf(externalOAuthServers),
  ...routesOf(decisionEndpoints),
  ...routesOf(applicationResources),
  ...routesOf(allApplicationResources),
  ...routesOf(applicationPermissions),
  ...routesOf(permissionsOfResource),
  ...linkedRoutes,
];
