import { assert, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { groups } from '../../../resources/groups.ts';
import { populations } from '../../../resources/populations.ts';
import { users } from '../../../resources/users.ts';
import { join } from './membership.ts';

/** What a group is made of, and what goes with it (Groups). */
export const group: readonly Case[] = [
  {
    title: 'a name alone makes a group',
    requirements: ['prerequisites-groups-create-201'],
    run: async ({ scope }) => {
      const name = scope.name();
      const create = await scope.api.post(`${scope.environment}/groups`, { name });
      assertStatus(create, 201);
      assertMember(create, 'name', name);
      assertMember(create, 'environment.id', scope.target.environmentId);
    },
  },
  {
    title: 'what a group may have besides its name is taken and kept',
    requirements: ['prerequisites-groups-optional-properties'],
    run: async ({ scope }) => {
      const { given } = await scope.create(groups);
      const body = groups.full(scope, given);
      const create = await scope.api.post(given.collection, body);
      assertStatus(create, 201);
      for (const [name, value] of Object.entries(body)) assertMember(create, name, value);
    },
  },
  {
    title: 'the list holds groups with and without a population',
    requirements: ['prerequisites-groups-read'],
    run: async ({ scope }) => {
      const population = await scope.create(populations);
      const plain = await scope.create(groups);
      const body = { name: scope.name(), population: { id: population.id } };
      const inside = await scope.create(groups, { given: plain.given, body });
      const read = await scope.api.get(inside.path);
      assertStatus(read, 200);
      assertMember(read, 'population.id', population.id);
      const members = await scope.list(plain.given.collection, groups.embedded);
      const listed = members.map(({ id }) => id);
      assert(
        [plain.id, inside.id].every((id) => listed.includes(id)),
        'a group is missing from the list',
        { expected: `${plain.id} and ${inside.id}`, received: listed },
      );
    },
  },
  {
    title: 'a delete spares the members of the group',
    requirements: ['prerequisites-groups-delete-204'],
    run: async ({ scope }) => {
      const made = await scope.create(groups);
      const user = await scope.create(users);
      await join(scope, user, made.id);
      assertStatus(await scope.api.delete(made.path), 204);
      assertStatus(await scope.api.get(user.path), 200);
    },
  },
];
