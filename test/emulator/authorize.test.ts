import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, type Json, openSession, type Session } from './session.ts';

let session: Session;
let env: string;
let resource: Json;
let count = 0;
beforeAll(async () => {
  session = await openSession();
  env = `/environments/${session.ids.sandbox}`;
  resource = await session.make(`${env}/resources`, { name: 'custom' });
});
afterAll(() => session.emulator.close());

const post = async (path: string, body: object) => faultsOf(await session.send('POST', path, { body }));

describe('a deployment', () => {
  const deployType = 'application/vnd.pingidentity.apiserver.deploy+json';
  const service = (more: object = {}) =>
    session.make(`${env}/apiServers`, {
      name: 'deployed',
      baseUrls: ['https://api.example.com'],
      authorizationServer: { resource: { id: resource.id } },
      ...more,
    });
  const deploy = (one: Json, type = deployType, body?: string) =>
    session.send('POST', `${one._links.self.href}/deployment`, { headers: { 'content-type': type }, body });
  const state = async (one: Json) => (await session.send('GET', `${one._links.self.href}/deployment`)).body;

  test('is made by the vendor media type, keeps its decision endpoint and is not made by changes', async () => {
    const one = await service();
    expect(await state(one)).toMatchObject({ status: { code: 'DEPLOYMENT_UNINITIALIZED' } });
    expect(Object.keys(await state(one))).toEqual(['_links', 'status']);
    const first = await deploy(one);
    expect([first.status, first.body.status]).toEqual([200, { code: 'DEPLOYMENT_SUCCESSFUL' }]);
    expect(Object.keys(first.body._links)).toEqual(['self', 'environment', 'apiServer', 'decisionEndpoint']);
    const { body: endpoint } = await session.send('GET', first.body._links.decisionEndpoint.href);
    expect([endpoint.id, endpoint.name]).toEqual([first.body.decisionEndpoint.id, 'deployed']);
    await session.send('PUT', one._links.self.href, { body: { ...one, name: 'renamed' } });
    expect(await state(one)).toEqual(first.body);
    const second = await deploy(one, deployType.replace('apiserver', 'apiServer'));
    expect(second.body.decisionEndpoint).toEqual(first.body.decisionEndpoint);
    expect((await session.send('GET', first.body._links.decisionEndpoint.href)).body.name).toBe('renamed');
    expect((await session.send('DELETE', one._links.self.href)).status).toBe(204);
    for (const href of [first.body._links.self.href, first.body._links.decisionEndpoint.href])
      expect((await session.send('GET', href)).status).toBe(404);
  });

  test('takes no plain JSON and adopts no body', async () => {
    const one = await service();
    const plain = await deploy(one, 'application/json', '{}');
    expect([plain.status, plain.body.code]).toEqual([415, 'INVALID_REQUEST']);
    expect((await deploy(one, deployType, '{"status"')).status).toBe(400);
    expect((await state(one)).status.code).toBe('DEPLOYMENT_UNINITIALIZED');
    const told = await deploy(one, deployType, '{"status":{"code":"DEPLOYMENT_FAILED"}}');
    expect(told.body.status.code).toBe('DEPLOYMENT_SUCCESSFUL');
    await session.send('DELETE', one._links.self.href);
  });

  test('names the deployed version when custom policies are on', async () => {
    const one = await service({ accessControl: { custom: { enabled: true } } });
    expect(await state(one)).not.toHaveProperty('authorizationVersion');
    const { body } = await deploy(one);
    expect(body).toMatchObject({ authorizationVersion: { id: expect.any(String) }, policy: one.policy });
    await session.send('DELETE', one._links.self.href);
  });
});

describe('an external OAuth server', () => {
  const url = { type: 'JWKS_URL', jwksUrl: 'https://example.com/as/jwks' };
  const rsa = { kty: 'RSA', n: 'AQAB', e: 'AQAB', kid: 'k', use: 'sig' };
  const server = (validation: object, more: object = {}) => ({
    name: `Server ${count++}`,
    type: 'EXTERNAL',
    validation,
    ...more,
  });
  const keys = (...list: unknown[]) => ({ type: 'JWKS', jwks: JSON.stringify({ keys: list }) });

  test.each<[string, object, string[]]>([
    ['a URL', server(url, { issuers: ['my-issuer', 'urn:x:y'], description: 'd' }), []],
    ['keys', server(keys(rsa, { kty: 'EC', crv: 'P-256', x: 'a', y: 'b' })), []],
    ['no type', { ...server(url), type: undefined }, ['REQUIRED_VALUE type']],
    ['another type', { ...server(url), type: 'PINGONE_SSO' }, ['INVALID_VALUE type']],
    ['a name of 257 characters', { ...server(url), name: 'a'.repeat(257) }, ['SIZE_LIMIT_EXCEEDED name']],
    ['no issuer', server(url, { issuers: [] }), ['EMPTY_VALUE issuers']],
    ['nine issuers', server(url, { issuers: [...'abcdefghi'] }), ['SIZE_LIMIT_EXCEEDED issuers']],
    ['an empty issuer', server(url, { issuers: [''] }), ['EMPTY_VALUE issuers[0]']],
    ['no validation', { name: 'x', type: 'EXTERNAL' }, ['REQUIRED_VALUE validation']],
    ['no way of validation', server({ jwksUrl: url.jwksUrl }), ['REQUIRED_VALUE validation.type']],
    [
      'JWKS_URL without URL',
      server({ type: 'JWKS_URL', jwks: keys(rsa).jwks }),
      ['REQUIRED_VALUE validation.jwksUrl'],
    ],
    ['JWKS without keys', server({ type: 'JWKS' }), ['REQUIRED_VALUE validation.jwks']],
    ['both', server({ ...keys(rsa), jwksUrl: url.jwksUrl }), ['INVALID_VALUE validation.jwksUrl']],
    ['http', server({ ...url, jwksUrl: 'http://example.com' }), ['INVALID_VALUE validation.jwksUrl']],
    ['text that is no JSON', server({ type: 'JWKS', jwks: 'not json' }), ['INVALID_VALUE validation.jwks']],
    [
      'keys that are no list',
      server({ type: 'JWKS', jwks: '{"keys":{}}' }),
      ['INVALID_VALUE validation.jwks'],
    ],
    ['a key without kty', server(keys({})), ['INVALID_VALUE validation.jwks']],
    ['an RSA key without n', server(keys({ kty: 'RSA', e: 'AQAB' })), ['INVALID_VALUE validation.jwks']],
    [
      'too many keys',
      server(keys({ ...rsa, kid: 'k'.repeat(17000) })),
      ['SIZE_LIMIT_EXCEEDED validation.jwks'],
    ],
    ['many keys', server(keys({ ...rsa, kid: 'k'.repeat(15800) })), []],
    ['an object as keys', server({ type: 'JWKS', jwks: { keys: [] } }), ['INVALID_VALUE validation.jwks']],
    [
      'a negative tolerance',
      server({ ...url, clockSkewTolerance: -1 }),
      ['OUT_OF_RANGE validation.clockSkewTolerance'],
    ],
    [
      'a broken tolerance',
      server({ ...url, clockSkewTolerance: 1.5 }),
      ['INVALID_VALUE validation.clockSkewTolerance'],
    ],
  ])('with %s', async (_what, body, faults) => {
    expect(await post(`${env}/externalOAuthServers`, body)).toEqual(faults);
  });

  test('is found by a part of its name and shown as stored', async () => {
    const made = await session.make(`${env}/externalOAuthServers`, { ...server(url), name: 'one-alpha-x' });
    expect(made.validation).toEqual({ ...url, clockSkewTolerance: 0 });
    const { body } = await session.send('GET', `${env}/externalOAuthServers?filter=name co "alpha"`);
    expect(body._embedded.externalOAuthServers).toEqual([made]);
    expect((await session.send('DELETE', made._links.self.href)).status).toBe(204);
  });
});

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
