import { assert, assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { isInstant } from '../../../fixtures/instant.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { users } from '../../../resources/users.ts';

/** What a user is made of and where it is seen (Users; Step 5: Create a user). */
export const model: readonly Case[] = [
  {
    title: 'a user lies below its environment and names its population',
    requirements: ['prerequisites-users-below-environment'],
    run: async ({ scope }) => {
      const { id, given } = await scope.create(users);
      const read = await scope.api.get(`${scope.environment}/users/${id}`);
      assertStatus(read, 200);
      assertMember(read, 'environment.id', scope.target.environmentId);
      assertMember(read, 'population.id', given.ids.populationID);
    },
  },
  {
    title: 'a listed user names its population',
    requirements: ['prerequisites-users-read'],
    run: async ({ scope }) => {
      const made = await scope.create(users);
      const listed = await listedOf(scope, made);
      assert(
        at(listed, 'population.id') === made.given.ids.populationID,
        'a listed user without its population',
        {
          expected: `population.id ${made.given.ids.populationID}`,
          received: listed ?? 'no such member',
        },
      );
    },
  },
  {
    title: 'a user name is taken in every population of the environment',
    requirements: ['prerequisites-users-username-unique'],
    run: async ({ scope }) => {
      const first = await scope.create(users);
      const given = await users.arrange(scope);
      const body = { ...users.body(scope, given), username: first.body.username };
      const again = await scope.api.post(given.collection, body);
      assertRefused(again, { target: 'username', codes: ['UNIQUENESS_VIOLATION'] });
      const members = await scope.list(given.collection, users.embedded);
      const holders = members.filter(({ username }) => username === first.body.username);
      assert(holders.length === 1, `${holders.length} users have one user name`, {
        expected: first.id,
        received: holders,
      });
    },
  },
  {
    title: 'a user shows its account, its life cycle and its times',
    requirements: ['prerequisites-users-response-members'],
    run: async ({ scope }) => {
      const made = await scope.create(users);
      const read = await scope.api.get(made.path);
      assertStatus(read, 200);
      assertShowsState(read, read.json, ['enabled', 'mfaEnabled', 'account', 'createdAt', 'updatedAt']);
      assertShowsState(read, await listedOf(scope, made), []);
    },
  },
];

type Form = readonly [path: string, expected: string, holds: (value: unknown) => boolean];

const text = (value: unknown) => typeof value === 'string';
const mark = (value: unknown) => typeof value === 'boolean';

/** Members that captured users have, and of which type they are. */
const FORMS: readonly Form[] = [
  ['enabled', 'a boolean', mark],
  ['mfaEnabled', 'a boolean', mark],
  ['account.canAuthenticate', 'a boolean', mark],
  ['account.status', 'a text', text],
  ['lifecycle.status', 'a text', text],
  ['identityProvider.type', 'a text', text],
  ['verifyStatus', 'a text', text],
  ['createdAt', 'a date', isInstant],
  ['updatedAt', 'a date', isInstant],
];

/** Demands the type of each member that is shown, and that the needed ones are shown. */
function assertShowsState(exchange: Exchange, user: unknown, needed: readonly string[]): void {
  for (const [path, expected, holds] of FORMS) {
    const received = at(user, path);
    const isNeeded = needed.some((name) => path === name || path.startsWith(`${name}.`));
    assert(
      (received === undefined && !isNeeded) || holds(received),
      `${describeExchange(exchange)}: ${path} is not ${expected}`,
      { expected: `${path}, ${expected}`, received: user, exchange },
      assertShowsState,
    );
  }
}

/** A user as its collection shows it; undefined when it does not. */
async function listedOf(
  scope: Scope,
  { id, given }: Made,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const members = await scope.list(given.collection, users.embedded);
  return members.find((member) => member.id === id);
}
