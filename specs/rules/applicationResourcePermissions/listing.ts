import { assert, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { applicationResources } from '../../../resources/applicationResources.ts';
import { createOn, createOwned, permissionsOf } from './permission.ts';

/** Which permissions an application resource has (Application Resource Permissions). */
export const listing: readonly Case[] = [
  {
    title: 'an application resource lists none of another',
    requirements: ['application-resource-permissions-own-resource-only'],
    run: async ({ scope }) => {
      const one = await createOwned(scope);
      const other = await createOwned(scope);
      const lists = [];
      for (const { owner } of [one, other]) {
        const members = await scope.list(permissionsOf(scope, owner.id), 'permissions');
        lists.push(members.map(({ id }) => id));
      }
      const [ofOne = [], ofOther = []] = lists;
      const shared = ofOne.filter((id) => ofOther.includes(id));
      assert(
        ofOne.includes(one.permission.id) && shared.length === 0,
        'two application resources list the same permission',
        { expected: 'no id in both lists', received: shared },
      );
    },
  },
  {
    title: 'two application resources may have a permission for the same action',
    requirements: ['application-resource-permissions-action-shared'],
    run: async ({ scope }) => {
      const { owner, permission } = await createOwned(scope);
      const other = await scope.create(applicationResources);
      const again = await scope.api.post(permissionsOf(scope, other.id), permission.body);
      assertStatus(again, 201, 200);
      assertMember(again, 'action', permission.body.action);
      const keys = [at(permission.exchange.json, 'key'), at(again.json, 'key')];
      assert(keys[0] === undefined || keys[0] !== keys[1], 'two permissions have the same key', {
        expected: `keys that begin with ${owner.body.name} and ${other.body.name}`,
        received: keys,
        exchange: again,
      });
    },
  },
  {
    title: 'each permission of a list has its key',
    requirements: ['application-resource-permissions-list-item-key'],
    run: async ({ scope }) => {
      const { owner } = await createOwned(scope);
      await createOn(scope, owner);
      const members = await scope.list(permissionsOf(scope, owner.id), 'permissions');
      const bare = members.filter(({ key }) => typeof key !== 'string' || key === '');
      assert(members.length > 1 && bare.length === 0, `${bare.length} of ${members.length} have no key`, {
        expected: 'a key in each permission',
        received: bare,
      });
    },
  },
];
