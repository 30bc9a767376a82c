import { KeyObject, sign } from 'node:crypto';
import { presentKey } from './signingKey.ts';

/** Signs the claims of a gateway credential as a JWT with RS256, by the key that access tokens are signed with. */
export function issueCredential(claims: { readonly [claim: string]: unknown }): string {
  const key = presentKey();
  const content = `${encode({ alg: 'RS256', kid: key.id })}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(content), KeyObject.from(key.privateKey));
  return `${content}.${signature.toString('base64url')}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
