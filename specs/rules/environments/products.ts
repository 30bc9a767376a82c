import { assert, assertStatus, detailsOf } from '../../../fixtures/assertions.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';

/** One product of a product list, as a request or an answer shows it. */
export type Product = Readonly<Record<string, unknown>>;

/** The products of a read product list. */
export function productsOf(read: Exchange): readonly Product[] {
  assertStatus(read, 200);
  const products = at(read.json, 'products');
  assert(Array.isArray(products), `${describeExchange(read)} without products`, {
    expected: 'products, an array',
    received: read.text,
    exchange: read,
  });
  return products as readonly Product[];
}

/** Demands that a product list has products of all the given types; it may have others. */
export function assertHoldsTypes(read: Exchange, types: readonly string[]): void {
  const held = productsOf(read).map(({ type }) => type);
  assert(
    types.every((type) => held.includes(type)),
    `${describeExchange(read)} without the products that were sent`,
    { expected: `products of the types ${types.join(', ')}`, received: held, exchange: read },
    assertHoldsTypes,
  );
}

/**
 * Replaces a product list. A target that demands the ids of products, as one table does, is sent those of the
 * list as it stands (facts 3, conflict on the id of a product).
 * @param path of the product list
 */
export async function putProducts(scope: Scope, path: string, products: unknown): Promise<Exchange> {
  const put = await scope.api.put(path, { products });
  const wantsIds =
    put.status === 400 && detailsOf(put).some(({ target }) => /(^|[.\]])id$/.test(String(target)));
  if (!wantsIds || !Array.isArray(products)) return put;
  const current = productsOf(await scope.api.get(path));
  const named = products.map((product, index) => ({ id: current[index]?.id, ...product }));
  return scope.api.put(path, { products: named });
}
