import { decodeJwt, jwtVerify } from 'jose';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signingKey } from '../../emulator/oauth/signingKey.ts';
import { faultsOf, type Json, openSession, type Session } from './session.ts';

let session: Session;
let gateways: string;
beforeAll(async () => {
  session = await openSession();
  gateways = `/environments/${session.ids.sandbox}/gateways`;
});
afterAll(() => session.emulator.close());

const body = (more: object = {}) => ({
  name: 'API-Gateway-Test',
  type: 'API_GATEWAY_INTEGRATION',
  enabled: true,
  ...more,
});
const hrefOf = (one: Json) => one._links.self.href;
const idsOf = async (path: string, embedded: string) =>
  (await session.send('GET', path)).body._embedded[embedded].map(({ id }: Json) => id);

describe('a gateway', () => {
  test('is kept as sent, replaced but for its type, and deleted', async () => {
    const made = await session.make(gateways, body({ description: 'My API gateway', enabled: false }));
    expect(made).toMatchObject(body({ description: 'My API gateway', enabled: false }));
    expect(Object.keys(made._links)).toEqual(['self', 'environment', 'credentials']);
    expect((await session.send('GET', hrefOf(made))).body).toEqual(made);
    expect(await idsOf(gateways, 'gateways')).toEqual([made.id]);
    const replaced = await session.send('PUT', hrefOf(made), { body: body({ name: 'Other' }) });
    expect([replaced.status, replaced.body.name, replaced.body.enabled]).toEqual([200, 'Other', true]);
    expect(replaced.body).not.toHaveProperty('description');
    const refused = await session.send('PUT', hrefOf(made), { body: body({ type: 'PING_FEDERATE' }) });
    expect(faultsOf(refused)).toEqual(['INVALID_VALUE type']);
    expect((await session.send('GET', hrefOf(made))).body).toEqual(replaced.body);
    expect((await session.send('DELETE', hrefOf(made))).status).toBe(204);
    expect((await session.send('GET', hrefOf(made))).status).toBe(404);
    expect(await idsOf(gateways, 'gateways')).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['no name', { name: undefined }, 'REQUIRED_VALUE name'],
    ['an empty name', { name: '' }, 'EMPTY_VALUE name'],
    ['no type', { type: undefined }, 'REQUIRED_VALUE type'],
    ['an unknown type', { type: 'DRAWBRIDGE' }, 'INVALID_VALUE type'],
    ['no mark', { enabled: null }, 'REQUIRED_VALUE enabled'],
    ['a text as mark', { enabled: 'true' }, 'INVALID_VALUE enabled'],
  ])('with %s is refused', async (_what, more, fault) => {
    const made = await session.make(gateways, body());
    for (const [method, path] of [
      ['POST', gateways],
      ['PUT', hrefOf(made)],
    ] as const) {
      const refused = await session.send(method, path, { body: body(more) });
      expect([refused.status, faultsOf(refused)]).toEqual([400, [fault]]);
    }
    expect((await session.send('GET', gateways)).body.count).toBe(1);
    await session.send('DELETE', hrefOf(made));
  });

  test('needs a role for gateways', async () => {
    expect((await session.send('POST', gateways, { body: body(), as: 'limited' })).status).toBe(403);
  });
});

describe('a gateway credential', () => {
  const issue = async (gateway: Json, sent: object = {}) =>
    session.send('POST', gateway._links.credentials.href, sent);

  test('is issued without a body and shown once, signed and naming what it is for', async () => {
    const gateway = await session.make(gateways, body());
    const headers = { 'content-type': 'application/json' };
    const { status, body: made } = await issue(gateway, { headers });
    expect([status, made.createdAt]).toEqual([201, expect.stringMatching(/^\d{4}-.*Z$/)]);
    const { publicKey } = await signingKey();
    const { payload, protectedHeader } = await jwtVerify(made.credential, publicKey);
    expect(protectedHeader.alg).toBe('RS256');
    expect(payload).toEqual({
      aud: expect.stringContaining(gateway.id),
      iss: `${session.emulator.authUrl}/${session.ids.sandbox}/as`,
      iat: Math.floor(Date.parse(made.createdAt) / 1000),
      jti: made.id,
      gatewayId: gateway.id,
      gatewayName: gateway.name,
      gatewayType: gateway.type,
      environmentId: session.ids.sandbox,
      environmentName: 'Sandbox',
      organizationId: session.ids.organization,
      authUrl: session.emulator.authUrl,
      consoleUrl: session.emulator.authUrl,
    });
    const { credential, ...shown } = made;
    expect((await session.send('GET', hrefOf(made))).body).toEqual(shown);
    const { body: all } = await session.send('GET', gateway._links.credentials.href);
    expect(all._embedded.credentials).toEqual([shown]);
    const answer = await request(session.emulator.apiUrl + gateways, {
      headers: { authorization: `Bearer ${credential}` },
    });
    await answer.body.dump();
    expect(answer.statusCode).toBe(401);
    await session.send('DELETE', hrefOf(gateway));
  });

  test('takes a body that can be read and no other', async () => {
    const gateway = await session.make(gateways, body());
    expect((await issue(gateway)).status).toBe(201);
    expect((await issue(gateway, { body: {} })).status).toBe(201);
    expect((await issue(gateway, { body: '{' })).status).toBe(400);
    const headers = { 'content-type': 'text/plain' };
    expect((await issue(gateway, { body: '{}', headers })).status).toBe(415);
    expect((await session.send('GET', gateway._links.credentials.href)).body.count).toBe(2);
    await session.send('DELETE', hrefOf(gateway));
  });

  test('is one of five of its gateway, and goes alone or with it', async () => {
    const [gateway, other] = [await session.make(gateways, body()), await session.make(gateways, body())];
    const made: Json[] = [];
    for (let count = 0; count < 5; count++) made.push((await issue(gateway)).body);
    expect(new Set(made.map(({ credential }) => decodeJwt(credential).jti)).size).toBe(5);
    const sixth = await issue(gateway);
    expect([sixth.status, sixth.body.details[0].innerError]).toEqual([400, { quotaLimit: 5 }]);
    expect((await issue(other)).status).toBe(201);
    const ids = made.map(({ id }) => id);
    expect(await idsOf(gateway._links.credentials.href, 'credentials')).toEqual(ids);
    expect((await session.send('DELETE', hrefOf(made[0]))).status).toBe(204);
    expect((await session.send('DELETE', hrefOf(made[0]))).status).toBe(404);
    expect(await idsOf(gateway._links.credentials.href, 'credentials')).toEqual(ids.slice(1));
    const elsewhere = hrefOf(made[1]).replace(gateway.id, other.id);
    expect((await session.send('GET', elsewhere)).status).toBe(404);
    await session.send('DELETE', hrefOf(gateway));
    expect((await issue(gateway)).status).toBe(404);
    expect((await session.send('GET', hrefOf(made[1]))).status).toBe(404);
    await session.send('DELETE', hrefOf(other));
  });
});
