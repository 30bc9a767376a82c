import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import { assertRefusedWith, badRequest } from '../../../fixtures/refusals.ts';
import { users } from '../../../resources/users.ts';

const requirements = ['prerequisites-users-patch-partial'];

/** A user can be changed in part (API requests, Partial updates to a resource). */
export const partialUpdate: readonly Case[] = [
  {
    title: 'a partial update changes what it names and nothing else',
    requirements,
    run: async ({ scope }) => {
      const given = await users.arrange(scope);
      const { path, body } = await scope.create(users, { given, body: users.full(scope, given) });
      const email = `${scope.name('other')}@example.com`;
      assertStatus(await scope.api.send({ method: 'PATCH', to: path, json: { email } }), 200);
      const read = await scope.api.get(path);
      assertMember(read, 'email', email);
      for (const name of ['username', 'name.given', 'name.family']) assertMember(read, name, at(body, name));
    },
  },
  {
    title: 'null in a partial update clears an attribute',
    requirements,
    run: async ({ scope }) => {
      const given = await users.arrange(scope);
      const { path, body } = await scope.create(users, { given, body: users.full(scope, given) });
      const patch = await scope.api.send({ method: 'PATCH', to: path, json: { name: null } });
      assertStatus(patch, 200);
      const read = await scope.api.get(path);
      const name = at(read.json, 'name') ?? {};
      assert(
        Object.values(name).every((part) => part === null),
        `${describeExchange(read)} with a cleared name`,
        {
          expected: 'no name',
          received: read.text,
          exchange: read,
        },
      );
      assertMember(read, 'username', body.username);
    },
  },
  {
    title: 'a partial update that is no JSON is refused and changes nothing',
    requirements: ['platform-request-malformed-json-400'],
    run: async ({ scope }) => {
      const { path } = await scope.create(users);
      const before = await stateOf(scope, path);
      const headers = { 'content-type': 'application/json' };
      const patch = await scope.api.send({ method: 'PATCH', to: path, headers, body: '{"email":' });
      assertRefusedWith(patch, badRequest);
      await assertUnchanged(scope, before);
    },
  },
];
