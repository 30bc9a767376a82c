import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApplicationParts, listed, prepareApplicationParts, removed } from './applicationParts.ts';
import { faultsOf, type Json } from './session.ts';

let parts: ApplicationParts;
let role: Json;
let inRole: string;
beforeAll(async () => {
  parts = await prepareApplicationParts();
  role = await parts.role('holder');
  inRole = role._links.permissions.href;
});
afterAll(() => parts.session.emulator.close());

const ids = async (url: string) => (await listed(parts.session, url)).map(({ id }) => id);

describe('a permission of an application role', () => {
  test('is the permission itself, whose members cannot be set here', async () => {
    const { session, env } = parts;
    const { _links, ...permission } = await parts.permission('accounts');
    const sent = { id: permission.id, action: 'x', description: 'y', key: 'a:b', resource: { id: role.id } };
    const added = await session.send('POST', inRole, { body: sent });
    expect([added.status, added.body]).toEqual([
      201,
      {
        _links: {
          self: { href: `${inRole}/${permission.id}` },
          environment: { href: session.emulator.apiUrl + env },
        },
        ...permission,
      },
    ]);
    expect(permission.key).toBe('accounts:read');
    expect((await session.send('GET', added.body._links.self.href)).body).toEqual(added.body);
    expect(await listed(session, inRole)).toEqual([added.body]);
    expect((await session.send('GET', _links.self.href)).body).toEqual({ _links, ...permission });
    expect((await session.send('PUT', added.body._links.self.href, { body: sent })).status).toBe(405);
    await removed(session, added.body._links.self.href);
  });

  test.each<[string, () => unknown, readonly string[]]>([
    ['no id', () => ({ action: 'x', description: 'y' }), ['REQUIRED_VALUE id']],
    ['a key', () => ({ id: 'accounts:read' }), ['INVALID_VALUE id']],
    ['an object', () => ({ id: {} }), ['INVALID_VALUE id']],
    ['an unknown id', () => ({ id: randomUUID() }), ['INVALID_VALUE id']],
    ['the id of a role', () => ({ id: role.id }), ['INVALID_VALUE id']],
  ])('cannot be added with %s', async (_what, body, faults) => {
    const answer = await parts.session.send('POST', inRole, { body: body() });
    expect([answer.status, answer.body.code, faultsOf(answer)]).toEqual([400, 'INVALID_DATA', faults]);
    expect(await ids(inRole)).toEqual([]);
  });

  test('is added once, shared between roles and taken out alone', async () => {
    const { session } = parts;
    const [one, two] = [await parts.permission('one'), await parts.permission('two')];
    const other = (await parts.role('sharer'))._links.permissions.href;
    for (const { id } of [one, two]) await session.make(inRole, { id });
    await session.make(other, { id: one.id });
    const again = await session.send('POST', inRole, { body: { id: one.id } });
    expect(faultsOf(again)).toEqual(['UNIQUENESS_VIOLATION id']);
    expect(await ids(inRole)).toEqual([one.id, two.id]);
    await removed(session, `${inRole}/${one.id}`);
    expect([await ids(inRole), await ids(other)]).toEqual([[two.id], [one.id]]);
    for (const id of [one.id, role.id, randomUUID()])
      expect((await session.send('DELETE', `${inRole}/${id}`)).body.code).toBe('NOT_FOUND');
    expect((await session.send('DELETE', `${other}/${two.id}`)).status).toBe(404);
    expect((await session.send('GET', one._links.self.href)).status).toBe(200);
    await session.make(inRole, { id: one.id });
    expect(await ids(inRole)).toEqual([two.id, one.id]);
    for (const { id } of [one, two]) await removed(session, `${inRole}/${id}`);
  });

  test('follows its permission and the name of its application resource', async () => {
    const { session } = parts;
    const made = await parts.applicationResource('before');
    const permission = await session.make(made._links.permissions.href, { action: 'read' });
    const { _links } = await session.make(inRole, { id: permission.id });
    await session.send('PUT', permission._links.self.href, { body: { action: 'audit', description: 'd' } });
    await session.send('PUT', made._links.self.href, { body: { name: 'after' } });
    expect((await session.send('GET', _links.self.href)).body).toMatchObject({
      action: 'audit',
      description: 'd',
      key: 'after:audit',
      resource: { id: made.id, name: 'after' },
    });
    await removed(session, permission._links.self.href);
    expect((await session.send('GET', _links.self.href)).status).toBe(404);
  });

  test.each(['application resource', 'custom resource'])('goes with its %s', async (what) => {
    const { session, env } = parts;
    const parent = await session.make(`${env}/resources`, { name: `parent of ${what}` });
    const made = await parts.applicationResource(what, parent);
    const { id } = await session.make(made._links.permissions.href, { action: 'read' });
    const kept = await parts.permission(`kept ${what}`);
    for (const one of [id, kept.id]) await session.make(inRole, { id: one });
    await removed(session, (what === 'custom resource' ? parent : made)._links.self.href);
    expect(await ids(inRole)).toEqual([kept.id]);
    await removed(session, `${inRole}/${kept.id}`);
  });

  test('belongs to its environment', async () => {
    const { session } = parts;
    const permission = await parts.permission('at home');
    const elsewhere = `/environments/${session.ids.second}/applicationRoles`;
    const foreign = await session.make(elsewhere, { name: 'holder' });
    const added = await session.send('POST', foreign._links.permissions.href, {
      body: { id: permission.id },
    });
    expect(faultsOf(added)).toEqual(['INVALID_VALUE id']);
    expect((await session.send('GET', `${elsewhere}/${role.id}/permissions`)).status).toBe(404);
  });
});
