import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { assertRefusedWith, badRequest, notFound } from '../../../fixtures/refusals.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { groups } from '../../../resources/groups.ts';
import { users } from '../../../resources/users.ts';

/** The time that a group is given to count a new member. */
const COUNTING_LIMIT_MS = 30_000;

/** How users become members of a group (Group membership). */
export const membership: readonly Case[] = [
  {
    title: 'a user joins by a create below the user',
    requirements: ['prerequisites-groups-membership'],
    run: async ({ scope }) => {
      const made = await scope.create(groups);
      const user = await scope.create(users);
      const joined = await scope.api.post(`${user.path}/memberOfGroups`, { id: made.id });
      assertStatus(joined, 201, 200);
      const ids = await groupsOf(scope, user);
      assert(ids.includes(made.id), 'a new membership is not listed', { expected: made.id, received: ids });
      const read = await settled(
        scope,
        COUNTING_LIMIT_MS,
        () => scope.api.get(made.path),
        ({ json }) => isOneOrUntold(countOf(json)),
      );
      assert(
        read.status === 200 && isOneOrUntold(countOf(read.json)),
        `${describeExchange(read)} with another number of members than the one that joined`,
        { expected: 'directMemberCounts.users 1, or none', received: read.text, exchange: read },
      );
    },
  },
  ...[
    {
      title: 'a user cannot join a group that does not exist',
      body: (scope: Scope) => ({ id: scope.unknownId() }),
    },
    { title: 'a user cannot join without naming a group', body: () => ({}) },
  ].map(
    ({ title, body }): Case => ({
      title,
      requirements: ['prerequisites-groups-membership-unknown-group'],
      run: async ({ scope }) => {
        const user = await scope.create(users);
        await join(scope, user, (await scope.create(groups)).id);
        const before = await groupsOf(scope, user);
        const refused = await scope.api.post(`${user.path}/memberOfGroups`, body(scope));
        assertRefusedWith(refused, badRequest, notFound);
        const after = await groupsOf(scope, user);
        assert(after.length === before.length, 'a refused membership is listed', {
          expected: before.join(),
          received: after,
        });
      },
    }),
  ),
];

/** Makes a user a member of a group. @throws Blocked when the user does not become one */
export async function join(scope: Scope, user: Made, groupId: string): Promise<void> {
  const joined = await scope.api.post(`${user.path}/memberOfGroups`, { id: groupId });
  if (joined.status >= 300) throw new Blocked(`a user did not become a member: ${describeExchange(joined)}`);
}

/** The ids of the groups that a user is listed with; captures name the array in two ways (facts 0.5). */
async function groupsOf(scope: Scope, { path }: Made): Promise<readonly unknown[]> {
  const list = await scope.api.get(`${path}/memberOfGroups`);
  const arrays = Object.values((at(list.json, '_embedded') ?? {}) as Record<string, unknown>);
  if (list.status !== 200 || !arrays.every(Array.isArray))
    throw new Blocked(`the groups of a user cannot be read: ${describeExchange(list)}`);
  return (arrays.flat() as unknown[]).map((member) => at(member, 'id'));
}

/** Captures spell the counts in one way, a page in another. */
function countOf(json: unknown): unknown {
  return (
    at(json, 'directMemberCounts.users') ?? at(json, 'directUserCounts.users') ?? at(json, 'directUserCounts')
  );
}

function isOneOrUntold(count: unknown): boolean {
  return count === undefined || count === 1;
}
