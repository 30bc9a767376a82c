import { defectsOf, type Fault } from '../defect.ts';
import { status } from '../faults/answers.ts';
import { keepsProducts, takesProducts } from '../faults/products.ts';
import { misreports, refusesSent } from '../faults/refusals.ts';
import { reads as readsBody } from '../faults/requests.ts';
import { noContent } from '../faults/statuses.ts';
import { products } from './places.ts';

type Body = Readonly<Record<string, unknown>>;
const row = (name: string) => `environments-bill-of-materials-${name}`;

/** What a server can do wrong where the product list of an environment is replaced. */
export const productLists = defectsOf({
  [row('update-200')]: [
    [
      'adds products to those of an environment',
      keepsProducts((now, _sent, before) => ({ products: [...before.products, ...now] })),
    ],
    [
      'answers that it replaced products which stay',
      keepsProducts((_now, _sent, before) => ({ products: before.products })),
    ],
    [
      'stores products without ids',
      keepsProducts((now) => ({ products: now.map(({ id: _, ...one }) => one as never) })),
    ],
    ['answers 204 to the replace of a product list', noContent(products.replace)],
    ['answers 201 to the replace of a product list', status(products.replace, 200, 201)],
    [
      'keeps the first of the products that were sent',
      keepsProducts((now) => ({ products: now.slice(0, 1) })),
    ],
    ['replaces the products of an environment once', replacesOnce()],
  ],
  [row('products-required')]: [
    [
      'empties the products where none are sent',
      readsBody(products.replace, (body) =>
        body.products === undefined ? { ...body, products: [] } : undefined,
      ),
    ],
    [
      'refuses missing products for their type',
      misreports(products.replace, { target: 'products' }, (detail) => ({ ...detail, target: 'type' })),
    ],
    [
      'answers 200 to a replace without products',
      takesProducts({ target: 'products', code: 'REQUIRED_VALUE' }, () => []),
    ],
  ],
  [row('products-limit')]: [
    [
      'stores more than a hundred products',
      takesProducts({ target: 'products', code: 'SIZE_LIMIT_EXCEEDED' }),
    ],
    [
      'stores the first hundred products',
      readsBody(products.replace, (body) =>
        Array.isArray(body.products) ? { ...body, products: body.products.slice(0, 100) } : undefined,
      ),
    ],
    [
      'refuses too many products for the first of them',
      misreports(products.replace, { target: 'products' }, (detail) => ({ ...detail, target: 'id' })),
    ],
  ],
  [row('type-required')]: [
    [
      'stores a product without a type',
      takesProducts({ target: 'products[*].type', code: 'REQUIRED_VALUE' }),
    ],
    [
      'drops a product without a type',
      readsBody(products.replace, (body) => filtered(body, ({ type }) => type !== undefined)),
    ],
    [
      'takes a product without a type for the base',
      readsBody(products.replace, (body) => mapped(body, (one) => ({ type: 'PING_ONE_BASE', ...one }))),
    ],
  ],
  [row('type-enumerated')]: [
    [
      'stores a type of product that nobody knows',
      takesProducts({ target: 'products[*].type', code: 'INVALID_VALUE' }),
    ],
    [
      'drops a product of a type that nobody knows',
      readsBody(products.replace, (body) => filtered(body, ({ type }) => type !== 'PING_ONE_UNKNOWN')),
    ],
    [
      'refuses a type of product that nobody knows as a missing one',
      misreports(products.replace, { target: 'products[*].type', code: 'INVALID_VALUE' }, (detail) => ({
        ...detail,
        code: 'REQUIRED_VALUE',
      })),
    ],
  ],
  [row('product-id-read-only')]: [
    [
      'takes the ids of products over',
      keepsProducts((now, sent) => ({
        products: now.map((one, index) => ({ ...one, id: sent[index]?.id ?? one.id })),
      })),
    ],
    [
      'gives a product without an id none',
      keepsProducts((now, sent) => ({
        products: now.map(({ id, ...one }, index) =>
          sent[index]?.id === undefined ? (one as never) : { id, ...one },
        ),
      })),
    ],
    [
      'refuses a product without an id for its type',
      refusesSent(products.replace, 'products[0].type', (body) =>
        some(body, ({ id, description }) => id === undefined && description === undefined),
      ),
    ],
    [
      'gives all products the same id',
      keepsProducts((now) => ({ products: now.map((one) => ({ ...one, id: 'product' })) })),
    ],
    [
      'refuses a chosen id of a product for its description',
      refusesSent(products.replace, 'products[0].description', (body) =>
        some(body, ({ id }) => id !== undefined),
      ),
    ],
  ],
});

function replacesOnce(): Fault {
  const replaced = new Set<string>();
  return (parts) =>
    keepsProducts((now, _sent, before) => {
      const first = before.products[0]?.id ?? '';
      const again = replaced.has(first);
      for (const { id } of now) replaced.add(id);
      return again ? { products: before.products } : {};
    })(parts);
}

function mapped(body: Record<string, unknown>, as: (one: Body) => Body): Record<string, unknown> | undefined {
  return Array.isArray(body.products) ? { ...body, products: body.products.map(as) } : undefined;
}

function filtered(
  body: Record<string, unknown>,
  holds: (one: Body) => boolean,
): Record<string, unknown> | undefined {
  return Array.isArray(body.products) ? { ...body, products: body.products.filter(holds) } : undefined;
}

function some(body: Body, holds: (one: Body) => boolean): boolean {
  return Array.isArray(body.products) && body.products.some(holds);
}
