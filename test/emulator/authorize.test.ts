import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, type Json, openSession, type Session } from './session.ts';

let session: Session;
let env: string;
let resource: Json;
beforeAll(async () => {
  session = await openSession();
  env = `/environments/${session.ids.sandbox}`;
  resource = await session.make(`${env}/resources`, { name: 'custom' });
});
afterAll(() => session.emulator.close());

const post = async (path: string, body: object) => faultsOf(await session.send('POST', path, { body }));

describe('an application resource', () => {
  test('is written below its resource and read at both paths, with its permissions', async () => {
    const below = `${env}/resources/${resource.id}/applicationResources`;
    const made = await session.make(below, { name: 'portfolios' });
    expect(made.parent).toEqual({ type: 'PING_ONE_RESOURCE', id: resource.id });
    const everywhere = await session.send('GET', `${env}/applicationResources/${made.id}`);
    expect(everywhere.body._links.self.href).toBe(
      `${session.emulator.apiUrl}${env}/applicationResources/${made.id}`,
    );
    expect(await post(below, { name: 'portfolios' })).toEqual(['UNIQUENESS_VIOLATION name']);
    expect((await session.send('POST', `${env}/applicationResources`, { body: { name: 'x' } })).status).toBe(
      405,
    );
    const permission = await session.make(`${env}/applicationResources/${made.id}/permissions`, {
      action: 'write',
      description: 'Update documents',
    });
    expect(permission).toMatchObject({
      key: 'portfolios:write',
      resource: { id: made.id, name: 'portfolios' },
    });
    await session.send('PUT', made._links.self.href, { body: { name: 'accounts' } });
    expect((await session.send('GET', permission._links.self.href)).body.key).toBe('accounts:write');
    const all = await session.send('GET', `${env}/resources/${resource.id}/applicationPermissions`);
    const expected = { id: permission.id, key: 'accounts:write', resourceServer: { id: resource.id } };
    expect(all.body._embedded.permissions).toMatchObject([expected]);
    expect((await session.send('DELETE', made._links.self.href)).status).toBe(204);
    expect((await session.send('GET', permission._links.self.href)).status).toBe(404);
  });

  test.each<[string, string[]]>([
    ["o'clock.a_b-c /ü 2", []],
    ['read:all', ['INVALID_VALUE action']],
    ['<read>', ['INVALID_VALUE action']],
    ['', ['EMPTY_VALUE action']],
  ])('has a permission for %j with the faults %j', async (action, faults) => {
    const { _links } = await session.make(`${env}/resources/${resource.id}/applicationResources`, {
      name: `for ${action}`,
    });
    expect(await post(_links.permissions.href, { action })).toEqual(faults);
  });
});
