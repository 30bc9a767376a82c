import { createPublicKey } from 'node:crypto';
import { isObject, type Json, type JsonObject } from '../json/json.ts';

/**
 * What is wrong with one key of a set of public signing keys, if anything: RFC 7517 section 4 for the members every
 * key may have, RFC 7518 section 6 and RFC 8037 section 2 for those of its type. Keys of types and curves that are
 * not known here pass, as RFC 7517 section 5 has readers ignore them.
 */
export function keyFault(key: Json): string | undefined {
  if (!isObject(key)) return 'must be an object';
  const { kty } = key;
  if (typeof kty !== 'string' || kty === '') return 'must have the text kty';
  if (kty === 'oct') return 'is symmetric, so it is no public key';
  return commonFault(key) ?? typeFault(key, kty);
}

const texts = ['use', 'alg', 'kid', 'x5u', 'x5t', 'x5t#S256'];

/** What a public key of each type needs, and what only a private key has. */
const types = new Map([
  ['RSA', { needed: ['n', 'e'], secret: ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth'] }],
  ['EC', { needed: ['crv', 'x', 'y'], secret: ['d'] }],
  ['OKP', { needed: ['crv', 'x'], secret: ['d'] }],
]);

const curves = new Set(['P-256', 'P-384', 'P-521', 'secp256k1', 'Ed25519', 'Ed448', 'X25519', 'X448']);

function commonFault(key: JsonObject): string | undefined {
  const name = texts.find((one) => key[one] !== undefined && typeof key[one] !== 'string');
  if (name !== undefined) return `has a member ${name} that is no text`;
  for (const list of ['key_ops', 'x5c'])
    if (key[list] !== undefined && !isTextList(key[list]))
      return `has a member ${list} that is no list of texts`;
  const operations = (key.key_ops ?? []) as readonly string[];
  return new Set(operations).size === operations.length ? undefined : 'has the same value in key_ops twice';
}

function typeFault(key: JsonObject, kty: string): string | undefined {
  const type = types.get(kty);
  if (type === undefined) return undefined;
  const missing = type.needed.find((name) => typeof key[name] !== 'string' || key[name] === '');
  if (missing !== undefined) return `of type ${kty} must have the text ${missing}`;
  const secret = type.secret.find((name) => key[name] !== undefined);
  if (secret !== undefined) return `has the member ${secret} of a private key`;
  const garbled = type.needed.find((name) => name !== 'crv' && !isBase64Url(String(key[name])));
  if (garbled !== undefined) return `has a member ${garbled} that is not base64url without padding`;
  return kty === 'RSA' || !curves.has(String(key.crv)) ? undefined : pointFault(key);
}

/** Whether the coordinates have the size of the curve and lie on it. */
function pointFault({ kty, crv, x, y }: JsonObject): string | undefined {
  try {
    createPublicKey({ key: { kty, crv, x, y } as Record<string, string>, format: 'jwk' });
    return undefined;
  } catch {
    return `is no point of the curve ${crv}`;
  }
}

function isBase64Url(text: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(text) && text.length % 4 !== 1;
}

function isTextList(value: Json | undefined): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
