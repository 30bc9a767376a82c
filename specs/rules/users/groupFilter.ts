import { assert, assertStatus, sameJson } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { filtered } from '../../../fixtures/filtering.ts';
import { settled } from '../../../fixtures/settle.ts';
import { groups } from '../../../resources/groups.ts';
import { users } from '../../../resources/users.ts';
import { join } from '../groups/membership.ts';

/** The time that a new membership is given until filters see it (facts 0.10). */
const JOINING_LIMIT_MS = 30_000;

/** Users of a group, found by a value path (captured traffic; facts 0.7). */
export const groupFilter: readonly Case[] = ['', ' and type eq "DIRECT"'].map((added) => ({
  title: `a filter by group${added === '' ? '' : ' and kind of membership'} finds exactly its members`,
  requirements: ['prerequisites-users-filter-member-of-group'],
  run: async ({ scope }) => {
    const group = await scope.create(groups);
    const empty = await scope.create(groups);
    const member = await scope.create(users);
    await scope.create(users, { given: member.given });
    await join(scope, member, group.id);
    const read = (id: string) =>
      scope.api.get(filtered(`${scope.environment}/users`, `memberOfGroups[id eq "${id}"${added}]`));
    const idsIn = (json: unknown) => {
      const found = at(json, '_embedded.users');
      return Array.isArray(found) ? found.map((one) => at(one, 'id')) : undefined;
    };
    const found = await settled(
      scope,
      JOINING_LIMIT_MS,
      () => read(group.id),
      ({ json }) => sameJson(idsIn(json), [member.id]),
    );
    assertStatus(found, 200);
    assert(sameJson(idsIn(found.json), [member.id]), 'a filter by group does not find exactly its members', {
      expected: member.id,
      received: found.text,
      exchange: found,
    });
    const none = await read(empty.id);
    assertStatus(none, 200);
    const count = at(none.json, 'count');
    assert(
      sameJson(idsIn(none.json), []) && (count === undefined || count === 0),
      'an empty group has members',
      {
        expected: 'an empty array with count 0',
        received: none.text,
        exchange: none,
      },
    );
  },
}));
