import { proveOpen } from '../../../checks/control.ts';
import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { assertRefusedWith, badRequest, forbidden } from '../../../fixtures/refusals.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { environments } from '../../../resources/environments.ts';
import { populations } from '../../../resources/populations.ts';

/**
 * Which population users without one join (Populations, data model, `default`). Tried in an environment of their
 * own, because the mark is taken from whichever population had it.
 */
export const defaultPopulation: readonly Case[] = [
  {
    title: 'the default population cannot be deleted',
    requirements: ['prerequisites-populations-delete-default-refused'],
    run: async ({ scope }) => {
      // with another one beside it, so that it is not kept for being the last
      const { own, made } = await populationsOfItsOwn(scope, 2);
      await proveOpen(own, populations, undefined, ['delete']);
      const [standard] = made as [Made, Made];
      await makeDefault(own, standard);
      assertRefusedWith(await scope.api.delete(standard.path), badRequest, forbidden);
      assertStatus(await scope.api.get(standard.path), 200);
    },
  },
  {
    title: 'a new default population takes the mark from the old one',
    requirements: ['prerequisites-populations-default-exclusive'],
    run: async ({ scope }) => {
      const { own, made } = await populationsOfItsOwn(scope, 2);
      const [first, second] = made as [Made, Made];
      await makeDefault(own, first);
      await makeDefault(own, second);
      const members = await scope.list(first.given.collection, populations.embedded);
      const marked = members.filter((member) => member.default === true).map(({ id }) => id);
      assert(marked.length === 1 && marked[0] === second.id, `${marked.length} populations are the default`, {
        expected: [second.id].join(),
        received: marked,
      });
    },
  },
];

/** Populations of a new environment, which goes with them. */
async function populationsOfItsOwn(
  scope: Scope,
  count: number,
): Promise<{ own: Scope; made: readonly Made[] }> {
  const own = scope.within((await scope.create(environments)).id);
  const made: Made[] = [];
  while (made.length < count) made.push(await own.create(populations));
  return { own, made };
}

async function makeDefault(scope: Scope, { path, body }: Made): Promise<void> {
  assertStatus(await scope.api.put(path, { ...body, default: true }), 200);
}
