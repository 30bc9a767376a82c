import { assert, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, isObject } from '../../../fixtures/exchange.ts';
import { arraysIn, someVersions, versionsOf } from '../../../resources/authorizationVersions.ts';

/** How the versions of the policies are read (Policy decision service configuration data). */
export const reading: readonly Case[] = [
  {
    title: 'the versions of the policies can be listed',
    requirements: ['decision-endpoints-authorization-versions-list-200'],
    run: async ({ scope }) => {
      const list = await scope.api.get(versionsOf(scope));
      assertStatus(list, 200);
      const isCollection = isObject(at(list.json, '_embedded')) || Array.isArray(list.json);
      assert(isCollection, `${describeExchange(list)} without a collection`, {
        expected: 'a collection',
        received: list.text,
        exchange: list,
      });
    },
  },
  {
    title: 'the versions stand in one array, each with its id',
    requirements: ['decision-endpoints-authorization-versions-embedded'],
    run: async ({ scope }) => {
      const list = await scope.api.get(versionsOf(scope));
      const arrays = arraysIn(list);
      const keys = Object.keys(arrays);
      for (const key of keys) scope.observe('reading', 'the key of the versions', key);
      const members = Object.values(arrays).flat();
      const named = members.every((member) => typeof at(member, 'id') === 'string');
      assert(keys.length === 1 && named, `${describeExchange(list)} without one array of versions`, {
        expected: 'exactly one array below _embedded, of members with an id',
        received: list.text,
        exchange: list,
      });
    },
  },
  {
    title: 'a page holds no more versions than its limit',
    requirements: ['decision-endpoints-authorization-versions-limit'],
    run: async ({ scope }) => {
      const all = await someVersions(scope);
      const page = await scope.api.get(`${versionsOf(scope)}?limit=1`);
      assertStatus(page, 200);
      const members = Object.values(arraysIn(page)).flat();
      const leadsOn = at(page.json, '_links.next.href') !== undefined;
      const holds = members.length <= 1 && (leadsOn || all.length <= 1);
      assert(holds, `${describeExchange(page)} with more versions, or without a next link`, {
        expected: 'at most one version, and a next link when there are more',
        received: page.text,
        exchange: page,
      });
    },
  },
  {
    title: 'a read by id answers that one version',
    requirements: ['decision-endpoints-authorization-versions-read-200'],
    run: async ({ scope }) => {
      for (const id of await someVersions(scope)) {
        const read = await scope.api.get(`${versionsOf(scope)}/${id}`);
        assertStatus(read, 200);
        assertMember(read, 'id', id);
      }
    },
  },
];
