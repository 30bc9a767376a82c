import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApplicationParts, prepareApplicationParts, removed } from './applicationParts.ts';
import { attempt } from './services.ts';
import { faultsOf } from './session.ts';

let parts: ApplicationParts;
beforeAll(async () => {
  parts = await prepareApplicationParts();
});
afterAll(() => parts.session.emulator.close());

describe('an application role', () => {
  test('is shown as in the documents, with its id in the links', async () => {
    const { session, env } = parts;
    const made = await session.make(`${env}/applicationRoles`, { name: 'CEO', description: 'The CEO' });
    const url = `${session.emulator.apiUrl}${env}`;
    expect(made).toEqual({
      _links: {
        self: { href: `${url}/applicationRoles/${made.id}` },
        environment: { href: url },
        permissions: { href: `${url}/applicationRoles/${made.id}/permissions` },
      },
      environment: { id: session.ids.sandbox },
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'CEO',
      description: 'The CEO',
    });
    expect((await session.send('GET', made._links.self.href)).body).toEqual(made);
    const { body } = await session.send('GET', `${env}/applicationRoles`);
    expect(body._embedded.roles).toContainEqual(made);
  });

  test.each<[object, readonly string[]]>([
    [{}, ['REQUIRED_VALUE name']],
    [{ name: null }, ['REQUIRED_VALUE name']],
    [{ name: '' }, ['EMPTY_VALUE name']],
    [{ name: { a: 1 } }, ['INVALID_VALUE name']],
    [{ name: 'a'.repeat(21) }, ['SIZE_LIMIT_EXCEEDED name']],
    [{ name: 'a:b' }, ['INVALID_VALUE name']],
    [{ name: 'a<b>' }, ['INVALID_VALUE name']],
    [{ name: 'a*' }, ['INVALID_VALUE name']],
    [{ name: 'a', description: [1] }, ['INVALID_VALUE description']],
  ])('of %j is refused with %j', async (body, faults) => {
    expect(await attempt(parts.session, `${parts.env}/applicationRoles`, body)).toEqual(faults);
  });

  test.each(['a'.repeat(20), '𝒜'.repeat(20), 'Prüfer 2/b', "a.b'c_d-e"])('may be named %j', async (name) => {
    expect(await attempt(parts.session, `${parts.env}/applicationRoles`, { name })).toMatchObject({ name });
  });

  test('has a name of its own in its environment', async () => {
    const { session, env } = parts;
    const [one, two] = [await parts.role('taken'), await parts.role('other')];
    const again = await session.send('POST', `${env}/applicationRoles`, { body: { name: 'taken' } });
    expect(faultsOf(again)).toEqual(['UNIQUENESS_VIOLATION name']);
    expect(again.body.details[0].innerError.existingId).toBe(one.id);
    const renamed = await session.send('PUT', two._links.self.href, { body: { name: 'taken' } });
    expect(faultsOf(renamed)).toEqual(['UNIQUENESS_VIOLATION name']);
    expect((await session.send('GET', two._links.self.href)).body.name).toBe('other');
    const elsewhere = `/environments/${session.ids.second}/applicationRoles`;
    expect(await attempt(session, elsewhere, { name: 'taken' })).toMatchObject({ name: 'taken' });
    expect((await session.send('GET', `${elsewhere}/${one.id}`)).status).toBe(404);
  });

  test('is replaced as a whole and keeps its permissions and users', async () => {
    const { session } = parts;
    const role = await session.make(`${parts.env}/applicationRoles`, { name: 'before', description: 'd' });
    const permission = await parts.permission('replace');
    const user = await parts.user('replace');
    await session.make(role._links.permissions.href, { id: permission.id });
    await session.make(`${user._links.self.href}/applicationRoles`, { id: role.id });
    const put = await session.send('PUT', role._links.self.href, {
      body: { id: permission.id, name: 'after', environment: { id: session.ids.second } },
    });
    expect([put.status, put.body]).toEqual([200, { ...role, name: 'after', description: undefined }]);
    const ids = async (name: string) =>
      (await session.send('GET', `${role._links.self.href}/${name}`)).body.count;
    expect([await ids('permissions'), await ids('users'), await ids('assignments')]).toEqual([1, 1, 1]);
    const held = await session.send('GET', `${user._links.self.href}/applicationRoles`);
    expect(held.body._embedded.roles[0].name).toBe('after');
  });

  test('takes its permissions, users and assignments along when it goes', async () => {
    const { session } = parts;
    const role = await parts.role('gone');
    const permission = await parts.permission('gone');
    const user = await parts.user('gone');
    await session.make(role._links.permissions.href, { id: permission.id });
    const held = await session.make(`${user._links.self.href}/applicationRoles`, { id: role.id });
    await removed(session, role._links.self.href);
    for (const name of ['permissions', 'users', 'assignments', `users/${user.id}`])
      expect((await session.send('GET', `${role._links.self.href}/${name}`)).status).toBe(404);
    expect((await session.send('GET', held._links.self.href)).status).toBe(404);
    expect((await session.send('GET', `${user._links.self.href}/applicationRoles`)).body.count).toBe(0);
    for (const { _links } of [permission, user])
      expect((await session.send('GET', _links.self.href)).status).toBe(200);
  });

  test.each([
    ['PATCH', ''],
    ['POST', ''],
    ['PUT', '/permissions'],
    ['DELETE', '/users'],
    ['POST', '/users'],
    ['POST', '/assignments'],
    ['DELETE', '/assignments'],
  ])('takes no %s %s', async (method, below) => {
    const { session } = parts;
    const role = await parts.role(`no ${method.toLowerCase()} ${below.slice(1, 5)}`);
    const answer = await session.send(method, `${role._links.self.href}${below}`, { body: { name: 'x' } });
    expect(answer.status).toBe(405);
    expect((await session.send('GET', role._links.self.href)).body).toEqual(role);
  });
});
