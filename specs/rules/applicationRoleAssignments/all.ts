import { assert, assertStatus, sameJson } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange, isObject } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { applicationRoles } from '../../../resources/applicationRoles.ts';
import { assignmentsOf } from '../applicationRoles/assignments.ts';
import { heldRole, identifies, usersOf } from '../applicationRoles/holders.ts';

const unassign = (scope: Scope, user: Made, role: Made) =>
  scope.api.delete(`${user.path}/applicationRoles/${role.id}`);

/** One claim on every assignment of a role that two users have. */
function ofEach(
  row: string,
  title: string,
  expected: string,
  holds: (assignment: unknown, context: { role: Made; holders: readonly Made[] }) => boolean,
): Case {
  return {
    title,
    requirements: [`application-role-assignments-${row}`],
    run: async ({ scope }) => {
      const context = await heldRole(scope, 2);
      const assignments = await assignmentsOf(scope, context.role);
      if (assignments.length === 0) throw new Blocked('a role that users have lists no assignments');
      for (const assignment of assignments)
        assert(holds(assignment, context), `an assignment without ${expected}`, {
          expected,
          received: assignment,
        });
    },
  };
}

/** The assignments of a role, which are only read here (Application Role Assignments). */
export const rules: readonly Case[] = [
  {
    title: 'the assignments of a role come as a HAL collection',
    requirements: ['application-role-assignments-list-200'],
    run: async ({ scope }) => {
      const list = await listOf(scope, (await heldRole(scope, 1)).role);
      assertStatus(list, 200);
      assert(
        isObject(at(list.json, '_embedded')) && isObject(at(list.json, '_links')),
        describeExchange(list),
        {
          expected: 'an object with _embedded and _links',
          received: list.text,
          exchange: list,
        },
      );
    },
  },
  {
    title: 'an assignment is there from the giving of the role to its taking',
    requirements: ['application-role-assignments-contains-assigned'],
    run: async ({ scope }) => {
      const { role, holders } = await heldRole(scope, 1);
      assertCount(await assignmentsOf(scope, role), 1);
      await unassign(scope, holders[0] as Made, role);
      assertCount(await assignmentsOf(scope, role), 0);
    },
  },
  {
    title: 'each user who has the role has one assignment',
    requirements: ['application-role-assignments-one-per-user'],
    run: async ({ scope }) => {
      const { role, holders } = await heldRole(scope, 3);
      const assignments = await assignmentsOf(scope, role);
      assertCount(assignments, 3);
      const subjects = new Set(assignments.map((each) => JSON.stringify(at(each, 'subject'))));
      // What stands in a subject is not documented, so subjects that name no user are not compared.
      const named = assignments.filter((each) =>
        holders.some(({ id }) => JSON.stringify(at(each, 'subject') ?? '').includes(id)),
      );
      assert(named.length < 3 || subjects.size === 3, 'three users have assignments with the same subject', {
        expected: 'three subjects',
        received: [...subjects],
      });
    },
  },
  {
    title: 'the assignments of a role are not those of another',
    requirements: ['application-role-assignments-own-role-only'],
    run: async ({ scope }) => {
      const [one, other] = [await heldRole(scope, 1), await heldRole(scope, 1)];
      const lists = [await assignmentsOf(scope, one.role), await assignmentsOf(scope, other.role)];
      for (const list of lists) assertCount(list, 1);
      const [[first], [second]] = lists as [readonly unknown[], readonly unknown[]];
      const subjects = [at(first, 'subject.id'), at(second, 'subject.id')];
      const isSame = subjects[0] !== undefined && subjects[0] === subjects[1];
      assert(!isSame && !sameJson(first, second), 'two roles of different users list one assignment', {
        expected: 'an assignment of its own in each list',
        received: lists,
      });
    },
  },
  ofEach('id', 'every assignment has an id', 'a non-empty text as id', (each) => {
    const id = at(each, 'id');
    return typeof id === 'string' && id !== '';
  }),
  {
    title: 'assignments of a role have ids of their own',
    requirements: ['application-role-assignments-id-unique'],
    run: async ({ scope }) => {
      const ids = (await assignmentsOf(scope, (await heldRole(scope, 2)).role)).map((each) => at(each, 'id'));
      const given = ids.filter((id) => id !== undefined);
      assert(new Set(given).size === given.length, 'two assignments have the same id', {
        expected: 'different ids',
        received: ids,
      });
    },
  },
  ofEach('role', 'the role of every assignment is an object', 'an object as role', (each) =>
    isObject(at(each, 'role')),
  ),
  ofEach(
    'role-identifies',
    'the role of every assignment is the one in the path',
    'its own role',
    (each, { role }) => [undefined, role.id].includes(at(each, 'role.id') as string | undefined),
  ),
  ofEach('subject', 'the subject of every assignment is an object', 'an object as subject', (each) =>
    isObject(at(each, 'subject')),
  ),
  ofEach(
    'subject-identifies',
    'the subject of every assignment is its user',
    'its user as subject',
    (each, { holders }) => {
      const id = at(each, 'subject.id');
      return id === undefined || holders.some((holder) => holder.id === id);
    },
  ),
  {
    title: 'assignments stand in an array, also when there are none',
    requirements: ['application-role-assignments-list-embedded'],
    run: async ({ scope }) => {
      const roles = [await scope.create(applicationRoles), (await heldRole(scope, 1)).role];
      for (const role of roles) {
        const list = await listOf(scope, role);
        assertStatus(list, 200);
        assert(
          Array.isArray(at(list.json, '_embedded.assignments')),
          `${describeExchange(list)} without an array`,
          { expected: 'an array in _embedded.assignments', received: list.text, exchange: list },
        );
      }
    },
  },
  {
    title: 'the assignments of a role and its users name the same users',
    requirements: ['application-role-assignments-agrees-with-users'],
    run: async ({ scope }) => {
      const { role, holders } = await heldRole(scope, 2);
      const [kept, gone] = holders as [Made, Made];
      await unassign(scope, gone, role);
      const [assignments, people] = [await assignmentsOf(scope, role), await usersOf(scope, role)];
      assert(
        assignments.length === people.length &&
          people.length === 1 &&
          !assignments.some((each) => at(each, 'subject.id') === gone.id) &&
          !people.some((each) => identifies(each, gone)),
        'the assignments of a role and its users do not agree',
        { expected: `in both, the user ${kept.id} only`, received: { assignments, people } },
      );
    },
  },
];

function listOf(scope: Scope, role: Made): Promise<Exchange> {
  return scope.api.get(`${role.path}/assignments`);
}

function assertCount(assignments: readonly unknown[], expected: number): void {
  assert(
    assignments.length === expected,
    `the role lists ${assignments.length} assignments`,
    { expected: `${expected} assignments`, received: assignments },
    assertCount,
  );
}
