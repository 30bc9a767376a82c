import { defectsOf } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { keepsProducts, takesProducts } from '../faults/products.ts';
import { misreports, refusesSent } from '../faults/refusals.ts';
import { reads as readsBody } from '../faults/requests.ts';
import { products } from './places.ts';

type Json = Readonly<Record<string, unknown>>;
const row = (name: string) => `environments-bill-of-materials-${name}`;
const bookmarked = 'products[*].bookmarks';

/** What a server can do wrong with the members of a product. */
export const productMembers = defectsOf({
  [row('bookmarks-limit')]: [
    ['stores six bookmarks of a product', takesProducts({ target: bookmarked, code: 'SIZE_LIMIT_EXCEEDED' })],
    [
      'refuses the fifth bookmark of a product',
      refusesSent(products.replace, 'products[0].bookmarks', (body) => bookmarksOf(body).length === 5),
    ],
    [
      'stores the first five bookmarks of a product',
      readsBody(products.replace, (body) => withBookmarks(body, (all) => all.slice(0, 5))),
    ],
    [
      'refuses the sixth bookmark of a product for its type',
      misreports(products.replace, { target: bookmarked }, (detail) => ({
        ...detail,
        target: 'products[0].type',
      })),
    ],
  ],
  [row('bookmark-members')]: [
    [
      'stores a bookmark without a name',
      takesProducts({ target: `${bookmarked}[*].name`, code: 'REQUIRED_VALUE' }),
    ],
    [
      'stores a bookmark without an address',
      takesProducts({ target: `${bookmarked}[*].href`, code: 'REQUIRED_VALUE' }),
    ],
    [
      'names a bookmark by its address',
      readsBody(products.replace, (body) =>
        withBookmarks(body, (all) => all.map((one) => ({ name: one.href, ...one }))),
      ),
    ],
    [
      'drops a bookmark without an address',
      readsBody(products.replace, (body) =>
        withBookmarks(body, (all) => all.filter(({ href }) => href !== undefined)),
      ),
    ],
    [
      'refuses a bookmark without a name for its address',
      misreports(products.replace, { target: `${bookmarked}[*].name` }, (detail) => ({
        ...detail,
        target: `${detail.target}`.replace(/name$/, 'href'),
      })),
    ],
  ],
  [row('href-length')]: [
    [
      'stores an address of a bookmark of any length',
      takesProducts({ target: `${bookmarked}[*].href`, code: 'SIZE_LIMIT_EXCEEDED' }),
    ],
    [
      'stores an address of a console of any length',
      takesProducts({ target: 'products[*].console.href', code: 'SIZE_LIMIT_EXCEEDED' }),
    ],
    [
      'stores an empty address of a bookmark',
      takesProducts({ target: `${bookmarked}[*].href`, code: 'EMPTY_VALUE' }),
    ],
    [
      'stores an empty address of a console',
      takesProducts({ target: 'products[*].console.href', code: 'EMPTY_VALUE' }),
    ],
    [
      'refuses an address of a bookmark of 1024 characters',
      refusesSent(products.replace, 'products[0].bookmarks[0].href', (body) =>
        bookmarksOf(body).some(({ href }) => String(href).length >= 1024),
      ),
    ],
    [
      'refuses an address of a console of 1024 characters',
      refusesSent(products.replace, 'products[0].console.href', (body) =>
        productsOf(body).some(({ console }) => String((console as Json | undefined)?.href).length >= 1024),
      ),
    ],
    [
      'cuts addresses of bookmarks',
      readsBody(products.replace, (body) =>
        withBookmarks(body, (all) =>
          all.map((one) => ({
            ...one,
            href: typeof one.href === 'string' ? one.href.slice(0, 1024) : one.href,
          })),
        ),
      ),
    ],
  ],
  [row('product-optional')]: [
    ...['bookmarks', 'console', 'description'].map(
      (name) =>
        [
          `drops the ${name} of a product`,
          keepsProducts((now) => ({ products: now.map((one) => ({ ...one, [name]: undefined })) })),
        ] as const,
    ),
    [
      'turns the bookmarks of a product around',
      keepsProducts((now) => ({
        products: now.map((one) => ({
          ...one,
          bookmarks: [...((one.bookmarks ?? []) as unknown[])].reverse(),
        })),
      })),
    ],
    [
      'shows the tags of a product as text',
      gives(products.read, 'products', (all: Json[]) => all.map((one) => ({ ...one, tags: 'a, b' }))),
    ],
    [
      'shows the deployment of a product without an id',
      gives(products.read, 'products', (all: Json[]) => all.map((one) => ({ ...one, deployment: {} }))),
    ],
    [
      'shows the software licence of a product as its id alone',
      gives(products.read, 'products', (all: Json[]) =>
        all.map((one) => ({ ...one, softwareLicense: 'id' })),
      ),
    ],
  ],
});

function productsOf(body: Json): readonly Json[] {
  return Array.isArray(body.products) ? body.products : [];
}

function bookmarksOf(body: Json): readonly Json[] {
  return productsOf(body).flatMap(({ bookmarks }) => (Array.isArray(bookmarks) ? (bookmarks as Json[]) : []));
}

function withBookmarks(body: Json, as: (all: readonly Json[]) => readonly Json[]): Record<string, unknown> {
  const products = productsOf(body).map((one) =>
    Array.isArray(one.bookmarks) ? { ...one, bookmarks: as(one.bookmarks) } : one,
  );
  return { ...body, products };
}
