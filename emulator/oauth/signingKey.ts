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

/**
 * The key of this process, for those that cannot wait for it.
 * @throws Error when it was never asked for; an emulator asks before it listens
 */
export function presentKey(): SigningKey {
  if (present === undefined) throw new Error('There is no signing key yet: await signingKey() first.');
  return present;
}

let key: Promise<SigningKey> | undefined;
let present: SigningKey | undefined;

async function generate(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', {
    modulusLength: 2048,
    extractable: true,
  });
  const id = randomUUID();
  const { kty, n, e } = await exportJWK(publicKey);
  present = { id, privateKey, publicKey, publicJwk: { kty, use: 'sig', alg: 'RS256', kid: id, n, e } };
  return present;
}
