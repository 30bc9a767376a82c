import { apiServerDeploymentDefects } from './apiServerDeployment/all.ts';
import { apiServerOperationsDefects } from './apiServerOperations/all.ts';
import { apiServersDefects } from './apiServers/all.ts';
import { applicationResourcePermissionsDefects } from './applicationResourcePermissions/all.ts';
import { applicationResourcesDefects } from './applicationResources/all.ts';
import { applicationRoleAssignmentsDefects } from './applicationRoleAssignments.ts';
import { applicationRolePermissionsDefects } from './applicationRolePermissions/all.ts';
import { applicationRolesDefects } from './applicationRoles/all.ts';
import { decisionEndpointsDefects } from './decisionEndpoints/all.ts';
import { decisionEvaluationDefects } from './decisionEvaluation/all.ts';
import type { Defect } from './defect.ts';
import { environmentsDefects } from './environments/all.ts';
import { externalOAuthServersDefects } from './externalOAuthServers/all.ts';
import { organizationsDefects } from './organizations/all.ts';
import { platformDefects } from './platform/all.ts';
import { prerequisitesDefects } from './prerequisites/all.ts';
import { recentDecisionsDefects } from './recentDecisions/all.ts';
import { tokenDefects } from './token/all.ts';
import { userApplicationRoleAssignmentsDefects } from './userApplicationRoleAssignments/all.ts';

/** Every defect that an emulator can be given, area by area. */
export const catalogue: readonly Defect[] = [
  ...apiServerOperationsDefects,
  ...apiServersDefects,
  ...apiServerDeploymentDefects,
  ...applicationResourcesDefects,
  ...applicationResourcePermissionsDefects,
  ...applicationRolesDefects,
  ...applicationRolePermissionsDefects,
  ...applicationRoleAssignmentsDefects,
  ...userApplicationRoleAssignmentsDefects,
  ...decisionEndpointsDefects,
  ...recentDecisionsDefects,
  ...decisionEvaluationDefects,
  ...externalOAuthServersDefects,
  ...organizationsDefects,
  ...tokenDefects,
  ...environmentsDefects,
  ...platformDefects,
  ...prerequisitesDefects,
];
