import type { Case } from '../../../fixtures/case.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { applications } from '../../../resources/applications.ts';
import { users } from '../../../resources/users.ts';
import { lonelyCases } from '../lonelyOperation.ts';
import { ROLES, roleNamed } from './role.ts';

const grants = async (scope: Scope) => `${(await scope.create(applications)).path}/roleAssignments`;
const capability = 'worker-application-creation';

/** Roles and their assignments belong to no collection the checks go over (Roles). */
export const lonely: readonly Case[] = lonelyCases([
  {
    name: 'a list of the roles of the platform',
    subject: async () => ROLES,
    request: (to) => ({ method: 'GET', to }),
  },
  {
    name: 'a read of one role',
    subject: async (scope) => `${ROLES}/${(await roleNamed(scope, 'Environment Admin')).id}`,
    missing: {
      path: (scope) => `${ROLES}/${scope.unknownId()}`,
      row: 'platform-not-found-read-404',
    },
    request: (to) => ({ method: 'GET', to }),
  },
  {
    name: 'a list of the roles of an environment',
    subject: async (scope) => `${scope.environment}${ROLES}`,
    request: (to) => ({ method: 'GET', to }),
  },
  {
    name: 'a list of the roles of a user',
    subject: async (scope) => `${(await scope.create(users)).path}/roleAssignments`,
    request: (to) => ({ method: 'GET', to }),
  },
  {
    name: 'a list of the roles of an application',
    capability,
    subject: grants,
    request: (to) => ({ method: 'GET', to }),
  },
  {
    name: 'a role for an application',
    capability,
    subject: grants,
    request: async (to, scope) => ({
      method: 'POST',
      to,
      json: {
        role: { id: (await roleNamed(scope, 'Environment Admin')).id },
        scope: { id: scope.target.environmentId, type: 'ENVIRONMENT' },
      },
    }),
  },
]);
