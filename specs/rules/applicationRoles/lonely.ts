import type { Case } from '../../../fixtures/case.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { applicationRoles } from '../../../resources/applicationRoles.ts';
import { type LonelyOperation, lonelyCases, UNKNOWN_PARENT } from '../lonelyOperation.ts';
import { heldRole } from './holders.ts';

const belowRole = {
  subject: async (scope: Scope) => (await scope.create(applicationRoles)).path,
  missing: {
    path: (scope: Scope) => `${scope.environment}/applicationRoles/${scope.unknownId()}`,
    row: UNKNOWN_PARENT,
  },
  needsRole: true,
};

const operations: readonly LonelyOperation[] = [
  {
    name: 'a list of its users',
    ...belowRole,
    request: (path) => ({ method: 'GET', to: `${path}/users` }),
  },
  {
    name: 'a list of its assignments',
    ...belowRole,
    request: (path) => ({ method: 'GET', to: `${path}/assignments` }),
  },
  {
    name: 'a read of one of its users',
    subject: async (scope) => {
      const { role, holders } = await heldRole(scope, 1);
      return `${role.path}/users/${holders[0]?.id}`;
    },
    missing: {
      path: async (scope) => `${(await scope.create(applicationRoles)).path}/users/${scope.unknownId()}`,
      row: 'platform-not-found-read-404',
    },
    needsRole: true,
    request: (path) => ({ method: 'GET', to: path }),
  },
];

/** What every operation has in common, for the reads below a role that belong to no collection of the checks. */
export const lonely: readonly Case[] = lonelyCases(operations);
