import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, type Exchange } from '../../../fixtures/exchange.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { giveRole } from '../../../resources/userApplicationRoleAssignments.ts';
import { assertLeadsTo } from '../links.ts';
import { type Apart, apart, type Member, rolesOf, rolesPath } from './assignment.ts';

/** What a member has to equal: that of the role. */
const MIRRORED: readonly { readonly row: string; readonly expected: (role: Made) => unknown }[] = [
  { row: 'id-is-role-id', expected: ({ id }) => id },
  { row: 'name', expected: ({ body }) => body.name },
  { row: 'description', expected: ({ body }) => body.description },
];

const mirrored: readonly Case[] = MIRRORED.map(({ row, expected }) => {
  const member = row === 'id-is-role-id' ? 'id' : row;
  return {
    title: `the giving and the list show the ${member} of the role`,
    requirements: [`user-application-role-assignments-${row}`],
    run: async ({ scope }) => {
      const { role, shown } = await given(scope);
      assert(shown.length > 1, 'the user lists no role', {
        expected: 'the one that was given',
        received: shown,
      });
      for (const each of shown) {
        assert(each[member] === expected(role), `the user's role shows another ${member}`, {
          expected: `${member} ${String(expected(role))}`,
          received: each,
        });
      }
    },
  };
});

const unchanged: readonly Case[] = ['name', 'description'].map((member) => ({
  title: `a ${member} in a giving leaves the role as it is`,
  requirements: [`user-application-role-assignments-${member}-read-only`],
  run: async ({ scope }) => {
    const { user, roles } = await apart(scope, 1);
    const [role] = roles as [Made];
    const before = await stateOf(scope, role.path);
    await scope.api.post(rolesPath(user), { id: role.id, [member]: scope.name() });
    await assertUnchanged(scope, before);
  },
}));

const others: readonly Case[] = [
  {
    title: 'a giving answers with the role',
    requirements: ['user-application-role-assignments-create-success'],
    run: async ({ scope }) => {
      const { user, roles } = await apart(scope, 1);
      const [{ id }] = roles as [Made];
      const answer = await scope.api.post(rolesPath(user), { id });
      assertStatus(answer, 200, 201);
      assertMember(answer, 'id', id);
      scope.observe('reading', 'user-application-role-assignments-create-success', `status ${answer.status}`);
    },
  },
  {
    title: 'roles are given and listed under applicationRoles',
    requirements: ['user-application-role-assignments-path'],
    run: async ({ scope }) => {
      const { user, roles } = await apart(scope, 1);
      const [{ id }] = roles as [Made];
      assertStatus(await scope.api.post(`${user.path}/applicationRoles`, { id }), 200, 201);
      assertStatus(await scope.api.get(`${user.path}/applicationRoles`), 200);
    },
  },
  {
    title: 'a giving names the environment',
    requirements: ['user-application-role-assignments-environment-id'],
    run: async ({ scope }) => {
      const { answer } = await given(scope);
      assertMember(answer, 'environment.id', scope.target.environmentId);
    },
  },
  {
    title: 'its self link lies below the user',
    requirements: ['user-application-role-assignments-link-self'],
    run: async ({ scope }) => {
      const { user, role, answer } = await given(scope);
      const isWhole = String(at(answer.json, '_links.self.href')).endsWith(role.id);
      assertLeadsTo(answer, answer.json, 'self', rolesPath(user) + (isWhole ? `/${role.id}` : ''));
    },
  },
  {
    title: 'its role link leads to the role',
    requirements: ['user-application-role-assignments-link-role'],
    run: async ({ scope }) => {
      const { role, answer } = await given(scope);
      const read = await scope.api.get(assertLeadsTo(answer, answer.json, 'role', role.path));
      assertStatus(read, 200);
      assertMember(read, 'id', role.id);
    },
  },
];

/** How a user shows a role (User Application Role Assignments, data model and sample). */
export const shown: readonly Case[] = [...others, ...mirrored, ...unchanged];

/** A role given to a user, as the answer and the list show it. */
async function given(
  scope: Scope,
): Promise<{ user: Apart['user']; role: Made; answer: Exchange; shown: readonly Member[] }> {
  const { user, roles } = await apart(scope, 1);
  const role = roles[0] as Made;
  const { exchange } = await giveRole(scope, user, role);
  const members = await rolesOf(scope, user);
  // Which roles are listed, and by which id, is the question of other rows.
  const same = members.filter(({ id }) => id === role.id);
  const shown = [exchange.json as Member, ...(same.length > 0 ? same : members)];
  return { user, role, answer: exchange, shown };
}
