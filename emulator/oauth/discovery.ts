import type { Answer } from '../http/answer.ts';
import { plainJson } from '../http/headers.ts';
import type { SigningKey } from './signingKey.ts';

/** The public key of the tokens, as a key set (RFC 7517). */
export function keySet(key: SigningKey): Answer {
  return { status: 200, body: { keys: [key.publicJwk] }, mediaType: plainJson };
}

/** The OpenID provider configuration of an environment, with what the emulator serves of it. */
export function providerConfiguration(issuer: string): Answer {
  return {
    status: 200,
    mediaType: plainJson,
    body: {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      grant_types_supported: ['client_credentials'],
      response_types_supported: ['none'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    },
  };
}
