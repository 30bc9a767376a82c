import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { applications } from '../../../resources/applications.ts';
import { users } from '../../../resources/users.ts';
import { roleNamed } from './role.ts';

/** The role that is given away: it can only read. */
const GIVEN = ['Identity Data Read Only', 'Configuration Read Only'];

/** Roles as users and applications have them (Roles, entitlements, and permissions). */
export const assignments: readonly Case[] = [
  {
    title: 'a role of a user is shown with the scope it is given for',
    requirements: ['prerequisites-roles-user-assignment-scope'],
    run: async ({ scope }) => {
      const user = await scope.create(users);
      const collection = `${user.path}/roleAssignments`;
      // How a user is given a role stands in no document of the suite: without one, the list is empty.
      const given = await scope.api.post(collection, await assignmentIn(scope));
      if (given.status >= 300) scope.observe('reading', 'users/roleAssignments', `a create: ${given.status}`);
      const list = await scope.api.get(collection);
      assertStatus(list, 200);
      const members = at(list.json, '_embedded.roleAssignments');
      const isWhole = (one: unknown) =>
        typeof at(one, 'role.id') === 'string' &&
        typeof at(one, 'scope.id') === 'string' &&
        /^[A-Z][A-Z_]*$/.test(String(at(one, 'scope.type')));
      assert(
        Array.isArray(members) && members.every(isWhole),
        `${describeExchange(list)} without roles and their scopes`,
        {
          expected: 'an array in _embedded.roleAssignments, each with role.id, scope.id and scope.type',
          received: list.text,
          exchange: list,
        },
      );
    },
  },
  {
    title: 'a role given to an application answers 201 and is listed',
    requirements: ['platform-create-201'],
    capabilities: ['worker-application-creation'],
    run: async ({ scope }) => {
      const application = await scope.create(applications);
      const collection = `${application.path}/roleAssignments`;
      const given = await scope.api.post(collection, await assignmentIn(scope));
      // Nobody can give away a role that is not among the own ones.
      if (given.status === 403 || given.status === 400)
        throw new Blocked(`the worker may not give a role: ${describeExchange(given)}`);
      assertStatus(given, 201);
      const listed = (await scope.list(collection, 'roleAssignments')).map(({ id }) => id);
      const id = at(given.json, 'id');
      assert(listed.includes(id), 'a role that was given is not listed', {
        expected: String(id),
        received: listed,
      });
    },
  },
];

/** A role that only reads, for the environment under test. */
async function assignmentIn(scope: Scope) {
  const { id } = await roleNamed(scope, ...GIVEN);
  return { role: { id }, scope: { id: scope.target.environmentId, type: 'ENVIRONMENT' } };
}
