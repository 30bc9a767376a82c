import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, type Json, openSession, type Session } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.emulator.close());

let count = 0;
const environment = (more: object = {}) => ({
  name: `Made ${count++}`,
  type: 'SANDBOX',
  region: 'NA',
  license: { id: session.ids.license },
  ...more,
});

describe('creating an environment', () => {
  test('shows it with its products and says where it is', async () => {
    const body = environment({ description: 'new', icon: 'https://example.com/i.png', subtype: 'DEV' });
    const { status, headers, body: made } = await session.send('POST', '/environments', { body });
    expect(status).toBe(201);
    expect(made).toMatchObject({ ...body, organization: { id: session.ids.organization } });
    expect(headers.location).toBe(made._links.self.href);
    expect(made.billOfMaterials.products.map(({ type }: Json) => type)).toContain('PING_ONE_BASE');
    const { body: products } = await session.send('GET', made._links.billOfMaterials.href);
    expect(products.products).toEqual(made.billOfMaterials.products);
    expect((await session.send('GET', made._links.self.href)).body).toEqual(made);
  });

  test('comes with a default sign-on policy and the two built-in resources, and no population', async () => {
    const { _links } = await session.make('/environments', environment());
    const { body: policies } = await session.send('GET', _links.signOnPolicies.href);
    expect(policies._embedded.signOnPolicies.map((policy: Json) => policy.default)).toEqual([true]);
    const { body: resources } = await session.send('GET', _links.resources.href);
    expect(resources._embedded.resources.map(({ type }: Json) => type)).toEqual([
      'OPENID_CONNECT',
      'PINGONE_API',
    ]);
    expect((await session.send('GET', _links.populations.href)).body.count).toBe(0);
  });

  test.each<[string, object, string]>([
    ['no name', { name: undefined }, 'REQUIRED_VALUE name'],
    ['an empty name', { name: '' }, 'EMPTY_VALUE name'],
    ['a taken name', { name: 'Sandbox' }, 'UNIQUENESS_VIOLATION name'],
    ['no region', { region: undefined }, 'REQUIRED_VALUE region'],
    ['a region in lower case', { region: 'na' }, 'INVALID_VALUE region'],
    ['a region of another organization', { region: 'EU' }, 'INVALID_VALUE region'],
    ['no type', { type: undefined }, 'REQUIRED_VALUE type'],
    ['an unknown type', { type: 'sandbox' }, 'INVALID_VALUE type'],
    ['an unknown subtype', { subtype: 'PROD' }, 'INVALID_VALUE subtype'],
    ['no licence', { license: undefined }, 'REQUIRED_VALUE license'],
    [
      'an unknown licence',
      { license: { id: '11111111-1111-4111-8111-111111111111' } },
      'INVALID_VALUE license.id',
    ],
    [
      'an unknown product',
      { billOfMaterials: { products: [{ type: 'X' }] } },
      'INVALID_VALUE billOfMaterials.products[0].type',
    ],
  ])('is refused with %s', async (_what, more, fault) => {
    const answer = await session.send('POST', '/environments', { body: environment(more) });
    expect([answer.status, faultsOf(answer)]).toEqual([400, [fault]]);
  });

  test('stays within what its licence allows', async () => {
    const license = { id: session.ids.trial };
    const production = await session.send('POST', '/environments', {
      body: environment({ type: 'PRODUCTION', license }),
    });
    expect([production.status, faultsOf(production)]).toEqual([403, ['LICENSE_EXCEEDED']]);
    for (let index = 0; index < 3; index++) await session.make('/environments', environment({ license }));
    const fourth = await session.send('POST', '/environments', { body: environment({ license }) });
    expect([fourth.status, fourth.body.details[0].innerError]).toEqual([403, { quotaLimit: 3 }]);
  });

  test('takes the organization from the token', async () => {
    const body = environment({ organization: { id: session.ids.foreign } });
    expect((await session.make('/environments', body)).organization.id).toBe(session.ids.organization);
  });
});

describe('replacing an environment', () => {
  test('clears what is left out, and keeps region, licence and products', async () => {
    const made = await session.make(
      '/environments',
      environment({ description: 'old', icon: 'https://example.com/i.png' }),
    );
    const body = { name: `${made.name} renamed`, type: 'SANDBOX' };
    const { status, body: replaced } = await session.send('PUT', made._links.self.href, { body });
    expect([status, replaced.name, replaced.region, replaced.license.id]).toEqual([
      200,
      body.name,
      'NA',
      session.ids.license,
    ]);
    expect([replaced.description, replaced.icon, replaced.createdAt]).toEqual([
      undefined,
      undefined,
      made.createdAt,
    ]);
    expect(replaced.billOfMaterials).toEqual(made.billOfMaterials);
  });

  test.each<[string, object, string]>([
    ['another region', { region: 'EU' }, 'INVALID_VALUE region'],
    ['another type', { type: 'PRODUCTION' }, 'INVALID_VALUE type'],
    ['no type', { type: null }, 'REQUIRED_VALUE type'],
    ['a taken name', { name: 'Administrators' }, 'UNIQUENESS_VIOLATION name'],
  ])('is refused with %s, and changes nothing', async (_what, more, fault) => {
    const made = await session.make('/environments', environment());
    const answer = await session.send('PUT', made._links.self.href, {
      body: { ...environment(), description: 'unseen', ...more },
    });
    expect(faultsOf(answer)).toEqual([fault]);
    expect((await session.send('GET', made._links.self.href)).body).toEqual(made);
  });
});

describe('the life of an environment', () => {
  test('is promoted once and for all, and then pending before it goes', async () => {
    const { _links } = await session.make('/environments', environment());
    const self = _links.self.href;
    const put = async (what: string, body: object) => session.send('PUT', `${self}/${what}`, { body });
    expect(faultsOf(await put('type', {}))).toEqual(['REQUIRED_VALUE type']);
    expect(faultsOf(await put('status', { status: 'DELETE_PENDING' }))).toEqual([
      'CONSTRAINT_VIOLATION status',
    ]);
    expect((await put('type', { type: 'PRODUCTION' })).body.type).toBe('PRODUCTION');
    expect(faultsOf(await put('type', { type: 'SANDBOX' }))).toEqual(['INVALID_VALUE type']);
    expect((await session.send('DELETE', self)).status).toBe(204);
    const { body: pending } = await session.send('GET', self);
    expect([pending.status, pending.softDeletedAt < pending.hardDeleteAllowedAt]).toEqual([
      'DELETE_PENDING',
      true,
    ]);
    expect(faultsOf(await put('status', { status: 'ACTIVE' }))).toEqual(['REQUIRED_VALUE license']);
    const { body: restored } = await put('status', {
      status: 'ACTIVE',
      license: { id: session.ids.license },
    });
    expect([restored.status, restored.softDeletedAt]).toEqual(['ACTIVE', undefined]);
    expect(faultsOf(await put('status', { status: 'GONE' }))).toEqual(['INVALID_VALUE status']);
  });

  test('of a sandbox ends with everything it contained', async () => {
    const made = await session.make('/environments', environment());
    const { _links } = await session.make(`/environments/${made.id}/populations`, { name: 'inside' });
    expect((await session.send('DELETE', made._links.self.href)).status).toBe(204);
    for (const href of [made._links.self.href, _links.self.href, made._links.signOnPolicies.href])
      expect((await session.send('GET', href)).status).toBe(404);
    expect((await session.send('DELETE', made._links.self.href)).status).toBe(404);
    expect((await session.send('GET', '/environments')).text).not.toContain(made.id);
    expect(
      (await session.send('POST', '/environments', { body: environment({ name: made.name }) })).status,
    ).toBe(201);
  });
});

describe('expand', () => {
  test('embeds the products in one environment and in the list', async () => {
    const one = `/environments/${session.ids.sandbox}`;
    expect(
      (await session.send('GET', `${one}?expand=billOfMaterials`)).body._embedded.billOfMaterials.products,
    ).toHaveLength(7);
    expect((await session.send('GET', one)).body._embedded).toBeUndefined();
    const { body } = await session.send('GET', '/environments?expand=billOfMaterials&limit=1');
    expect(body._embedded.environments[0]._embedded.billOfMaterials.products).toHaveLength(7);
    expect(body._links.next.href).toContain('expand=billOfMaterials');
  });
});
