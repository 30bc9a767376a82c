import { assert, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { assertRefusedForAny } from '../../../fixtures/refusedForAny.ts';
import { heldRole, identifies, itemsOf, walkItems } from './holders.ts';

/** Members of a page when no limit is asked for (Read Application Role Users, query parameters). */
const DEFAULT_LIMIT = 25;

/** How the users of a role come in pages, and what is shown of each (Read Application Role Users). */
export const userPages: readonly Case[] = [
  {
    title: 'a page of its users holds no more than its limit',
    requirements: ['application-roles-users-limit'],
    run: async ({ scope }) => {
      const { role } = await heldRole(scope, 3);
      const page = await scope.api.get(`${role.path}/users?limit=2`);
      const { length } = itemsOf(page);
      assert(length > 0 && length <= 2, `${describeExchange(page)} with ${length} users`, {
        expected: 'one or two of the three users',
        received: page.text,
        exchange: page,
      });
      assertNext(page);
    },
  },
  {
    title: 'the limit of its users may be 1 to 1024',
    requirements: ['application-roles-users-limit-range'],
    run: async ({ scope }) => {
      const { role } = await heldRole(scope, 1);
      for (const limit of [1, 1024])
        assertStatus(await scope.api.get(`${role.path}/users?limit=${limit}`), 200);
      for (const limit of [0, 1025]) {
        const refused = await scope.api.get(`${role.path}/users?limit=${limit}`);
        assertRefused(refused, { target: 'limit' });
      }
    },
  },
  {
    title: 'a page of its users holds 25 where no limit is asked for',
    requirements: ['application-roles-users-limit-default'],
    run: async ({ scope }) => {
      const { role } = await heldRole(scope, DEFAULT_LIMIT + 1);
      const first = await scope.api.get(`${role.path}/users`);
      const pages = await walkItems(scope, `${role.path}/users`);
      const sizes = pages.map(({ length }) => length);
      assert(sizes.join() === `${DEFAULT_LIMIT},1`, `26 users come in pages of ${sizes.join()}`, {
        expected: 'a page of 25 and a page of 1',
        received: sizes,
        exchange: first,
      });
    },
  },
  {
    title: 'the cursor leads to each of its users once',
    requirements: ['application-roles-users-cursor'],
    run: async ({ scope }) => {
      const { role, holders } = await heldRole(scope, 3);
      const items = (await walkItems(scope, `${role.path}/users?limit=1`)).flat();
      const times = holders.map((holder) => items.filter((item) => identifies(item, holder)).length);
      // Whether items identify their users is another row's question.
      const isEach = times.every((count) => count === 1) || times.every((count) => count === 0);
      assert(items.length === holders.length && isEach, `${items.length} users on the pages of 3 users`, {
        expected: 'each of the three once',
        received: items,
      });
    },
  },
  {
    title: 'expand embeds each of its users',
    requirements: ['application-roles-users-expand'],
    run: async ({ scope }) => {
      const { role, holders } = await heldRole(scope, 2);
      const page = await scope.api.get(`${role.path}/users?expand=user`);
      const embedded = itemsOf(page).map((item) => at(item, '_embedded.user.id'));
      assert(
        embedded.length === 2 && holders.every(({ id }) => embedded.includes(id)),
        `${describeExchange(page)} without the users`,
        { expected: '_embedded.user with its id in every item', received: page.text, exchange: page },
      );
    },
  },
  {
    title: 'expand takes no other value for its users',
    requirements: ['application-roles-users-expand-other'],
    run: async ({ scope }) => {
      const { role } = await heldRole(scope, 1);
      assertStatus(await scope.api.get(`${role.path}/users?expand=user`), 200);
      assertRefusedForAny(await scope.api.get(`${role.path}/users?expand=role`), ['expand']);
    },
  },
  {
    title: 'nothing is embedded in its users unasked',
    requirements: ['application-roles-users-expand-none'],
    run: async ({ scope }) => {
      const { role } = await heldRole(scope, 1);
      const page = await scope.api.get(`${role.path}/users`);
      const items = itemsOf(page);
      assert(
        items.length > 0 && items.every((item) => at(item, '_embedded.user') === undefined),
        `${describeExchange(page)} with an embedded user`,
        { expected: 'items without _embedded.user', received: page.text, exchange: page },
      );
    },
  },
];

function assertNext(page: Exchange): void {
  const next = at(page.json, '_links.next.href');
  assert(
    typeof next === 'string',
    `${describeExchange(page)} without a next link`,
    { expected: 'a next link, since users remain', received: page.text, exchange: page },
    assertNext,
  );
}
