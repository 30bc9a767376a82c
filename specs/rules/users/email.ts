import { assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { users } from '../../../resources/users.ts';

const requirements = ['prerequisites-users-email'];

/** Whether a user needs an e-mail address is told in two ways; one that is sent is kept (Create User). */
export const email: readonly Case[] = [
  {
    title: 'an e-mail address is kept',
    requirements,
    run: async ({ scope }) => {
      const given = await users.arrange(scope);
      const body = users.body(scope, given);
      const create = await scope.api.post(given.collection, body);
      assertStatus(create, 201, 200);
      const read = await scope.api.get(`${given.collection}/${at(create.json, 'id')}`);
      for (const answer of [create, read]) assertMember(answer, 'email', body.email);
    },
  },
  {
    title: 'a user without an e-mail address is created, or refused for it',
    requirements,
    run: async ({ scope }) => {
      const { given } = await scope.create(users);
      const { email: _, ...body } = users.body(scope, given);
      const create = await scope.api.post(given.collection, body);
      scope.observe('reading', 'prerequisites-users-email', `without an address: ${create.status}`);
      if (create.status >= 300) return assertRefused(create, { target: 'email' });
      assertStatus(create, 201, 200);
    },
  },
];
