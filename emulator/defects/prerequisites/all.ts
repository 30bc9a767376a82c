import type { Defect } from '../defect.ts';
import { activeIdentityCountsDefects } from './activeIdentityCounts.ts';
import { applicationSecretsDefects } from './applicationSecrets.ts';
import { applicationsDefects } from './applications.ts';
import { gatewayCredentialsDefects } from './gatewayCredentials.ts';
import { gatewaysDefects } from './gateways.ts';
import { groupsDefects } from './groups.ts';
import { licensesDefects } from './licenses.ts';
import { populationDefects } from './populations.ts';
import { resourcesDefects } from './resources.ts';
import { rolesDefects } from './roles.ts';
import { scopesDefects } from './scopes.ts';
import { signOnPoliciesDefects } from './signOnPolicies.ts';
import { totalIdentitiesDefects } from './totalIdentities.ts';
import { userStatesDefects } from './userStates.ts';
import { usersDefects } from './users.ts';

/** What a server can do wrong with what an environment has to have before API services are of use. */
export const prerequisitesDefects: readonly Defect[] = [
  ...populationDefects,
  ...usersDefects,
  ...userStatesDefects,
  ...groupsDefects,
  ...applicationsDefects,
  ...applicationSecretsDefects,
  ...resourcesDefects,
  ...scopesDefects,
  ...signOnPoliciesDefects,
  ...gatewaysDefects,
  ...gatewayCredentialsDefects,
  ...licensesDefects,
  ...rolesDefects,
  ...activeIdentityCountsDefects,
  ...totalIdentitiesDefects,
];
