import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, type Json, openSession, type Session } from './session.ts';

let session: Session;
let own: string;
beforeAll(async () => {
  session = await openSession();
  own = `/organizations/${session.ids.organization}`;
});
afterAll(() => session.emulator.close());

describe('organizations', () => {
  test('are the one of the token, in the list and alone', async () => {
    const { body: one } = await session.send('GET', own);
    expect(one).toMatchObject({ id: session.ids.organization, type: 'PAID', createdAt: expect.any(String) });
    expect(Object.keys(one._links)).toEqual([
      'self',
      'environments',
      'licenses',
      'capabilities',
      'deployments',
    ]);
    const { body: all } = await session.send('GET', '/organizations?limit=5000');
    expect([all._embedded.organizations, all.count]).toEqual([[one], 1]);
    for (const { href } of Object.values<Json>(one._links))
      expect((await session.send('GET', href)).status).toBe(200);
  });

  test.each([
    ['name sw "emulated"', 1],
    ['name sw "nobody"', 0],
  ])('are filtered by %s', async (filter, count) => {
    const { body } = await session.send('GET', `/organizations?filter=${encodeURIComponent(filter)}`);
    expect([body._embedded.organizations.length, body.count]).toEqual([count, count]);
  });

  test("cannot be read when they are not the token's", async () => {
    for (const id of ['11111111-1111-4111-8111-111111111111', session.seed.organizations[1]?.id]) {
      const answer = await session.send('GET', `/organizations/${id}`);
      expect([answer.status, answer.body.code]).toEqual([403, 'ACCESS_FAILED']);
      expect(answer.body.message).toContain('You do not have access to this resource.');
    }
  });

  test.each(['POST /organizations', 'PUT', 'PATCH', 'DELETE'])('are read only: %s', async (what) => {
    const [method = '', path = own] = what.split(' ');
    expect((await session.send(method, path, { body: { name: 'x' } })).status).toBe(405);
  });
});

describe('licences', () => {
  const list = (query = '') => session.send('GET', `${own}/licenses${query}`);
  const statuses = async (filter: string) =>
    (await list(`?filter=${encodeURIComponent(filter)}`)).body._embedded.licenses.map(
      ({ status }: Json) => status,
    );

  test('are shown with their owner and how many environments they have', async () => {
    const { body } = await list();
    expect([body.count, body.size]).toEqual([3, 3]);
    const [first] = body._embedded.licenses;
    expect(first).toMatchObject({
      organization: { id: session.ids.organization },
      assignedEnvironmentsCount: 3,
    });
    expect((await session.send('GET', first._links.self.href)).body).toEqual(first);
    expect((await session.send('GET', first._links.organization.href)).body.id).toBe(
      session.ids.organization,
    );
    const { body: environment } = await session.send('GET', `/environments/${session.ids.sandbox}`);
    expect(environment._links.license.href).toBe(first._links.self.href);
  });

  test('are filtered by status in any case, and by the time they begin', async () => {
    expect(await statuses('status eq "active"')).toEqual(['ACTIVE', 'ACTIVE']);
    expect(await statuses('status eq "ACTIVE"')).toEqual(['ACTIVE', 'ACTIVE']);
    expect(await statuses('beginsAt lt "2022-01-01T00:00:00.000Z"')).toEqual(['TERMINATED']);
    expect(faultsOf(await list('?filter=beginsAt lt "soon"'))).toEqual(['INVALID_FILTER filter']);
  });

  test('are read only, and those of another organization closed', async () => {
    expect((await session.send('POST', `${own}/licenses`, { body: {} })).status).toBe(405);
    expect((await session.send('GET', `${own}/licenses/unknown`)).status).toBe(404);
    const other = session.seed.organizations[1]?.id;
    expect((await session.send('GET', `/organizations/${other}/licenses`)).status).toBe(403);
  });
});

describe('roles', () => {
  test('are at the root, alone and as a list', async () => {
    const { body } = await session.send('GET', '/roles');
    const names = body._embedded.roles.map(({ name }: Json) => name);
    expect(names).toEqual(
      expect.arrayContaining(['Organization Admin', 'Environment Admin', 'Identity Data Admin']),
    );
    const [first] = body._embedded.roles;
    expect((await session.send('GET', first._links.self.href)).body).toEqual(first);
    expect((await session.send('POST', '/roles', { body: {} })).status).toBe(405);
    expect((await session.send('GET', '/roles/unknown')).status).toBe(404);
  });

  test('of an environment are filtered into custom and built-in ones', async () => {
    const size = async (query: string) =>
      (await session.send('GET', `/environments/${session.ids.sandbox}/roles${query}`)).body.size;
    const [all, custom, builtIn] = [
      await size(''),
      await size('?filter=(type eq "CUSTOM")'),
      await size('?filter=(type eq "PLATFORM")'),
    ];
    expect([custom, builtIn]).toEqual([0, all]);
  });
});
