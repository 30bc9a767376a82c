import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange, isObject } from '../../../fixtures/exchange.ts';
import { granted } from './tokenRequest.ts';

/** The form of a token and how it can be checked (Access tokens and ID tokens; OpenID Connect discovery). */
export const jwt: readonly Case[] = [
  {
    title: 'a token is a JSON Web Token signed with RS256',
    requirements: ['token-jwt-rs256'],
    run: async ({ scope }) => {
      const { token, exchange } = await granted(scope);
      const parts = token.split('.');
      assert(
        parts.length === 3 && parts.every((part) => /^[\w-]+$/.test(part)),
        'the token is no JSON Web Token',
        {
          expected: 'three base64url parts',
          received: `${parts.length} parts`,
          exchange,
        },
      );
      assert(at(headerOf(token), 'alg') === 'RS256', 'the token is signed with another algorithm', {
        expected: 'alg RS256',
        received: at(headerOf(token), 'alg') ?? 'no alg',
        exchange,
      });
      assert(isObject(payloadOf(token)), 'the payload of the token is no object', {
        expected: 'a JSON object',
        received: typeof payloadOf(token),
        exchange,
      });
    },
  },
  {
    title: 'the header of a token names the key that signed it',
    requirements: ['token-jwt-kid'],
    run: async ({ scope }) => {
      const { token, exchange } = await granted(scope);
      const kid = at(headerOf(token), 'kid');
      assert(typeof kid === 'string' && kid !== '', 'the header of the token names no key', {
        expected: 'kid, a non-empty string',
        received: kid ?? 'no kid',
        exchange,
      });
    },
  },
  {
    title: 'the header of a token names no other type than that of access tokens',
    requirements: ['token-jwt-header-type'],
    run: async ({ scope }) => {
      const { token, exchange } = await granted(scope);
      const { x5t, typ } = (headerOf(token) ?? {}) as Record<string, unknown>;
      assert(x5t === undefined || typeof x5t === 'string', 'x5t of the token is no thumbprint', {
        expected: 'x5t absent or a string',
        received: x5t,
        exchange,
      });
      assert(typ === undefined || typ === 'JWT' || typ === 'at+jwt', 'typ of the token is another', {
        expected: 'typ absent, JWT or at+jwt',
        received: typ,
        exchange,
      });
      scope.observe('reading', 'token-jwt-header-type', `typ ${typ === undefined ? 'absent' : String(typ)}`);
    },
  },
  {
    title: 'the published keys verify a token',
    requirements: ['token-jwks-verifies'],
    run: async ({ scope }) => {
      const { client, token } = await granted(scope);
      const published = await scope.auth.get(`/${client.environmentId}/as/jwks`);
      assertStatus(published, 200);
      const keys = at(published.json, 'keys');
      const isKeySet = Array.isArray(keys) && keys.length > 0 && keys.every(isRsaKey);
      assert(isKeySet, `${describeExchange(published)} without RSA keys`, {
        expected: 'keys, each with kty RSA, e, n and kid',
        received: published.text,
        exchange: published,
      });
      const failure = await verify(token, published);
      assert(failure === undefined, 'the published keys do not verify the token', {
        expected: 'a signature made with the key that kid names',
        received: failure ?? 'verified',
        exchange: published,
      });
    },
  },
  {
    title: 'the configuration names the documented addresses and the issuer of the tokens',
    requirements: ['token-discovery-document'],
    run: async ({ scope }) => {
      const { client, token } = await granted(scope);
      const base = `/${client.environmentId}/as`;
      const document = await scope.auth.get(`${base}/.well-known/openid-configuration`);
      assertStatus(document, 200);
      const expected = {
        issuer: at(payloadOf(token), 'iss'),
        token_endpoint: `${scope.target.authUrl}${base}/token`,
        jwks_uri: `${scope.target.authUrl}${base}/jwks`,
      };
      for (const [name, value] of Object.entries(expected)) {
        const received = at(document.json, name);
        assert(received === value, `${describeExchange(document)}: ${name} is not what was promised`, {
          expected: `${name} ${String(value)}`,
          received: received ?? `no ${name}`,
          exchange: document,
        });
      }
    },
  },
];

/** The protected header of a token; undefined when it cannot be read. */
export function headerOf(token: string): unknown {
  return decoded(token.split('.')[0]);
}

/** The claims of a token; undefined when they cannot be read. */
export function payloadOf(token: string): unknown {
  return decoded(token.split('.')[1]);
}

function decoded(part: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** Why a token is not verified by a key set; undefined when it is. */
async function verify(token: string, published: Exchange): Promise<string | undefined> {
  try {
    await compactVerify(token, createLocalJWKSet(published.json as JSONWebKeySet), { algorithms: ['RS256'] });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function isRsaKey(key: unknown): boolean {
  return at(key, 'kty') === 'RSA' && ['e', 'n', 'kid'].every((name) => typeof at(key, name) === 'string');
}
