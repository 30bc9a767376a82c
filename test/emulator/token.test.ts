import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { basicHeader, type Json, openSession, type Session, signIn } from './session.ts';

let session: Session;
let admin: { clientId: string; clientSecret: string };
let post: { clientId: string; clientSecret: string };

beforeAll(async () => {
  session = await openSession({ authPort: 0 });
  const byName = (name: string) => session.seed.workers.find((one) => one.name === name) as typeof admin;
  admin = byName('admin');
  post = byName('post');
});
afterAll(() => session.emulator.close());

const form = 'application/x-www-form-urlencoded';
const grant = 'grant_type=client_credentials';

function ask(
  body: string | undefined,
  headers: Record<string, string> = {},
  environmentId = session.ids.admins,
) {
  return session.send('POST', `${session.emulator.authUrl}/${environmentId}/as/token`, {
    as: undefined,
    body,
    headers: { 'content-type': form, ...headers },
  });
}

const basic = () => ({ authorization: basicHeader(admin.clientId, admin.clientSecret) });

describe('the token endpoint', () => {
  test('gives a token for the grant, cached nowhere, of the documented members only', async () => {
    const { status, body, headers } = await ask(grant, basic());
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['access_token', 'token_type', 'expires_in']);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(headers['cache-control']).toContain('no-store');
    expect(headers['content-type']).toContain('application/json');
  });

  test('takes a charset, form-encoded credentials and a JSON-free body', async () => {
    const encoded = basicHeader(encodeURIComponent(admin.clientId), encodeURIComponent(admin.clientSecret));
    expect(
      (await ask(grant, { authorization: encoded, 'content-type': `${form}; charset=UTF-8` })).status,
    ).toBe(200);
  });

  test.each<[string, number, () => ReturnType<typeof ask>]>([
    ['a body of more than 1 MB', 400, () => ask('a'.repeat(1024 * 1024 + 1), basic())],
    ['a media type that is none', 415, () => ask(grant, { ...basic(), 'content-type': '/' })],
    ['an id of 300 characters', 400, () => ask(grant, basic(), 'a'.repeat(300))],
    ['an id that is no percent-encoding', 400, () => ask(grant, basic(), '%zz')],
  ])('refuses %s in the form of OAuth errors, before it reads anything', async (_what, status, asked) => {
    const answer = await asked();
    expect([answer.status, answer.body.error]).toEqual([status, 'invalid_request']);
    expect(Object.keys(answer.body)).toEqual(['error', 'error_description']);
  });

  const credentials = (one: typeof admin, secret = one.clientSecret) =>
    `${grant}&client_id=${one.clientId}&client_secret=${secret}`;

  test.each<[string, number, string, () => ReturnType<typeof ask>]>([
    [
      'a wrong secret',
      401,
      'invalid_client',
      () => ask(grant, { authorization: basicHeader(admin.clientId, 'x') }),
    ],
    ['an unknown client', 401, 'invalid_client', () => ask(grant, { authorization: basicHeader('x', 'x') })],
    ['no credentials', 401, 'invalid_client', () => ask(grant)],
    ['an id without a secret', 401, 'invalid_client', () => ask(`${grant}&client_id=${post.clientId}`)],
    ['another scheme', 401, 'invalid_client', () => ask(grant, { authorization: 'Bearer x' })],
    ['a BASIC application by POST', 401, 'invalid_client', () => ask(credentials(admin))],
    [
      'a POST application by BASIC',
      401,
      'invalid_client',
      () => ask(grant, { authorization: basicHeader(post.clientId, post.clientSecret) }),
    ],
    [
      'a wrong header beside a right body',
      401,
      'invalid_client',
      () => ask(credentials(post), { authorization: basicHeader(post.clientId, 'x') }),
    ],
    ['no grant', 400, 'invalid_request', () => ask('scope=', basic())],
    ['an unknown grant', 400, 'unsupported_grant_type', () => ask('grant_type=Client_Credentials', basic())],
    ['a scope', 400, 'invalid_scope', () => ask(`${grant}&scope=p1:read:user`, basic())],
    ['a repeated parameter', 400, 'invalid_request', () => ask(`${grant}&${grant}`, basic())],
    ['broken encoding', 400, 'invalid_request', () => ask(`${grant}&x=%zz`, basic())],
    ['JSON', 415, 'invalid_request', () => ask('{}', { ...basic(), 'content-type': 'application/json' })],
    ['another environment', 401, 'invalid_client', () => ask(grant, basic(), session.ids.sandbox)],
    ['an environment that does not exist', 400, 'invalid_request', () => ask(grant, basic(), 'nowhere')],
  ])('refuses %s', async (_what, status, error, asking) => {
    const [one, other] = [await asking(), await asking()];
    expect([one.status, one.body.error]).toEqual([status, error]);
    expect(Object.keys(one.body)).toEqual(['error', 'error_description']);
    expect(one.body.error_description).toMatch(/ \(Correlation ID: [0-9a-f-]{36}\)$/);
    expect(one.body.error_description).not.toBe(other.body.error_description);
  });

  test('judges the header alone when the body has credentials too', async () => {
    expect((await ask(`${grant}&client_secret=wrong`, basic())).status).toBe(200);
  });

  test('takes POST only, and is on its own port only', async () => {
    const url = `${session.emulator.authUrl}/${session.ids.admins}/as/token`;
    expect((await session.send('GET', `${url}?${grant}`)).status).toBe(405);
    expect((await session.send('POST', url.replace(session.ids.admins + '/', ''))).status).toBe(404);
    const other = url.replace(session.emulator.authUrl, session.emulator.apiUrl.replace('/v1', ''));
    expect((await session.send('POST', other)).status).toBe(404);
  });
});

describe('an access token', () => {
  const claims = (token: string, part = 1): Json =>
    JSON.parse(Buffer.from(token.split('.')[part] ?? '', 'base64url').toString());

  test('has the documented claims and no others', () => {
    const token = session.tokens.admin ?? '';
    expect(claims(token, 0)).toMatchObject({ alg: 'RS256', kid: expect.any(String) });
    const { exp, iat, jti, ...others } = claims(token);
    expect(others).toEqual({
      client_id: admin.clientId,
      iss: `${session.emulator.authUrl}/${session.ids.admins}/as`,
      aud: ['https://api.pingone.com'],
      env: session.ids.admins,
      org: session.ids.organization,
    });
    expect([exp - iat, typeof jti]).toEqual([3600, 'string']);
  });

  test('verifies with the published key, and the provider configuration names it', async () => {
    const base = `${session.emulator.authUrl}/${session.ids.admins}/as`;
    const { body: configuration } = await session.send('GET', `${base}/.well-known/openid-configuration`, {
      as: undefined,
    });
    expect(configuration).toMatchObject({
      issuer: base,
      token_endpoint: `${base}/token`,
      jwks_uri: `${base}/jwks`,
    });
    const { body: set } = await session.send('GET', configuration.jwks_uri, { as: undefined });
    const token = session.tokens.admin ?? '';
    const jwk = set.keys.find(({ kid }: Json) => kid === claims(token, 0).kid);
    const [header, payload, signature = ''] = token.split('.');
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    expect(
      verify('sha256', Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url')),
    ).toBe(true);
    expect((await session.send('GET', base.replace(session.ids.admins, 'nowhere') + '/jwks')).status).toBe(
      404,
    );
  });

  test('of either listener is accepted, also beside a newer one', async () => {
    await signIn(session.emulator, 'admin');
    expect((await session.send('GET', '/environments')).status).toBe(200);
    expect((await session.send('GET', '/environments', { as: 'post' })).status).toBe(200);
  });
});
