import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApplicationParts, listed, prepareApplicationParts, removed } from './applicationParts.ts';
import { operation } from './services.ts';
import { faultsOf, type Json } from './session.ts';

let parts: ApplicationParts;
let other: Json;
beforeAll(async () => {
  parts = await prepareApplicationParts();
  other = await parts.session.make(`${parts.env}/resources`, { name: 'other' });
});
afterAll(() => parts.session.emulator.close());

const below = (parent: Json) => `${parent._links.self.href}/applicationResources`;
const ids = async (url: string) => (await listed(parts.session, url)).map(({ id }) => id);

describe('an application resource', () => {
  test('stays below the parent of its path', async () => {
    const { session, env, resource } = parts;
    const parent = { type: 'PING_ONE_RESOURCE', id: other.id };
    const made = await session.make(below(resource), { name: 'stays', id: other.id, parent });
    expect(made).toMatchObject({ parent: { type: 'PING_ONE_RESOURCE', id: resource.id } });
    const put = await session.send('PUT', made._links.self.href, { body: { name: 'stays', parent } });
    expect(put.body).toEqual(made);
    expect((await session.send('GET', `${below(other)}/${made.id}`)).status).toBe(404);
    expect(await ids(below(other))).toEqual([]);
    expect(await ids(below(resource))).toEqual([made.id]);
    const there = await session.make(below(other), { name: 'stays' });
    expect(await ids(`${env}/applicationResources`)).toEqual([made.id, there.id]);
    const elsewhere = `/environments/${session.ids.second}/applicationResources`;
    expect(await ids(elsewhere)).toEqual([]);
    expect((await session.send('GET', `${elsewhere}/${made.id}`)).status).toBe(404);
    for (const { _links } of [made, there]) await removed(session, _links.self.href);
  });

  test('is replaced on both paths, and never takes the name of a sibling', async () => {
    const { session, env, resource } = parts;
    const made = await session.make(below(resource), { name: 'before', description: 'd' });
    await parts.applicationResource('sibling');
    const taken = await session.send('PUT', made._links.self.href, { body: { name: 'sibling' } });
    expect(faultsOf(taken)).toEqual(['UNIQUENESS_VIOLATION name']);
    const put = await session.send('PUT', made._links.self.href, { body: { name: 'after' } });
    expect([put.body.name, put.body.description]).toEqual(['after', undefined]);
    const { body } = await session.send('GET', `${env}/applicationResources/${made.id}`);
    expect({ ...body, _links: undefined }).toEqual({ ...put.body, _links: undefined });
    expect((await session.make(below(resource), { name: 'before' })).name).toBe('before');
  });

  test.each<[object, readonly string[]]>([
    [{}, ['REQUIRED_VALUE name']],
    [{ name: '' }, ['EMPTY_VALUE name']],
    [{ name: { a: 1 } }, ['INVALID_VALUE name']],
    [{ name: 'x', description: [1] }, ['INVALID_VALUE description']],
  ])('of %j is refused with %j', async (body, faults) => {
    const answer = await parts.session.send('POST', below(parts.resource), { body });
    expect([answer.body.code, faultsOf(answer)]).toEqual(['INVALID_DATA', faults]);
  });

  test.each([
    ['POST', ''],
    ['PUT', '/'],
    ['DELETE', '/'],
  ])('is not written by %s %s at the path of the environment', async (method, end) => {
    const { session, env } = parts;
    const { id } = await parts.applicationResource(`for ${method}`);
    const path = `${env}/applicationResources${end === '/' ? `/${id}` : ''}`;
    expect((await session.send(method, path, { body: { name: 'x' } })).status).toBe(405);
    expect((await session.send('GET', `${env}/applicationResources/${id}`)).body.name).toBe(`for ${method}`);
  });
});

describe('the permissions of an application resource', () => {
  test('are read below the resource too, page by page in the order of their creation', async () => {
    const { session, env } = parts;
    const [a, b] = [await parts.applicationResource('a', other), await parts.applicationResource('b', other)];
    const add = (one: Json, action: string) => session.make(one._links.permissions.href, { action });
    const made = [await add(a, 'read'), await add(b, 'read'), await add(a, 'write')];
    const url = `${env}/resources/${other.id}/applicationPermissions`;
    const server = { id: other.id, environment: { id: session.ids.sandbox } };
    expect(await listed(session, url)).toEqual(made.map((one) => ({ ...one, resourceServer: server })));
    const first = await session.send('GET', `${url}?limit=2`);
    const [last] = await listed(session, first.body._links.next.href);
    expect([...first.body._embedded.permissions, last].map(({ id }) => id)).toEqual(made.map(({ id }) => id));
    expect(await ids(a._links.permissions.href)).toEqual([made[0].id, made[2].id]);
    const put = await session.send('PUT', made[0]._links.self.href, {
      body: { action: 'x', id: b.id, key: 'k:k', environment: { id: b.id }, resource: { id: b.id } },
    });
    expect(put.body).toEqual({ ...made[0], action: 'x', key: 'a:x' });
  });

  test('may go although an operation refers to them, which then has no link', async () => {
    const { session, env, resource } = parts;
    const permission = await parts.permission('guarded');
    const service = await session.make(`${env}/apiServers`, {
      name: 'guarded',
      baseUrls: ['https://api.example.com'],
      authorizationServer: { resource: { id: resource.id } },
    });
    const guard = { permission: { id: permission.id } };
    const made = await session.make(service._links.operations.href, operation({ accessControl: guard }));
    expect(made._links.permission.href).toBe(permission._links.self.href);
    await removed(session, permission._links.self.href);
    const { body } = await session.send('GET', made._links.self.href);
    expect([body.accessControl, body._links.permission]).toEqual([guard, undefined]);
    const again = await session.send('PUT', made._links.self.href, { body });
    expect(faultsOf(again)).toEqual(['INVALID_VALUE accessControl.permission.id']);
  });
});

test.each([
  ['resources', 'application resource'],
  ['permissions', 'permission'],
  ['roles', 'role'],
])('an environment takes 128 application %s', async (kind) => {
  const { session } = parts;
  const { id: license } = session.seed.organizations[0]?.licenses[0] ?? {};
  const { id } = await session.make('/environments', {
    name: `full of ${kind}`,
    type: 'SANDBOX',
    region: 'NA',
    license: { id: license },
  });
  const parent = await session.make(`/environments/${id}/resources`, { name: 'custom' });
  const { _links } = await session.make(below(parent), { name: 'first' });
  const [path, more] = {
    resources: [below(parent), 127],
    permissions: [_links.permissions.href, 128],
    roles: [`/environments/${id}/applicationRoles`, 128],
  }[kind] as [string, number];
  const body = (index: number) => ({ name: `n${index}`, action: `n${index}` });
  for (let index = 0; index < more; index++) await session.make(path, body(index));
  const beyond = await session.send('POST', path, { body: body(more) });
  expect(beyond.body).toMatchObject({
    code: 'INVALID_DATA',
    details: [{ code: 'CONSTRAINT_VIOLATION', innerError: { quotaLimit: 128 } }],
  });
  expect((await listed(session, path)).length).toBe(128);
  await removed(session, `/environments/${id}`);
});
