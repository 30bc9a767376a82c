import { proveOpen } from '../../../checks/control.ts';
import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { assertRefusedWith, badRequest, forbidden } from '../../../fixtures/refusals.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { populations } from '../../../resources/populations.ts';
import { users } from '../../../resources/users.ts';

/** A new user may take a while to be counted, a deleted one to be gone (facts 0.10). */
const SETTLING_LIMIT_MS = 30_000;

/** A population stays as long as it has users (Populations, Delete). */
export const keeping: readonly Case[] = [
  {
    title: 'one with users cannot be deleted until they are gone',
    requirements: ['prerequisites-populations-delete-with-users-refused'],
    run: async ({ scope }) => {
      const { population, user } = await createInhabited(scope);
      assertRefusedWith(await scope.api.delete(population), badRequest, forbidden);
      for (const path of [population, user.path]) assertStatus(await scope.api.get(path), 200);
      assertStatus(await scope.api.delete(user.path), 204);
      const gone = await settled(
        scope,
        SETTLING_LIMIT_MS,
        () => scope.api.delete(population),
        ({ status }) => status === 204,
      );
      assertStatus(gone, 204);
    },
  },
  {
    title: 'a refused delete changes neither the population nor its users',
    requirements: ['platform-refused-delete-changes-nothing'],
    run: async ({ scope }) => {
      const { population, user } = await createInhabited(scope);
      await proveOpen(scope, populations, undefined, ['delete']);
      const before = [await stateOf(scope, population), await stateOf(scope, user.path)];
      const refused = await scope.api.delete(population);
      assert(refused.status >= 400, 'a delete that was to be refused succeeded', {
        expected: 'a refusal',
        received: `status ${refused.status}`,
        exchange: refused,
      });
      for (const state of before) await assertUnchanged(scope, state);
    },
  },
];

/** A population with one user, which it already counts. */
async function createInhabited(scope: Scope): Promise<{ population: string; user: Made }> {
  const user = await scope.create(users);
  const population = `${scope.environment}/populations/${user.given.ids.populationID}`;
  await settled(
    scope,
    SETTLING_LIMIT_MS,
    () => scope.api.get(population),
    ({ json }) => at(json, 'userCount') === 1,
  );
  return { population, user };
}
