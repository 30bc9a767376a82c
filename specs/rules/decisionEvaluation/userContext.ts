import { assertError, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { answered, evaluated, someParameters } from '../../../resources/decisionEvaluation.ts';
import { users } from '../../../resources/users.ts';

/** On whose behalf a decision is asked for (Policy decision evaluation request data model). */
export const userContext: readonly Case[] = [
  {
    title: 'a request need not name a user',
    requirements: ['decision-evaluation-user-context-optional'],
    run: async ({ scope }) => {
      const path = await evaluated(scope);
      assertStatus(await scope.api.post(path, { parameters: someParameters(scope) }), 200);
    },
  },
  {
    title: 'a request may name a user',
    requirements: ['decision-evaluation-user-context-accepted'],
    run: async ({ scope }) => {
      const { path, named } = await withUser(scope);
      assertStatus(await scope.api.post(path, named), 200);
    },
  },
  {
    title: 'the id of the user has to be a UUID',
    requirements: ['decision-evaluation-user-id-uuid'],
    run: async ({ scope }) => {
      const { path, named } = await withUser(scope);
      await answered(scope.api.post(path, named));
      const { parameters } = named;
      const answer = await scope.api.post(path, { parameters, userContext: { user: { id: 'nobody' } } });
      assertError(answer, [400], ['INVALID_DATA', 'INVALID_REQUEST']);
      assertRefused(answer, { target: 'userContext.user.id' });
    },
  },
  {
    title: 'a request may name the environment of the user, as earlier models did',
    requirements: ['decision-evaluation-user-context-environment'],
    run: async ({ scope }) => {
      const { path, named } = await withUser(scope);
      await answered(scope.api.post(path, named));
      const environment = { id: scope.target.environmentId };
      const both = { ...named, userContext: { ...named.userContext, environment } };
      assertStatus(await scope.api.post(path, both), 200);
    },
  },
];

/** An endpoint, and a request on behalf of a user that exists. */
async function withUser(scope: Scope) {
  const user = await scope.create(users);
  const named = { parameters: someParameters(scope), userContext: { user: { id: user.id } } };
  return { path: await evaluated(scope), named };
}
