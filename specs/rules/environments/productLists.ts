import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { isCorrectUuid } from '../../../fixtures/arbitraries/uuid.ts';
import {
  assert,
  assertMember,
  assertRefused,
  assertStatus,
  detailsOf,
} from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { describeExchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { billOfMaterialsProducts } from '../../../fixtures/tables/billOfMaterialsProducts.ts';
import { createSandbox } from './environment.ts';
import { type Product, productsOf, putProducts } from './products.ts';

const IN_ORDER = [{ type: 'PING_ONE_BASE', description: 'PingOne Base' }];

/** Which product lists replace the one of an environment (Bill of Materials, update). */
export const productLists: readonly Case[] = [
  {
    title: 'a replace leaves exactly the products that were sent, each with an id',
    requirements: ['environments-bill-of-materials-update-200'],
    run: async ({ scope }) => {
      const list = `${(await createSandbox(scope)).path}/billOfMaterials`;
      for (const types of [
        ['PING_ONE_BASE', 'PING_FEDERATE'],
        ['PING_ONE_BASE', 'PING_ACCESS'],
      ]) {
        const put = await putProducts(
          scope,
          list,
          types.map((type) => ({ type, description: type })),
        );
        assertStatus(put, 200);
        const read = await scope.api.get(list);
        const held = productsOf(read);
        const exact =
          held
            .map(({ type }) => type)
            .sort()
            .join() === [...types].sort().join();
        assert(exact && held.every(({ id }) => typeof id === 'string'), describeExchange(read), {
          expected: `products of the types ${types.join(', ')} and no others, each with an id`,
          received: held,
          exchange: read,
        });
      }
    },
  },
  {
    title: 'a product without an id is given one, or the list is refused for the id or description',
    requirements: ['environments-bill-of-materials-product-id-read-only'],
    run: async ({ scope }) => {
      const list = await replaceableList(scope);
      const put = await scope.api.put(list, { products: [{ type: 'PING_ONE_BASE' }] });
      scope.observe('reading', 'environments-bill-of-materials-product-id-read-only', `status ${put.status}`);
      if (put.status === 400) {
        const named = detailsOf(put).some(({ target }) => /description$/.test(String(target)));
        assertRefused(put, { target: named ? 'products.description' : 'products.id' });
      } else assertStatus(put, 200);
      const read = await scope.api.get(list);
      assert(
        productsOf(read).every(({ id }) => isCorrectUuid(id)),
        `${describeExchange(read)}: a product lacks its id`,
        {
          expected: 'id, a UUID, in every product',
          received: read.text,
          exchange: read,
        },
      );
    },
  },
  {
    title: 'a chosen id of a product is not taken over',
    requirements: ['environments-bill-of-materials-product-id-read-only'],
    run: async ({ scope }) => {
      const list = await replaceableList(scope);
      const id = scope.unknownId();
      const put = await scope.api.put(list, { products: [{ ...IN_ORDER[0], id }] });
      if (put.status === 400) assertRefused(put, { target: 'products.id' });
      else assertStatus(put, 200);
      const read = await scope.api.get(list);
      const ids = productsOf(read).map((product) => product.id);
      assert(
        !ids.includes(id) && ids.every(isCorrectUuid),
        `${describeExchange(read)} with the id that was chosen`,
        {
          expected: "ids of the server's choice",
          received: ids,
          exchange: read,
        },
      );
    },
  },
  ...billOfMaterialsProducts.map(
    ({ description, value, valid, requirement, target = 'products', codes = [] }): Case => ({
      title: `a product list with ${description} is ${valid ? 'kept' : 'refused'}`,
      requirements: [requirement],
      run: async ({ scope }) => {
        const list = `${(await createSandbox(scope)).path}/billOfMaterials`;
        assertStatus(await putProducts(scope, list, IN_ORDER), 200);
        const before = await stateOf(scope, list);
        const put = await putProducts(scope, list, value);
        if (!valid) {
          assertRefused(put, { target, codes });
          return assertUnchanged(scope, before);
        }
        assertStatus(put, 200);
        const read = await scope.api.get(list);
        for (const [index, product] of (value as readonly Product[]).entries()) {
          for (const name of Object.keys(product))
            assertMember(read, `products.${index}.${name}`, product[name]);
        }
      },
    }),
  ),
];

/** The list of a new environment, which has been replaced once. @throws Blocked when that is refused */
async function replaceableList(scope: Scope): Promise<string> {
  const list = `${(await createSandbox(scope)).path}/billOfMaterials`;
  const control = await putProducts(scope, list, IN_ORDER);
  if (control.status !== 200) throw new Blocked(`no list is taken: ${describeExchange(control)}`);
  return list;
}
