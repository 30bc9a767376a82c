import { routesOf } from '../engine/routes.ts';
import type { Route } from '../http/route.ts';
import { activeIdentityCountRoutes } from './activeIdentityCounts.ts';
import { apiServerDeploymentRoutes } from './apiServerDeployment.ts';
import { apiServerOperations } from './apiServerOperations.ts';
import { apiServers } from './apiServers.ts';
import { applicationPermissions, permissionsOfResource } from './applicationPermissions.ts';
import { allApplicationResources, applicationResources } from './applicationResources.ts';
import { applicationRoleAssignmentRoutes } from './applicationRoleAssignments.ts';
import { applicationRolePermissions } from './applicationRolePermissions.ts';
import { applicationRoles } from './applicationRoles.ts';
import { applicationRoleUsers } from './applicationRoleUsers.ts';
import { applicationRoutes } from './applicationRoutes.ts';
import { authorizationVersionRoutes } from './authorizationVersions.ts';
import { decisionEndpointRoutes } from './decisionEvaluation.ts';
import { environmentRoutes } from './environmentRoutes.ts';
import { externalOAuthServers } from './externalOAuthServers.ts';
import { gatewayCredentialRoutes } from './gatewayCredentials.ts';
import { gateways } from './gateways.ts';
import { groupMemberships } from './groupMemberships.ts';
import { groups } from './groups.ts';
import { licenses } from './licenses.ts';
import { linkedRoutes } from './linkedCollections.ts';
import { organizationRoutes } from './organizations.ts';
import { passwordPolicies } from './passwordPolicies.ts';
import { populations } from './populations.ts';
import { recentDecisionRoutes } from './recentDecisions.ts';
import { resources } from './resources.ts';
import { roleAssignmentRoutes } from './roleAssignments.ts';
import { roleRoutes } from './roles.ts';
import { scopes } from './scopes.ts';
import { signOnPolicies } from './signOnPolicies.ts';
import { totalIdentityRoutes } from './totalIdentities.ts';
import { userActionRoutes } from './userActions.ts';
import { userApplicationRoles } from './userApplicationRoles.ts';
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
  ...decisionEndpointRoutes,
  ...recentDecisionRoutes,
  ...authorizationVersionRoutes,
  ...routesOf(applicationResources),
  ...routesOf(allApplicationResources),
  ...routesOf(applicationPermissions),
  ...routesOf(permissionsOfResource),
  ...routesOf(applicationRoles),
  ...routesOf(applicationRolePermissions),
  ...routesOf(applicationRoleUsers),
  ...applicationRoleAssignmentRoutes,
  ...routesOf(userApplicationRoles),
  ...routesOf(gateways),
  ...gatewayCredentialRoutes,
  ...activeIdentityCountRoutes,
  ...totalIdentityRoutes,
  ...linkedRoutes,
];
