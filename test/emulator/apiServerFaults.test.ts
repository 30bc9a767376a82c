import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attempt, makeIssuers, serviceBodies } from './services.ts';
import { type Json, openSession, type Session } from './session.ts';

let session: Session;
let env: string;
let resource: Json;
let external: Json;
beforeAll(async () => {
  session = await openSession();
  ({ env, resource, external } = await makeIssuers(session));
});
afterAll(() => session.emulator.close());

const { sso, reach, outside } = serviceBodies(() => ({ resource, external }));
const tried = (body: object) => attempt(session, `${env}/apiServers`, body);

describe('an API service', () => {
  test.each<[string, () => object, readonly string[]]>([
    ['no name', () => sso({ name: null }), ['REQUIRED_VALUE name']],
    ['an empty name', () => sso({ name: '' }), ['EMPTY_VALUE name']],
    ['an object as name', () => sso({ name: { a: 1 } }), ['INVALID_VALUE name']],
    ['a control character in the name', () => sso({ name: 'a\u0007' }), ['INVALID_VALUE name']],
    ['no base URLs', () => sso({ baseUrls: [] }), ['EMPTY_VALUE baseUrls']],
    ['a text as base URLs', () => sso({ baseUrls: 'https://a.example' }), ['INVALID_VALUE baseUrls']],
    ['an object as base URL', () => sso({ baseUrls: [{}] }), ['INVALID_VALUE baseUrls[0]']],
    [
      'a bad second base URL',
      () => sso({ baseUrls: ['https://a.example', 'ftp://a.example'] }),
      ['INVALID_VALUE baseUrls[1]'],
    ],
    [
      'no authorization server',
      () => sso({ authorizationServer: undefined }),
      ['REQUIRED_VALUE authorizationServer'],
    ],
    [
      'a text as authorization server',
      () => sso({ authorizationServer: 'x' }),
      ['INVALID_VALUE authorizationServer'],
    ],
    [
      'an unknown type',
      () => sso({ authorizationServer: { type: 'OKTA', resource: { id: resource.id } } }),
      ['INVALID_VALUE authorizationServer.type'],
    ],
    ['no resource', () => sso({ authorizationServer: {} }), ['REQUIRED_VALUE authorizationServer.resource']],
    [
      'a resource without id',
      () => sso({ authorizationServer: { resource: {} } }),
      ['REQUIRED_VALUE authorizationServer.resource.id'],
    ],
    [
      'a resource that is no UUID',
      () => sso({ authorizationServer: { resource: { id: 'x' } } }),
      ['INVALID_VALUE authorizationServer.resource.id'],
    ],
    [
      'an unknown resource',
      () => sso({ authorizationServer: { resource: { id: external.id } } }),
      ['INVALID_VALUE authorizationServer.resource.id'],
    ],
    [
      'an external server beside a resource',
      () => sso({ authorizationServer: { resource: { id: resource.id }, externalOAuthServer: reach() } }),
      ['INVALID_VALUE authorizationServer.externalOAuthServer'],
    ],
    [
      'SSO with an external directory',
      () => sso({ directory: { type: 'EXTERNAL' } }),
      ['INVALID_VALUE directory.type'],
    ],
    [
      'EXTERNAL with an SSO directory',
      () => outside({ directory: { type: 'PINGONE_SSO' } }),
      ['INVALID_VALUE directory.type'],
    ],
    [
      'EXTERNAL without a directory',
      () => outside({ directory: undefined }),
      ['INVALID_VALUE authorizationServer.type'],
    ],
    ['a directory without type', () => sso({ directory: {} }), ['REQUIRED_VALUE directory.type']],
    ['an unknown directory', () => sso({ directory: { type: 'LDAP' } }), ['INVALID_VALUE directory.type']],
    [
      'EXTERNAL with a resource',
      () => outside({}, { resource: { id: resource.id } }),
      ['INVALID_VALUE authorizationServer.resource'],
    ],
    [
      'an external server without id',
      () => outside({}, { externalOAuthServer: { audience: 'a' } }),
      ['REQUIRED_VALUE authorizationServer.externalOAuthServer.id'],
    ],
    [
      'an external server without audience',
      () => outside({}, { externalOAuthServer: { id: external.id } }),
      ['REQUIRED_VALUE authorizationServer.externalOAuthServer.audience'],
    ],
    [
      'an unknown external server',
      () => outside({}, { externalOAuthServer: { ...reach(), id: resource.id } }),
      ['INVALID_VALUE authorizationServer.externalOAuthServer.id'],
    ],
    [
      'an audience of 1025 characters',
      () => outside({}, { externalOAuthServer: { ...reach(), audience: 'a'.repeat(1025) } }),
      ['SIZE_LIMIT_EXCEEDED authorizationServer.externalOAuthServer.audience'],
    ],
    [
      'a text as custom policies',
      () => sso({ accessControl: { custom: { enabled: 'maybe' } } }),
      ['INVALID_VALUE accessControl.custom.enabled'],
    ],
    [
      'a list as custom policies',
      () => sso({ accessControl: { custom: [true] } }),
      ['INVALID_VALUE accessControl.custom'],
    ],
  ])('is refused with %s', async (_what, body, faults) => {
    expect(await tried(body())).toEqual(faults);
  });

  test('takes only a custom resource', async () => {
    const { body } = await session.send('GET', `${env}/resources`);
    for (const { id } of body._embedded.resources.filter(({ type }: Json) => type !== 'CUSTOM'))
      expect(await tried(sso({ authorizationServer: { resource: { id } } }))).toEqual([
        'INVALID_VALUE authorizationServer.resource.id',
      ]);
  });
});
