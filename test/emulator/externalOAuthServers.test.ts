import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, type Json, openSession, type Session } from './session.ts';

let session: Session;
let servers: string;
beforeAll(async () => {
  session = await openSession();
  servers = `/environments/${session.ids.sandbox}/externalOAuthServers`;
});
afterAll(() => session.emulator.close());

const url = { type: 'JWKS_URL', jwksUrl: 'https://example.com/as/jwks' };
const keys = { type: 'JWKS', jwks: '{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB","kid":"k","use":"sig"}]}' };
const body = (more: object = {}) => ({ name: 'Example', type: 'EXTERNAL', validation: url, ...more });
const judged = (validation: object) => body({ validation });
const many = (count: number) => Array.from({ length: count }, (_, index) => `issuer ${index}`);

const rows: [string, object, string?][] = [
  ['a URL', body()],
  ['keys', judged(keys)],
  ['a name of 1 character', body({ name: 'a' })],
  ['a name of 256 characters', body({ name: '\u{1f511}'.repeat(256) })],
  ['a name of 257 characters', body({ name: 'a'.repeat(257) }), 'SIZE_LIMIT_EXCEEDED name'],
  ['an empty name', body({ name: '' }), 'EMPTY_VALUE name'],
  ['no name', body({ name: undefined }), 'REQUIRED_VALUE name'],
  ['an object as name', body({ name: { a: 1 } }), 'INVALID_VALUE name'],
  ['a description of 1024 characters', body({ description: 'a'.repeat(1024) })],
  ['an empty description', body({ description: '' })],
  ['a longer description', body({ description: 'a'.repeat(1025) }), 'SIZE_LIMIT_EXCEEDED description'],
  ['an object as description', body({ description: {} }), 'INVALID_VALUE description'],
  ['no type', body({ type: undefined }), 'REQUIRED_VALUE type'],
  ['another type', body({ type: 'PINGONE_SSO' }), 'INVALID_VALUE type'],
  ['an empty type', body({ type: '' }), 'INVALID_VALUE type'],
  ['issuers that are no URLs', body({ issuers: ['my-issuer', 'urn:example:issuer'] })],
  ['eight issuers', body({ issuers: many(8) })],
  ['nine issuers', body({ issuers: many(9) }), 'SIZE_LIMIT_EXCEEDED issuers'],
  ['no issuer in the list', body({ issuers: [] }), 'EMPTY_VALUE issuers'],
  ['a text as issuers', body({ issuers: 'https://example.com' }), 'INVALID_VALUE issuers'],
  ['issuers of 1 and 1024 characters', body({ issuers: ['a', 'b'.repeat(1024)] })],
  ['an empty issuer', body({ issuers: ['a', ''] }), 'EMPTY_VALUE issuers[1]'],
  ['a longer issuer', body({ issuers: ['b'.repeat(1025)] }), 'SIZE_LIMIT_EXCEEDED issuers[0]'],
  ['an object as issuer', body({ issuers: [{ iss: 'a' }] }), 'INVALID_VALUE issuers[0]'],
  ['no validation', body({ validation: undefined }), 'REQUIRED_VALUE validation'],
  ['a text as validation', body({ validation: 'JWKS' }), 'INVALID_VALUE validation'],
  ['no way of validation', judged({ jwksUrl: url.jwksUrl }), 'REQUIRED_VALUE validation.type'],
  ['another way of validation', judged({ ...url, type: 'INTROSPECTION' }), 'INVALID_VALUE validation.type'],
  ['no URL', judged({ type: 'JWKS_URL' }), 'REQUIRED_VALUE validation.jwksUrl'],
  ['keys for a URL', judged({ ...keys, type: 'JWKS_URL' }), 'REQUIRED_VALUE validation.jwksUrl'],
  ['no keys', judged({ type: 'JWKS' }), 'REQUIRED_VALUE validation.jwks'],
  ['a URL for keys', judged({ ...url, type: 'JWKS' }), 'REQUIRED_VALUE validation.jwks'],
  ['keys beside a URL', judged({ ...keys, ...url }), 'INVALID_VALUE validation.jwks'],
  ['a URL beside keys', judged({ ...url, ...keys }), 'INVALID_VALUE validation.jwksUrl'],
  ['http', judged({ ...url, jwksUrl: 'http://example.com/as/jwks' }), 'INVALID_VALUE validation.jwksUrl'],
  ['an object as URL', judged({ ...url, jwksUrl: {} }), 'INVALID_VALUE validation.jwksUrl'],
  ['keys that are no set', judged({ ...keys, jwks: '{}' }), 'INVALID_VALUE validation.jwks'],
  ['an object as keys', judged({ ...keys, jwks: { keys: [] } }), 'INVALID_VALUE validation.jwks'],
  ['a tolerance of 5 seconds', judged({ ...url, clockSkewTolerance: 5 })],
  ['a tolerance below 0', judged({ ...url, clockSkewTolerance: -1 }), tolerance('OUT_OF_RANGE')],
  ['a broken tolerance', judged({ ...url, clockSkewTolerance: 1.5 }), tolerance('INVALID_VALUE')],
  ['a text as tolerance', judged({ ...url, clockSkewTolerance: 'none' }), tolerance('INVALID_VALUE')],
];

function tolerance(code: string) {
  return `${code} validation.clockSkewTolerance`;
}

describe('an external OAuth server', () => {
  test.each(rows)('with %s is judged alike when it is created and replaced', async (_what, sent, fault) => {
    const faults = fault === undefined ? [] : [fault];
    const old = await session.make(servers, body({ name: 'Old', description: 'old' }));
    const replaced = await session.send('PUT', old._links.self.href, { body: sent });
    expect(faultsOf(replaced)).toEqual(faults);
    const { body: left } = await session.send('GET', old._links.self.href);
    expect(left).toEqual(fault === undefined ? replaced.body : old);
    await session.send('DELETE', old._links.self.href);
    const created = await session.send('POST', servers, { body: sent });
    expect([created.status, faultsOf(created)]).toEqual([fault === undefined ? 201 : 400, faults]);
    if (fault === undefined) await session.send('DELETE', created.body._links.self.href);
    expect((await session.send('GET', servers)).body.count).toBe(0);
  });

  test('is shown as it was stored, and forgets what a replacement leaves out', async () => {
    const sent = body({
      description: 'd',
      issuers: ['https://b.example.com', 'a'],
      validation: { ...url, clockSkewTolerance: 5 },
    });
    const made = await session.make(servers, { ...sent, id: session.ids.second });
    const { _links, id, ...shown } = made;
    expect(id).not.toBe(session.ids.second);
    expect(shown).toEqual({ ...sent, environment: { id: session.ids.sandbox } });
    expect(Object.keys(_links)).toEqual(['self', 'environment', 'apiServers']);
    const replaced = await session.send('PUT', _links.self.href, { body: judged(keys) });
    expect(replaced.body).toEqual({
      _links,
      id,
      environment: { id: session.ids.sandbox },
      ...judged({ ...keys, clockSkewTolerance: 0 }),
    });
    expect((await session.send('DELETE', _links.self.href)).status).toBe(204);
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await session.send(method, _links.self.href, { body: sent })).status).toBe(404);
  });

  test('has a name of its own in its environment', async () => {
    const [one, other] = [
      await session.make(servers, body()),
      await session.make(servers, body({ name: 'B' })),
    ];
    const taken = ['UNIQUENESS_VIOLATION name'];
    expect(faultsOf(await session.send('POST', servers, { body: body() }))).toEqual(taken);
    expect(faultsOf(await session.send('PUT', other._links.self.href, { body: body() }))).toEqual(taken);
    const elsewhere = servers.replace(session.ids.sandbox, session.ids.second);
    const third = await session.make(elsewhere, body());
    const crossed = one._links.self.href.replace(session.ids.sandbox, session.ids.second);
    expect((await session.send('GET', crossed)).status).toBe(404);
    for (const { _links } of [one, other, third]) await session.send('DELETE', _links.self.href);
  });

  test('is needed by the API services that its link finds', async () => {
    const [used, other] = [
      await session.make(servers, body()),
      await session.make(servers, body({ name: 'B' })),
    ];
    const service = (name: string, { id }: Json) =>
      session.make(`/environments/${session.ids.sandbox}/apiServers`, {
        name,
        baseUrls: ['https://api.example.com'],
        authorizationServer: { type: 'EXTERNAL', externalOAuthServer: { id, audience: 'a' } },
        directory: { type: 'EXTERNAL' },
      });
    const [first, second] = [await service('first', used), await service('second', other)];
    const { body: found } = await session.send('GET', used._links.apiServers.href);
    expect(found._embedded.apiServers.map(({ id }: Json) => id)).toEqual([first.id]);
    const refused = await session.send('DELETE', used._links.self.href);
    expect([refused.status, faultsOf(refused)]).toEqual([400, ['CONSTRAINT_VIOLATION id']]);
    expect((await session.send('GET', used._links.self.href)).body).toEqual(used);
    for (const { _links } of [first, second, used, other])
      expect((await session.send('DELETE', _links.self.href)).status).toBe(204);
  });
});

describe('external OAuth servers', () => {
  test('are filtered by a part of their name, paged, and no more than 25', async () => {
    const made: Json[] = [];
    for (const name of ['one-alpha-x', 'two-beta-x', ...many(23)])
      made.push(await session.make(servers, body({ name })));
    const named = async (query: string) => {
      const { body: page } = await session.send('GET', `${servers}?${query}`);
      return page._embedded.externalOAuthServers.map(({ name }: Json) => name);
    };
    expect(await named('filter=name co "ALPHA"')).toEqual(['one-alpha-x']);
    expect(await named('filter=name co "-x"')).toEqual(['one-alpha-x', 'two-beta-x']);
    for (const filter of [
      'name eq "a"',
      'name sw "a"',
      'name ew "a"',
      'description co "a"',
      'not (name co "a")',
    ]) {
      const refused = await session.send('GET', `${servers}?filter=${encodeURIComponent(filter)}`);
      expect([refused.status, faultsOf(refused)]).toEqual([400, ['INVALID_FILTER filter']]);
    }
    expect((await named('limit=25')).length).toBe(25);
    for (const limit of [0, 26])
      expect(faultsOf(await session.send('GET', `${servers}?limit=${limit}`))).toEqual([
        'OUT_OF_RANGE limit',
      ]);
    const { body: page } = await session.send('GET', `${servers}?limit=24`);
    const { body: rest } = await session.send('GET', page._links.next.href);
    expect(rest._embedded.externalOAuthServers).toEqual([made[24]]);
    expect(rest._links).not.toHaveProperty('next');
    const full = await session.send('POST', servers, { body: body({ name: 'one too many' }) });
    expect([full.status, faultsOf(full)]).toEqual([400, ['CONSTRAINT_VIOLATION externalOAuthServers']]);
    for (const { _links } of made) await session.send('DELETE', _links.self.href);
  });
});
