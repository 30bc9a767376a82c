import { randomUUID } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair } from 'jose';

/** The key that signs and checks access tokens, and its public half as a JWK. */
export type SigningKey = {
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly publicJwk: { readonly [member: string]: unknown };
};

/** The key of this process, made when it is first asked for. */
export function signingKey(): Promise<SigningKey> {
  key ??= generate();
  return key;
}

let key: Promise<SigningKey> | undefined;

async function generate(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', {
    modulusLength: 2048,
    extractable: true,
  });
  const id = randomUUID();
  const { kty, n, e } = await exportJWK(publicKey);
  return { id, privateKey, publicKey, publicJwk: { kty, use: 'sig', alg: 'RS256', kid: id, n, e } };
}
