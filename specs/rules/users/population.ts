import { assertNotStored } from '../../../fixtures/aftermath.ts';
import { assert, assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, type Exchange } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { environments } from '../../../resources/environments.ts';
import { populations } from '../../../resources/populations.ts';
import { users } from '../../../resources/users.ts';

/** The time that populations are given to count a user that moved (facts 0.10). */
const COUNTING_LIMIT_MS = 30_000;

const DEFAULT = 'prerequisites-users-default-population';

/** To which population a user belongs (Users; Populations). */
export const population: readonly Case[] = [
  {
    title: 'a user cannot join a population that does not exist',
    requirements: ['prerequisites-users-population-must-exist'],
    run: async ({ scope }) => {
      const { given } = await scope.create(users);
      const body = { ...users.body(scope, given), population: { id: scope.unknownId() } };
      assertRefused(await scope.api.post(given.collection, body), {
        target: 'population',
        statuses: [400, 404],
        codes: ['INVALID_VALUE', 'INVALID_PARAMETER', 'CONSTRAINT_VIOLATION'],
      });
      await assertNotStored(scope, users, given, body);
    },
  },
  {
    title: 'a user that moves leaves one population for another',
    requirements: ['prerequisites-users-single-population-move'],
    run: async ({ scope }) => {
      const { path, given } = await scope.create(users);
      const from = `${scope.environment}/populations/${given.ids.populationID}`;
      const to = await scope.create(populations);
      await assertCount(scope, from, 1);
      assertStatus(await scope.api.put(`${path}/population`, { id: to.id }), 200);
      const read = await scope.api.get(path);
      assertStatus(read, 200);
      assertMember(read, 'population.id', to.id);
      await assertCount(scope, from, 0);
      await assertCount(scope, to.path, 1);
    },
  },
  {
    title: 'a user without a population joins the default one, or is refused',
    requirements: [DEFAULT],
    run: async ({ scope }) => {
      const inside = scope.within((await scope.create(environments)).id);
      const { id, path, body } = await inside.create(populations);
      assertStatus(await scope.api.put(path, { ...body, default: true }), 200);
      const create = await createWithout(inside);
      scope.observe('reading', DEFAULT, `with a default population: ${create.status}`);
      if (create.status < 300) return assertMember(create, 'population.id', id);
      assertRefused(create, { target: 'population' });
    },
  },
  {
    title: 'a user without a population is refused where a new environment has no default one',
    requirements: [DEFAULT],
    run: async ({ scope }) => {
      const inside = scope.within((await scope.create(environments)).id);
      const all = await scope.list(`${inside.environment}/populations`, 'populations');
      // Texts differ on whether a new environment has one.
      const standard = all.find((one) => one.default === true);
      const create = await createWithout(inside);
      if (standard === undefined || create.status >= 300) assertRefused(create, { target: 'population' });
      else assertMember(create, 'population.id', standard.id);
    },
  },
];

/** Tries to create a user that names no population. */
async function createWithout(scope: Scope): Promise<Exchange> {
  const { population: _, ...body } = users.body(scope, { collection: '', ids: {} });
  return scope.api.post(`${scope.environment}/users`, body);
}

/** Demands that a population comes to count so many users. */
async function assertCount(scope: Scope, path: string, count: number): Promise<void> {
  const read = await settled(
    scope,
    COUNTING_LIMIT_MS,
    () => scope.api.get(path),
    ({ json }) => at(json, 'userCount') === count,
  );
  assert(at(read.json, 'userCount') === count, 'a population counts another number of users', {
    expected: `userCount ${count}`,
    received: read.text,
    exchange: read,
  });
}
