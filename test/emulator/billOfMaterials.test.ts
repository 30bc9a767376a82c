import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, openSession, type Session } from './session.ts';

let session: Session;
let path: string;
beforeAll(async () => {
  session = await openSession();
  path = `/environments/${session.ids.sandbox}/billOfMaterials`;
});
afterAll(() => session.emulator.close());

const put = (products: unknown, more: object = {}) =>
  session.send('PUT', path, { body: { products, ...more } });
const base = (more: object = {}) => [{ type: 'PING_ONE_BASE', ...more }];
const bookmarks = (count: number, href = 'https://example.com') =>
  Array.from({ length: count }, (_, index) => ({ name: `b ${index}`, href }));

describe('the product list', () => {
  test('is replaced as sent, with ids of the platform', async () => {
    const product = {
      type: 'PING_ONE_AUTHORIZE',
      description: 'Authorize',
      console: { href: 'https://console.example.com' },
      bookmarks: bookmarks(5, `https://${'a'.repeat(1016)}`),
      tags: ['A'],
    };
    const chosen = '11111111-1111-4111-8111-111111111111';
    const { status, body } = await put([product, ...base({ id: chosen })]);
    expect([status, body.products[0]]).toEqual([200, { id: expect.any(String), ...product }]);
    expect(body.products[1].id).not.toBe(chosen);
    expect(body.createdAt <= body.updatedAt).toBe(true);
    const again = await put(body.products);
    expect(again.body.products).toEqual(body.products);
    expect((await session.send('GET', path)).body).toEqual(again.body);
  });

  test('has no kind of solution unless it was created with one', async () => {
    expect((await put(base(), { solutionType: 'WORKFORCE' })).body.solutionType).toBeUndefined();
    const { _links } = await session.make('/environments', {
      name: 'With a solution',
      type: 'SANDBOX',
      region: 'NA',
      license: { id: session.ids.license },
      billOfMaterials: { products: base(), solutionType: 'CUSTOMER' },
    });
    const body = { products: base(), solutionType: 'WORKFORCE' };
    const changed = await session.send('PUT', _links.billOfMaterials.href, { body });
    expect(changed.body.solutionType).toBe('CUSTOMER');
  });

  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'REQUIRED_VALUE products'],
    ['101 products', Array.from({ length: 101 }, () => base()[0]), 'SIZE_LIMIT_EXCEEDED products'],
    ['a product without type', [{ description: 'x' }], 'REQUIRED_VALUE products[0].type'],
    ['an unknown product', [{ type: 'PING_X' }], 'INVALID_VALUE products[0].type'],
    ['six bookmarks', base({ bookmarks: bookmarks(6) }), 'SIZE_LIMIT_EXCEEDED products[0].bookmarks'],
    [
      'a bookmark without name',
      base({ bookmarks: [{ href: 'x' }] }),
      'REQUIRED_VALUE products[0].bookmarks[0].name',
    ],
    [
      'a bookmark without href',
      base({ bookmarks: [{ name: 'x' }] }),
      'REQUIRED_VALUE products[0].bookmarks[0].href',
    ],
    ['an empty href', base({ bookmarks: bookmarks(1, '') }), 'EMPTY_VALUE products[0].bookmarks[0].href'],
    [
      'an href of 1025 characters',
      base({ console: { href: 'a'.repeat(1025) } }),
      'SIZE_LIMIT_EXCEEDED products[0].console.href',
    ],
  ])('is refused with %s', async (_what, products, fault) => {
    const before = (await session.send('GET', path)).body;
    expect(faultsOf(await put(products))).toEqual([fault]);
    expect((await session.send('GET', path)).body).toEqual(before);
  });
});
