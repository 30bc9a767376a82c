import { isCorrectUuid } from '../../../fixtures/arbitraries/uuid.ts';
import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import { isInstant } from '../../../fixtures/instant.ts';
import { assertRefusedWith, badRequest, forbidden } from '../../../fixtures/refusals.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { createCredential, credentialsOf, postCredential } from '../../../resources/gatewayCredentials.ts';
import { gateways } from '../../../resources/gateways.ts';
import { membersOf } from '../facets.ts';

/** Credentials of one gateway, at most (Create Gateway Credentials). */
const MAXIMUM = 5;

/** How the credentials of a gateway come and go (Gateway Credentials). */
export const collection: readonly Case[] = [
  {
    title: 'a create without a body answers 201',
    requirements: ['prerequisites-gateway-credentials-create-201'],
    run: async ({ scope }) => {
      const { path } = await scope.create(gateways);
      const create = await postCredential(scope, path);
      assertStatus(create, 201);
      assert(
        isCorrectUuid(at(create.json, 'id')) && isInstant(at(create.json, 'createdAt')),
        `${describeExchange(create)} without id and createdAt`,
        { expected: 'id, a UUID, and createdAt, a date', received: create.text, exchange: create },
      );
    },
  },
  {
    title: 'the list holds the credentials of its gateway, each with id and createdAt',
    requirements: ['prerequisites-gateway-credentials-list'],
    run: async ({ scope }) => {
      const { path } = await scope.create(gateways);
      const other = await scope.create(gateways);
      const made = [await createCredential(scope, path), await createCredential(scope, path)];
      const list = await scope.api.get(credentialsOf(path));
      const members = membersOf(list, 'credentials').map(({ value }) => value);
      const own = members.filter(({ id }) => made.some((one) => one.id === id));
      assert(
        own.length === 2 && own.every(({ createdAt }) => isInstant(createdAt)),
        'a gateway does not list its credentials',
        { expected: 'both credentials, each with a date as createdAt', received: members, exchange: list },
      );
      const strays = await listed(scope, other.path);
      assert(strays.length === 0, 'a gateway lists credentials of another', {
        expected: 'no members',
        received: strays,
      });
    },
  },
  {
    title: 'a gateway takes five credentials and no more',
    requirements: ['prerequisites-gateway-credentials-limit'],
    run: async ({ scope }) => {
      const { path } = await scope.create(gateways);
      for (let number = 1; number <= MAXIMUM; number += 1)
        assertStatus(await postCredential(scope, path), 201, 200);
      assertRefusedWith(await postCredential(scope, path), badRequest, forbidden);
      const { length } = await listed(scope, path);
      assert(length === MAXIMUM, `after a refused create there are ${length} credentials`, {
        expected: `${MAXIMUM} credentials`,
        received: length,
      });
    },
  },
  {
    title: 'a delete removes one credential and spares the others',
    requirements: ['prerequisites-gateway-credentials-delete-204'],
    run: async ({ scope }) => {
      const { path } = await scope.create(gateways);
      const gone = await createCredential(scope, path);
      const kept = await createCredential(scope, path);
      const to = `${credentialsOf(path)}/${gone.id}`;
      assertStatus(await scope.api.delete(to), 204);
      const ids = (await listed(scope, path)).map(({ id }) => id);
      assert(!ids.includes(gone.id) && ids.includes(kept.id), 'a delete removed another credential', {
        expected: `${kept.id}, not ${gone.id}`,
        received: ids,
      });
      scope.ledger.madeUp(gone.id);
      assertStatus(await scope.api.delete(to), 404);
    },
  },
];

/** The credentials of a gateway. @throws Blocked when they cannot be listed */
async function listed(scope: Scope, gateway: string): Promise<readonly Record<string, unknown>[]> {
  return scope.list(credentialsOf(gateway), 'credentials');
}
