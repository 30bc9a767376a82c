import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Body } from '../../../fixtures/resource.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { signIn } from '../../../fixtures/token.ts';
import { applications } from '../../../resources/applications.ts';
import { populations } from '../../../resources/populations.ts';
import { membersOf } from '../facets.ts';
import { createSandbox, USABLE_LIMIT_MS } from './environment.ts';
import { assertHoldsTypes, productsOf } from './products.ts';

/** What a new environment comes with (Getting started; Environments, create; Bill of Materials). */
export const contents: readonly Case[] = [
  {
    title: 'the products named at creation are those of the environment',
    requirements: ['environments-create-bill-of-materials'],
    run: async ({ scope }) => {
      const types = ['PING_ONE_BASE', 'PING_FEDERATE', 'PING_DIRECTORY'];
      const billOfMaterials = { products: types.map((type) => ({ type, description: type })) };
      const { exchange, path } = await createSandbox(scope, { billOfMaterials });
      assertStatus(exchange, 201);
      assertHoldsTypes(await usable(scope, `${path}/billOfMaterials`), types);
    },
  },
  {
    title: 'an environment created without products is given a list, which the answer shows',
    requirements: ['environments-create-default-products'],
    run: async ({ scope }) => {
      const { exchange, path } = await createSandbox(scope);
      assertStatus(exchange, 201);
      const shown = at(exchange.json, 'billOfMaterials.products');
      const later = productsOf(await usable(scope, `${path}/billOfMaterials`));
      if (shown === undefined) return;
      const products = Array.isArray(shown) ? shown : [];
      const areComplete = products.every(
        ({ id, type }) => typeof id === 'string' && typeof type === 'string',
      );
      const hasBase = products.some(({ type }) => type === 'PING_ONE_BASE');
      assert(areComplete && hasBase, `${describeExchange(exchange)} with other products`, {
        expected: 'products with id and type, PING_ONE_BASE among them',
        received: shown,
        exchange,
      });
      const same = (all: readonly unknown[]) =>
        all
          .map((one) => `${at(one, 'id')} ${at(one, 'type')}`)
          .sort()
          .join();
      assert(
        same(products) === same(later),
        'the products of a create are others than those of a later read',
        {
          expected: `the products of the create: ${same(products)}`,
          received: same(later),
          exchange,
        },
      );
    },
  },
  {
    title: 'a new environment has sign-on policies, one of them the default',
    requirements: ['environments-create-default-sign-on-policy'],
    run: async ({ scope }) => {
      const { path } = await createSandbox(scope);
      const list = await usable(
        scope,
        `${path}/signOnPolicies`,
        (read) => defaults(read, 'signOnPolicies') === 1,
      );
      const count = membersOf(list, 'signOnPolicies').length;
      assert(
        count > 0 && defaults(list, 'signOnPolicies') === 1,
        `${describeExchange(list)} without one default`,
        {
          expected: 'at least one policy, exactly one of them default',
          received: list.text,
          exchange: list,
        },
      );
    },
  },
  {
    title: 'a new environment has no population or one that is the default',
    requirements: ['environments-create-default-population'],
    run: async ({ scope }) => {
      const { path } = await createSandbox(scope);
      const list = await usable(scope, `${path}/populations`);
      const count = membersOf(list, 'populations').length;
      scope.observe('reading', 'environments-create-default-population', `${count} populations`);
      const isDefault = count === 1 && defaults(list, 'populations') === 1;
      assert(count === 0 || isDefault, `${describeExchange(list)} with other populations`, {
        expected: 'no population, or one that is the default',
        received: list.text,
        exchange: list,
      });
    },
  },
  {
    title: 'the creator of an environment can create a population in it',
    requirements: ['environments-create-creator-roles'],
    run: async ({ scope }) => {
      const given = { collection: `${(await createSandbox(scope)).path}/populations`, ids: {} };
      assertStatus(await createdAnew(scope, given.collection, () => populations.body(scope, given)), 201);
    },
  },
  {
    title: 'the creator of an environment can create an application in it',
    requirements: ['environments-create-creator-roles'],
    run: async ({ scope }) => {
      const given = { collection: `${(await createSandbox(scope)).path}/applications`, ids: {} };
      assertStatus(await createdAnew(scope, given.collection, () => applications.body(scope, given)), 201);
    },
  },
  {
    title: 'a new environment can be used within seconds',
    requirements: ['environments-create-then-usable'],
    run: async ({ scope }) => {
      const { path } = await createSandbox(scope);
      const before: Exchange[] = [];
      const read = async () => {
        const exchange = await scope.api.get(`${path}/populations`);
        before.push(exchange);
        return exchange;
      };
      assertStatus(await settled(scope, USABLE_LIMIT_MS, read, ({ status }) => status === 200), 200);
      for (const exchange of before) assertStatus(exchange, 200, 403, 404);
    },
  },
];

/** Reads below a new environment until that is answered 200 and, if told, shows what is awaited. */
function usable(
  scope: Scope,
  to: string,
  shows: (read: Exchange) => boolean = () => true,
): Promise<Exchange> {
  const hasCome = (read: Exchange) => read.status === 200 && shows(read);
  return settled(scope, USABLE_LIMIT_MS, () => scope.api.get(to), hasCome);
}

/** Creates with a token that is new at each attempt, since an older one may not know the roles yet. */
function createdAnew(scope: Scope, to: string, body: () => Body): Promise<Exchange> {
  const attempt = async () => {
    const { adminEnvironmentId, client } = scope.target;
    const { token } = client === undefined ? {} : await signIn(scope.auth, adminEnvironmentId, client);
    return scope.api.send({ method: 'POST', to, json: body(), token: token ?? scope.token });
  };
  return settled(scope, USABLE_LIMIT_MS, attempt, ({ status }) => status === 201);
}

/** How many members are the default; policies give the mark as a text in the sample (facts 5). */
function defaults(list: Exchange, embedded: string): number {
  const members = at(list.json, `_embedded.${embedded}`);
  return Array.isArray(members) ? members.filter((one) => String(at(one, 'default')) === 'true').length : 0;
}
