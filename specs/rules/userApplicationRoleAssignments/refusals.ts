import { assertRefused } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { assertRefusedWith, forbidden, notFound, unauthorized } from '../../../fixtures/refusals.ts';
import type { Made } from '../../../fixtures/scope.ts';
import { applicationRoles } from '../../../resources/applicationRoles.ts';
import { giveRole } from '../../../resources/userApplicationRoleAssignments.ts';
import { apart, assertHas, having, rolesPath } from './assignment.ts';

/** What is not given (User Application Role Assignments; Response codes). */
export const refusals: readonly Case[] = [
  {
    title: 'a worker without a role neither gives, lists nor takes roles',
    requirements: ['user-application-role-assignments-forbidden'],
    run: async ({ scope }) => {
      const { user, roles } = await apart(scope, 2);
      const [owned, other] = roles as [Made, Made];
      const collection = rolesPath(user);
      await giveRole(scope, user, owned);
      const token = scope.limitedToken;
      const refused = [
        await scope.api.send({ method: 'POST', to: collection, json: { id: other.id }, token }),
        await scope.api.send({ method: 'GET', to: collection, token }),
        await scope.api.send({ method: 'DELETE', to: `${collection}/${owned.id}`, token }),
      ];
      for (const answer of refused) assertRefusedWith(answer, unauthorized, forbidden, notFound);
      await assertHas(scope, user, [owned]);
    },
  },
  {
    title: 'an administrator role is no application role',
    requirements: ['user-application-role-assignments-role-is-application-role'],
    run: async ({ scope }) => {
      const { user, roles } = await having(scope, 1);
      // What a target could give in the place of what it was asked for.
      await scope.create(applicationRoles);
      const administrators = await scope.api.get('/roles');
      const id = at(administrators.json, '_embedded.roles.0.id');
      if (typeof id !== 'string') throw new Blocked('the administrator roles cannot be read');
      const answer = await scope.api.post(rolesPath(user), { id });
      assertRefused(answer, { target: 'id', statuses: [400, 404] });
      await assertHas(scope, user, roles);
    },
  },
];
