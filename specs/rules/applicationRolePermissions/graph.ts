import { pairOf, type RoleGraph, validRoleGraph } from '../../../fixtures/arbitraries/roleGraph.ts';
import { assert, sameJson } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { holdsForAll } from '../../../fixtures/property.ts';
import { applicationResourcePermissions } from '../../../resources/applicationResourcePermissions.ts';
import { onTarget, type Wire } from '../applicationRoles/roleGraph.ts';
import { listed } from './permission.ts';

/** Which permissions roles hold after any number of changes (Application Role Permissions). */
export const graph: readonly Case[] = [
  {
    title: 'on every drawn graph a role lists what was added and not removed',
    requirements: [
      'application-role-permissions-add-then-list',
      'application-role-permissions-remove-then-gone',
    ],
    run: async ({ scope }) => {
      const given = await applicationResourcePermissions.arrange(scope);
      const wire: Wire = {
        createOther: () => scope.create(applicationResourcePermissions, { given }),
        tie: (role, { id }) => scope.api.post(`${role.path}/permissions`, { id }),
        loosen: (role, { id }) => scope.api.delete(`${role.path}/permissions/${id}`),
      };
      await holdsForAll(scope, {
        name: 'graphs of permissions and roles',
        arbitrary: validRoleGraph().map(withRoles),
        attempt: (drawn) =>
          onTarget(scope, drawn, wire, async ({ roles, others, pairs }) => {
            for (const [number, role] of roles.entries()) {
              if (role === undefined) continue;
              const wanted = others.flatMap((one, index) =>
                pairs.has(pairOf(number, index)) ? (one?.id ?? []) : [],
              );
              const ids = (await listed(scope, role)).map(({ id }) => String(id));
              assert(sameJson(ids.sort(), wanted.sort()), 'a role lists other permissions than it holds', {
                expected: wanted.join(', ') || 'no permissions',
                received: ids,
              });
            }
          }),
      });
    },
  },
];

/**
 * The graph with every permission and at least one role: what a deleted permission leaves behind is the question of
 * another row, and without a role there is nothing to look at.
 */
function withRoles(drawn: RoleGraph): RoleGraph {
  const { side } = drawn.deleted;
  const stays = side === 'other' || (side === 'role' && drawn.roles === 1);
  return stays ? { ...drawn, deleted: { side: 'none', number: 0 } } : drawn;
}
