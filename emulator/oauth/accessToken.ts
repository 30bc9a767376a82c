import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { SigningKey } from './signingKey.ts';

/** How long a token of a worker lives, in seconds (facts 1). */
export const lifetimeSeconds = 3600;

/** What a verified token says. */
export type Grant = {
  readonly clientId: string;
  readonly environmentId: string;
  /** end of life in milliseconds since 1970 */
  readonly expiresAtMs: number;
};

/**
 * Issues a token to an application: RS256, with the claims of facts 1 and neither `sub` nor `scope`.
 * @param issuer address of the environment's authorization server
 */
export function issueToken(
  key: SigningKey,
  issuer: string,
  audience: string,
  holder: { readonly clientId: string; readonly environmentId: string; readonly organizationId: string },
): Promise<string> {
  const issuedAt = Math.floor(Date.now() / 1000);
  return new SignJWT({ client_id: holder.clientId, env: holder.environmentId, org: holder.organizationId })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.id })
    .setIssuer(issuer)
    .setAudience([audience])
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .setJti(randomUUID())
    .sign(key.privateKey);
}

/** Checks a token that was not seen before; undefined when it is not one of ours or is no longer valid. */
export async function verifyToken(key: SigningKey, token: string): Promise<Grant | undefined> {
  if (!isCanonical(token)) return undefined;
  try {
    const { payload } = await jwtVerify(token, key.publicKey, { algorithms: ['RS256'] });
    const { client_id: clientId, env: environmentId, exp } = payload;
    if (typeof clientId !== 'string' || typeof environmentId !== 'string' || exp === undefined)
      return undefined;
    return { clientId, environmentId, expiresAtMs: exp * 1000 };
  } catch {
    return undefined;
  }
}

/** Base64url leaves bits of the last character unused; a token in which they are set was altered. */
function isCanonical(token: string): boolean {
  return token.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
}
