import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { basicHeader, faultsOf, type Json, openSession, type Session } from './session.ts';

let session: Session;
let path: string;
beforeAll(async () => {
  session = await openSession();
  path = `/environments/${session.ids.sandbox}/applications`;
});
afterAll(() => session.emulator.close());

const worker = (name: string, more: object = {}) => ({
  name,
  enabled: true,
  type: 'WORKER',
  protocol: 'OPENID_CONNECT',
  grantTypes: ['CLIENT_CREDENTIALS'],
  tokenEndpointAuthMethod: 'CLIENT_SECRET_BASIC',
  ...more,
});

const secretOf = async (id: string) =>
  (await session.send('GET', `${path}/${id}/secret`)).body.secret as string;

async function signIn(id: string, secret?: string) {
  const answer = await session.send('POST', `${session.emulator.authUrl}/${session.ids.sandbox}/as/token`, {
    as: undefined,
    body: 'grant_type=client_credentials',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: basicHeader(id, secret ?? (await secretOf(id))),
    },
  });
  return { status: answer.status, error: answer.body.error, token: answer.body.access_token as string };
}

const use = (token: string, target: string) =>
  session.send('GET', target, { as: undefined, headers: { authorization: `Bearer ${token}` } });

describe('a worker application', () => {
  test('has its id as client id, its secret apart, and the roles of its creator', async () => {
    const made = await session.make(path, worker('inheriting'));
    expect(made).toMatchObject({ clientId: made.id, enabled: true, grantTypes: ['CLIENT_CREDENTIALS'] });
    const { body: secret } = await session.send('GET', made._links.secret.href);
    expect(secret._links.application.href).toBe(made._links.self.href);
    expect((await session.send('GET', path)).text).not.toContain(secret.secret);
    const { token } = await signIn(made.id);
    expect((await use(token, `/environments/${session.ids.second}`)).status).toBe(200);
  });

  test('without roles gets no token until it is given one', async () => {
    const { id } = await session.make(path, worker('roleless', { assignActorRoles: false }));
    expect(await signIn(id)).toMatchObject({ status: 400, error: 'unauthorized_client' });
    const role = (await session.send('GET', '/roles')).body._embedded.roles.find(
      ({ name }: Json) => name === 'Identity Data Read Only',
    );
    const assignment = { role: { id: role.id }, scope: { id: session.ids.second, type: 'ENVIRONMENT' } };
    await session.make(`${path}/${id}/roleAssignments`, assignment);
    const again = await session.send('POST', `${path}/${id}/roleAssignments`, { body: assignment });
    expect(faultsOf(again)).toEqual(['UNIQUENESS_VIOLATION role']);
    const { token } = await signIn(id);
    expect((await use(token, `/environments/${session.ids.second}/users`)).status).toBe(200);
    expect((await use(token, `/environments/${session.ids.sandbox}/users`)).status).toBe(403);
  });

  test('may be given a role for one population, which opens that population only', async () => {
    const populations = `/environments/${session.ids.sandbox}/populations`;
    const [mine, other] = [
      await session.make(populations, { name: 'mine' }),
      await session.make(populations, { name: 'other' }),
    ];
    const users = `/environments/${session.ids.sandbox}/users`;
    const seen = await session.make(users, { username: 'seen', population: { id: mine.id } });
    const hidden = await session.make(users, { username: 'hidden', population: { id: other.id } });
    const { id } = await session.make(path, worker('narrow', { assignActorRoles: false }));
    const role = (await session.send('GET', '/roles')).body._embedded.roles.find(
      ({ name }: Json) => name === 'Identity Data Admin',
    );
    await session.make(`${path}/${id}/roleAssignments`, {
      role: { id: role.id },
      scope: { id: mine.id, type: 'POPULATION' },
    });
    const { token } = await signIn(id);
    expect((await use(token, users)).body._embedded.users.map((user: Json) => user.id)).toEqual([seen.id]);
    expect((await use(token, `${users}/${hidden.id}`)).status).toBe(404);
    expect((await use(token, `/environments/${session.ids.sandbox}/groups`)).status).toBe(403);
    const headers = { authorization: `Bearer ${token}` };
    const create = (population: string) =>
      session.send('POST', users, {
        as: undefined,
        headers,
        body: { username: `in ${population}`, population: { id: population } },
      });
    expect([(await create(mine.id)).status, (await create(other.id)).status]).toEqual([201, 403]);
  });

  test('loses its token and its secret with its life, and its token while it is disabled', async () => {
    const made = await session.make(path, worker('short-lived'));
    const old = await secretOf(made.id);
    const { token } = await signIn(made.id);
    const renewed = (await session.send('POST', `${path}/${made.id}/secret`)).body.secret;
    expect(renewed).not.toBe(old);
    expect((await signIn(made.id, old)).status).toBe(401);
    expect((await signIn(made.id, renewed)).status).toBe(200);
    await session.send('PUT', `${path}/${made.id}`, { body: worker('short-lived', { enabled: false }) });
    expect((await use(token, '/environments')).status).toBe(401);
    expect(await signIn(made.id, renewed)).toMatchObject({ status: 401, error: 'invalid_client' });
    expect((await session.send('DELETE', `${path}/${made.id}`)).status).toBe(204);
    expect(await signIn(made.id, renewed)).toMatchObject({ status: 401, error: 'invalid_client' });
    expect((await use(token, '/environments')).status).toBe(401);
  });

  test('with another grant type gets no token for client credentials', async () => {
    const { id } = await session.make(
      path,
      worker('web', { type: 'WEB_APP', grantTypes: ['AUTHORIZATION_CODE'] }),
    );
    expect(await signIn(id)).toMatchObject({ status: 400, error: 'unauthorized_client' });
  });

  test.each([
    'name',
    'type',
    'protocol',
    'grantTypes',
    'tokenEndpointAuthMethod',
  ])('needs %s', async (property) => {
    const { [property]: _, ...body } = worker('incomplete') as Json;
    const answer = await session.send('POST', path, { body });
    expect([answer.status, faultsOf(answer)]).toEqual([400, [`REQUIRED_VALUE ${property}`]]);
  });

  test('is disabled unless enabled is sent', async () => {
    const { enabled: _, ...body } = worker('silent');
    expect((await session.make(path, body)).enabled).toBe(false);
  });

  test('is given no role that does not apply, does not exist, or lies elsewhere', async () => {
    const { id } = await session.make(path, worker('greedy', { assignActorRoles: false }));
    const assign = async (role: string, scopeId: string, type: string) =>
      faultsOf(
        await session.send('POST', `${path}/${id}/roleAssignments`, {
          body: { role: { id: role }, scope: { id: scopeId, type } },
        }),
      );
    const { body } = await session.send('GET', '/roles');
    const organizationAdmin = body._embedded.roles.find(({ name }: Json) => name === 'Organization Admin').id;
    const { sandbox, foreign } = session.ids;
    expect(await assign(sandbox, sandbox, 'ENVIRONMENT')).toEqual(['INVALID_VALUE role.id']);
    expect(await assign(organizationAdmin, sandbox, 'ENVIRONMENT')).toEqual(['INVALID_VALUE scope.type']);
    expect(await assign(organizationAdmin, foreign, 'ORGANIZATION')).toEqual(['INVALID_VALUE scope.id']);
  });
});
