import type { Case } from '../../../fixtures/case.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { groups } from '../../../resources/groups.ts';
import { populations } from '../../../resources/populations.ts';
import { users } from '../../../resources/users.ts';
import { lonelyCases, UNKNOWN_PARENT } from '../lonelyOperation.ts';

const newUser = async (scope: Scope) => (await scope.create(users)).path;
const unknownUser = (row: string) => ({
  path: (scope: Scope) => `${scope.environment}/users/${scope.unknownId()}`,
  row,
});

/** The operations on users that belong to no collection the checks go over (Users; Group membership). */
export const lonely: readonly Case[] = lonelyCases([
  {
    name: 'a partial update',
    subject: newUser,
    missing: unknownUser('platform-not-found-update-404'),
    needsRole: true,
    request: (to, scope) => ({ method: 'PATCH', to, json: { email: `${scope.name()}@example.com` } }),
  },
  {
    name: 'a membership of a group',
    subject: newUser,
    missing: unknownUser(UNKNOWN_PARENT),
    needsRole: true,
    request: async (path, scope) => ({
      method: 'POST',
      to: `${path}/memberOfGroups`,
      json: { id: (await scope.create(groups)).id },
    }),
  },
  {
    name: 'a move to another population',
    subject: newUser,
    request: async (path, scope) => ({
      method: 'PUT',
      to: `${path}/population`,
      json: { id: (await scope.create(populations)).id },
    }),
  },
]);
