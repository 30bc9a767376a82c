import { type OAuthFault, oauthFaults } from './oauthError.ts';

/** How an application authenticates, under the names of its tokenEndpointAuthMethod. */
export type AuthenticationMethod = 'CLIENT_SECRET_BASIC' | 'CLIENT_SECRET_POST';

/** What a client presented, and how. `secrets` are the readings of what it sent, of which one must be right. */
export type Credentials = {
  readonly method: AuthenticationMethod;
  readonly clientId: string;
  readonly secrets: readonly string[];
};

/**
 * Reads the credentials of a token request. With an Authorization header, the header alone counts (facts 1).
 * @returns the fault when there are none
 */
export function readCredentials(
  header: string | undefined,
  form: ReadonlyMap<string, string>,
): Credentials | OAuthFault {
  if (header !== undefined) return fromHeader(header);
  const clientId = form.get('client_id');
  const secret = form.get('client_secret');
  if (clientId === undefined || secret === undefined) return oauthFaults.missingCredentials;
  return { method: 'CLIENT_SECRET_POST', clientId, secrets: [secret] };
}

function fromHeader(header: string): Credentials | OAuthFault {
  const match = /^Basic +([A-Za-z0-9+/_-]+={0,2})$/i.exec(header);
  if (match?.[1] === undefined) return oauthFaults.missingCredentials;
  const text = Buffer.from(match[1], 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return oauthFaults.missingCredentials;
  const secret = text.slice(colon + 1);
  // clients differ: RFC 6749 has both parts form-encoded, many send them as they are
  const secrets = [secret, formDecoded(secret)];
  return { method: 'CLIENT_SECRET_BASIC', clientId: formDecoded(text.slice(0, colon)), secrets };
}

function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
