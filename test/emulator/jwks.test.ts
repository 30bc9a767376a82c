import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Faults } from '../../emulator/validation/faults.ts';
import { jwks } from '../../emulator/validation/jwks.ts';
import type { Json } from './session.ts';

const codesOf = (value: Json) => {
  const faults: Faults = [];
  jwks(value, 'jwks', faults);
  return faults.map(({ code }) => code);
};
const setOf = (...keys: Json[]) => JSON.stringify({ keys });

const pair = (curve: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: curve });
  return [publicKey.export({ format: 'jwk' }), privateKey.export({ format: 'jwk' })] as const;
};
const [p256, p256Private] = pair('P-256');
const [p521] = pair('P-521');
const { publicKey: ed, privateKey: edPrivate } = generateKeyPairSync('ed25519');
const ed25519 = ed.export({ format: 'jwk' });
const { publicKey: big, privateKey: bigPrivate } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const rsa = big.export({ format: 'jwk' });
const named = { kid: 'one', use: 'sig', alg: 'RS256', key_ops: ['verify'] };

describe('a key set', () => {
  test.each<[string, string]>([
    ['an RSA key', setOf(rsa)],
    ['an RSA key with the members any key may have', setOf({ ...rsa, ...named, x5t: 'a', x5c: ['MIIB'] })],
    ['EC keys', setOf(p256, p521)],
    ['an OKP key', setOf(ed25519)],
    ['keys of several types and one name', setOf({ ...rsa, kid: 'one' }, { ...p256, kid: 'one' })],
    ['keys without a name', setOf(rsa, rsa)],
    ['members of its own', setOf({ ...rsa, 'urn:example:owner': { a: 1 } })],
    ['a key of a type that nobody knows', setOf({ kty: 'AKP', pub: 1 })],
    ['a key on a curve that nobody knows', setOf({ kty: 'EC', crv: 'BP-256', x: 'AA', y: 'AA' })],
    ['no keys', setOf()],
    ['other members beside keys', JSON.stringify({ issuer: 'x', keys: [rsa] })],
  ])('may have %s', (_what, text) => {
    expect(codesOf(text)).toEqual([]);
  });

  test.each<[string, Json]>([
    ['no text', { keys: [] }],
    ['no JSON', 'not json'],
    ['JSON that breaks off', '{"keys":'],
    ['an empty object', '{}'],
    ['a list', '[]'],
    ['an object of keys', '{"keys":{}}'],
    ['a text of keys', '{"keys":"a"}'],
    ['keys twice', '{"keys":[],"keys":[]}'],
    ['a key that is no object', setOf('a')],
    ['a key without type', setOf({})],
    ['a type that is no text', setOf({ ...rsa, kty: 1 })],
    ['an empty type', setOf({ ...rsa, kty: '' })],
    ['an RSA key without modulus', setOf({ ...rsa, n: undefined })],
    ['an RSA key without exponent', setOf({ ...rsa, e: undefined })],
    ['an RSA key with a number as exponent', setOf({ ...rsa, e: 65537 })],
    ['a modulus with padding', setOf({ ...rsa, n: 'AQAB==' })],
    ['a modulus of one character', setOf({ ...rsa, n: 'A' })],
    ['a modulus of other characters', setOf({ ...rsa, n: 'AQ+B' })],
    ['an EC key without curve', setOf({ ...p256, crv: undefined })],
    ['an EC key without x', setOf({ ...p256, x: undefined })],
    ['an EC key without y', setOf({ ...p256, y: undefined })],
    ['an EC key on another curve', setOf({ ...p256, crv: 'P-384' })],
    ['an EC key beside the curve', setOf({ ...p256, y: p256.x })],
    ['an OKP key without x', setOf({ ...ed25519, x: undefined })],
    ['a short OKP key', setOf({ ...ed25519, x: 'AQAB' })],
    ['a private RSA key', setOf(bigPrivate.export({ format: 'jwk' }))],
    ['a private EC key', setOf(p256Private)],
    ['a private OKP key', setOf(edPrivate.export({ format: 'jwk' }))],
    ['a symmetric key', setOf({ kty: 'oct', k: 'AQAB' })],
    ['a name that is no text', setOf({ ...rsa, kid: 1 })],
    ['a use that is no text', setOf({ ...rsa, use: ['sig'] })],
    ['operations that are no list', setOf({ ...rsa, key_ops: 'verify' })],
    ['an operation twice', setOf({ ...rsa, key_ops: ['verify', 'verify'] })],
    ['a chain that is no list', setOf({ ...rsa, x5c: 'MIIB' })],
    ['two keys of one type and name', setOf({ ...rsa, kid: 'one' }, { ...rsa, kid: 'one' })],
    ['a bad key behind a good one', setOf(rsa, { kty: 'RSA' })],
  ])('may not be or have %s', (_what, value) => {
    expect(codesOf(value)).toEqual(['INVALID_VALUE']);
  });

  test('has at most 16 kB', () => {
    const around = setOf({ ...rsa, kid: '' }).length;
    const padded = (bytes: number, filler = 'k') =>
      setOf({ ...rsa, kid: filler.repeat((bytes - around) / Buffer.byteLength(filler)) });
    expect(codesOf(padded(16384))).toEqual([]);
    expect(codesOf(padded(16385))).toEqual(['SIZE_LIMIT_EXCEEDED']);
    expect(codesOf(padded(16900, 'ü'))).toEqual(['SIZE_LIMIT_EXCEEDED']);
    expect(codesOf('')).toEqual(['EMPTY_VALUE']);
  });
});
