import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf, type Json, openSession, type Session } from './session.ts';

let session: Session;
let env: string;
let roles: ReadonlyMap<string, Json>;
beforeAll(async () => {
  session = await openSession();
  env = `/environments/${session.ids.sandbox}`;
  const { body } = await session.send('GET', '/roles');
  roles = new Map(body._embedded.roles.map((role: Json) => [role.name, role]));
});
afterAll(() => session.emulator.close());

const grant = (role: string, type: string, id: string) => ({
  role: { id: roles.get(role)?.id },
  scope: { type, id },
});

test('a role of a user is shown with its scope, once, and goes with the user', async () => {
  const user = await session.make(`${env}/users`, { username: 'administrator' });
  const { href } = user._links.roleAssignments;
  const list = async (query = '') =>
    (await session.send('GET', href + query)).body._embedded.roleAssignments as Json[];
  expect(await list()).toEqual([]);
  const sent = grant('Identity Data Admin', 'ENVIRONMENT', session.ids.sandbox);
  const made = await session.make(href, sent);
  expect(made).toMatchObject({ ...sent, environment: { id: session.ids.sandbox } });
  expect(await list()).toEqual([made]);
  const [expanded] = await list('?expand=role');
  expect(expanded._embedded.role).toEqual(roles.get('Identity Data Admin'));
  const again = await session.send('POST', href, { body: sent });
  expect([again.status, again.body.code, again.body.details]).toEqual([
    400,
    'INVALID_DATA',
    [expect.objectContaining({ code: 'UNIQUENESS_VIOLATION', target: 'role' })],
  ]);
  expect((await session.send('DELETE', made._links.self.href)).status).toBe(204);
  const kept = await session.make(href, sent);
  await session.send('DELETE', user._links.self.href);
  for (const path of [href, kept._links.self.href])
    expect((await session.send('GET', path)).status).toBe(404);
});

test('a role of a user exists, applies to its scope, and is one the caller has', async () => {
  const user = await session.make(`${env}/users`, { username: 'other administrator' });
  const refused = async (body: object) =>
    faultsOf(await session.send('POST', user._links.roleAssignments.href, { body }));
  const unknown = {
    ...grant('Identity Data Admin', 'ENVIRONMENT', session.ids.sandbox),
    role: { id: user.id },
  };
  expect(await refused(unknown)).toEqual(['INVALID_VALUE role.id']);
  expect(await refused(grant('Organization Admin', 'ENVIRONMENT', session.ids.sandbox))).toEqual([
    'INVALID_VALUE scope.type',
  ]);
  expect(await refused(grant('Identity Data Admin', 'ENVIRONMENT', session.ids.foreign))).toEqual([
    'INVALID_VALUE scope.id',
  ]);
  const limited = await session.send('POST', user._links.roleAssignments.href, {
    body: grant('Environment Admin', 'ENVIRONMENT', session.ids.sandbox),
    as: 'limited',
  });
  expect(limited.status).toBe(403);
});

test('a role of a user goes with the environment it is for', async () => {
  const user = await session.make(`${env}/users`, { username: 'third administrator' });
  const made = await session.make('/environments', {
    name: 'short-lived',
    type: 'SANDBOX',
    region: 'NA',
    license: { id: session.ids.license },
  });
  await session.make(user._links.roleAssignments.href, grant('Identity Data Admin', 'ENVIRONMENT', made.id));
  await session.send('DELETE', `/environments/${made.id}`);
  expect((await session.send('GET', user._links.roleAssignments.href)).body.count).toBe(0);
});
