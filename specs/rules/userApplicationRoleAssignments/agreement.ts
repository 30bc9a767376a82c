import { pairOf, validRoleGraph } from '../../../fixtures/arbitraries/roleGraph.ts';
import { assert, sameJson } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { holdsForAll } from '../../../fixtures/property.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { giveRole } from '../../../resources/userApplicationRoleAssignments.ts';
import { users } from '../../../resources/users.ts';
import { assignmentsOf } from '../applicationRoles/assignments.ts';
import { identifies, newUsers, usersOf } from '../applicationRoles/holders.ts';
import { onTarget, type Standing, type Wire } from '../applicationRoles/roleGraph.ts';
import { apart, rolesOf, rolesPath } from './assignment.ts';

const ROW = 'user-application-role-assignments-agrees-with-role';

/** The three places that tell who has which role (Application Roles; User Application Role Assignments). */
export const agreement: readonly Case[] = [
  {
    title: 'the three lists agree after every giving and taking',
    requirements: [ROW],
    run: async ({ scope }) => {
      const { user, roles } = await apart(scope, 1);
      const [role] = roles as [Made];
      const others = [user, ...(await newUsers(scope, 1))];
      const standing = async (...pairs: string[]) =>
        assertAgreement(scope, { roles, others, pairs: new Set(pairs) });
      await standing();
      await giveRole(scope, user, role);
      await standing(pairOf(0, 0));
      await giveRole(scope, others[1] as Made, role);
      await standing(pairOf(0, 0), pairOf(0, 1));
      await scope.api.delete(`${rolesPath(user)}/${role.id}`);
      await standing(pairOf(0, 1));
    },
  },
  {
    title: 'the three lists agree on every drawn graph of users and roles',
    requirements: [ROW],
    run: async ({ scope }) => {
      const given = await users.arrange(scope);
      const wire: Wire = {
        createOther: () => scope.create(users, { given }),
        tie: (role, user) => scope.api.post(rolesPath(user), { id: role.id }),
        loosen: (role, user) => scope.api.delete(`${rolesPath(user)}/${role.id}`),
      };
      await holdsForAll(scope, {
        name: 'graphs of users and roles',
        arbitrary: validRoleGraph(),
        attempt: (graph) => onTarget(scope, graph, wire, (standing) => assertAgreement(scope, standing)),
      });
    },
  },
];

/** Demands that the lists of each user and of each role show the pairs that stand, and no others. */
async function assertAgreement(scope: Scope, { roles, others, pairs }: Standing): Promise<void> {
  for (const [number, user] of others.entries()) {
    if (user === undefined) continue;
    const wanted = roles.flatMap((role, index) => (pairs.has(pairOf(index, number)) ? (role?.id ?? []) : []));
    const ids = (await rolesOf(scope, user)).map(({ id }) => String(id));
    assert(sameJson(ids.sort(), wanted.sort()), 'a user lists other roles than were given', {
      expected: wanted.join(', ') || 'no roles',
      received: ids,
    });
  }
  for (const [number, role] of roles.entries()) {
    if (role === undefined) continue;
    const holders = others.filter((_, index) => pairs.has(pairOf(number, index))) as Made[];
    const people = await usersOf(scope, role);
    // Whether items and subjects identify their users is the question of other rows.
    const strangers = others.filter((user) => user !== undefined && !holders.includes(user)) as Made[];
    assert(
      people.length === holders.length &&
        !people.some((item) => strangers.some((stranger) => identifies(item, stranger))),
      'the users of a role are not those who have it',
      { expected: holders.map(({ id }) => id).join(', ') || 'no users', received: people },
    );
    const assignments = await assignmentsOf(scope, role);
    const subjects = assignments.map((assignment) => at(assignment, 'subject.id'));
    assert(
      assignments.length === holders.length && !strangers.some(({ id }) => subjects.includes(id)),
      'the assignments of a role are not those of the users who have it',
      { expected: holders.map(({ id }) => id).join(', ') || 'no assignments', received: assignments },
    );
  }
}
