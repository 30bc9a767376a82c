import { assert, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange, isObject } from '../../../fixtures/exchange.ts';
import { applicationResources } from '../../../resources/applicationResources.ts';
import { environments } from '../../../resources/environments.ts';
import { widePath } from './paths.ts';

/** What reads below the environment answer (Application Resources; facts 4.7). */
export const environmentPath: readonly Case[] = [
  {
    title: 'the list of the environment answers a HAL document',
    requirements: ['application-resources-list-200'],
    run: async ({ scope }) => {
      await scope.create(applicationResources);
      const list = await scope.api.get(widePath(scope));
      assertStatus(list, 200);
      const halves = [at(list.json, '_links'), at(list.json, '_embedded')];
      assert(halves.every(isObject), `${describeExchange(list)} without _links and _embedded`, {
        expected: 'an object with _links and _embedded',
        received: list.text,
        exchange: list,
      });
    },
  },
  {
    title: 'a read below the environment answers that one application resource',
    requirements: ['application-resources-read-200'],
    run: async ({ scope }) => {
      const given = await applicationResources.arrange(scope);
      const create = () => scope.create(applicationResources, { given });
      for (const { id } of [await create(), await create()]) {
        const read = await scope.api.get(widePath(scope, id));
        assertStatus(read, 200);
        assertMember(read, 'id', id);
      }
    },
  },
  {
    title: 'the members of the list of the environment stand in an array under resources',
    requirements: ['application-resources-list-embedded'],
    run: async ({ scope }) => {
      await scope.create(applicationResources);
      assertMembers(await scope.api.get(widePath(scope)), (members) => members.length > 0);
    },
  },
  {
    title: 'the list of an environment without application resources has an empty array',
    requirements: ['application-resources-list-embedded'],
    capabilities: ['environment-creation'],
    run: async ({ scope }) => {
      const { id } = await scope.create(environments);
      assertMembers(await scope.api.get(widePath(scope.within(id))), (members) => members.length === 0);
    },
  },
];

function assertMembers(list: Exchange, holds: (members: readonly unknown[]) => boolean): void {
  assertStatus(list, 200);
  const members = at(list.json, '_embedded.resources');
  assert(
    Array.isArray(members) && holds(members),
    `${describeExchange(list)} without its members`,
    { expected: 'an array in _embedded.resources', received: list.text, exchange: list },
    assertMembers,
  );
}
