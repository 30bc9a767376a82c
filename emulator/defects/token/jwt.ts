import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { defectsOf } from '../defect.ts';
import { claims } from '../faults/access.ts';
import { always, body } from '../faults/answers.ts';
import { disguises, partOf } from '../faults/tokens.ts';

type Json = Record<string, unknown>;

const keySet = 'GET /:environmentId/as/jwks';
const configuration = 'GET /:environmentId/as/.well-known/openid-configuration';
const nobody = '11111111-1111-4111-8111-111111111111';

/** What a server can do wrong with the form of tokens and with what they can be checked by. */
export const jwt = defectsOf({
  'token-jwt-rs256': [
    ['issues tokens that say nothing', disguises(() => randomUUID())],
    ['signs tokens with a shared secret', disguises((token) => signedBySecret(token))],
    ['issues tokens without a signature', disguises((token) => token.replace(/\.[^.]*$/, '.'))],
    ['says that tokens are not signed', disguises((token) => withHeader(token, { alg: 'none' }))],
    ['names another algorithm of tokens', disguises((token) => withHeader(token, { alg: 'PS256' }))],
    [
      'issues tokens in base64',
      disguises((token) =>
        token
          .split('.')
          .map((part) => `${part}=`)
          .join('.'),
      ),
    ],
    ['issues tokens that hold a list', disguises((token) => token.replace(/\.[^.]*\./, `.${encoded([1])}.`))],
  ],
  'token-jwt-kid': [
    ['does not name the key of a token', headed({ kid: undefined })],
    ['names the key of a token by an empty text', headed({ kid: '' })],
    ['names the key of a token by a number', headed({ kid: 1 })],
  ],
  'token-jwt-header-type': [
    ['calls access tokens ID tokens', headed({ typ: 'ID' })],
    ['numbers the certificate of a token', headed({ x5t: 17 })],
    ['names the type of tokens in a list', disguises((token) => withHeader(token, { typ: ['JWT'] }))],
  ],
  'token-jwks-verifies': [
    [
      'publishes another key than it signs with',
      keys((key) => ({ ...key, n: `${String(key.n).slice(0, -8)}AAAAAAAA` })),
    ],
    ['publishes its key under another name', keys((key) => ({ ...key, kid: nobody }))],
    ['publishes its key without a name', keys(({ kid: _, ...key }) => key)],
    ['publishes its key without an exponent', keys(({ e: _, ...key }) => key)],
    ['publishes its key for encryption', keys((key) => ({ ...key, alg: 'RSA-OAEP', use: 'enc' }))],
    ['publishes no keys', body(keySet, (set) => Object.assign(set, { keys: [] }))],
    ['publishes its key alone', body(keySet, (set) => Object.assign(set, { keys: (set.keys as Json[])[0] }))],
    ['demands a token for its keys', always(keySet, 401, { code: 'ACCESS_FAILED' })],
    ['publishes its keys nowhere', always(keySet, 404, { code: 'NOT_FOUND' })],
    [
      'publishes a key without a name beside the one that it signs with',
      body(keySet, (set) => {
        const [{ kid: _, ...key } = {}] = set.keys as Json[];
        set.keys = [...(set.keys as Json[]), key];
      }),
    ],
  ],
  'token-discovery-document': [
    ['names the addresses of another environment', configured((url) => url.replace(/[0-9a-f-]{36}/, nobody))],
    ['names an issuer that differs by a slash', configured((url) => `${url}/`, 'issuer')],
    ['names the issuer by its host alone', configured((url) => new URL(url).origin, 'issuer')],
    ['names no address of its keys', configured(() => undefined, 'jwks_uri')],
    ['names no address for tokens', configured(() => undefined, 'token_endpoint')],
    [
      'names addresses without a host',
      configured((url) => new URL(url).pathname, 'token_endpoint', 'jwks_uri'),
    ],
    [
      'names an address for tokens without the environment',
      configured((url) => url.replace(/\/[0-9a-f-]{36}/, ''), 'token_endpoint'),
    ],
    ['demands a token for its configuration', always(configuration, 401, { code: 'ACCESS_FAILED' })],
    ['publishes no configuration', always(configuration, 404, { code: 'NOT_FOUND' })],
  ],
});

function headed(members: Json) {
  return claims(
    (all) => all,
    (header) => ({ ...header, ...members }),
  );
}

function withHeader(token: string, members: Json): string {
  return [encoded({ ...partOf(token, 0), ...members }), ...token.split('.').slice(1)].join('.');
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function signedBySecret(token: string): Promise<string> {
  return new SignJWT({ ...partOf(token, 1) })
    .setProtectedHeader({ ...partOf(token, 0), alg: 'HS256' })
    .sign(Buffer.alloc(32, 's'));
}

function keys(as: (key: Json) => Json) {
  return body(keySet, (set) => {
    set.keys = (set.keys as Json[]).map(as);
  });
}

/** Gives members of the configuration that are addresses, all unless some are named, other ones. */
function configured(as: (url: string) => string | undefined, ...names: readonly string[]) {
  return body(configuration, (document) => {
    for (const [name, url] of Object.entries(document))
      if (typeof url === 'string' && (names.length === 0 || names.includes(name))) document[name] = as(url);
  });
}
