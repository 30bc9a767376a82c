import { randomUUID } from 'node:crypto';
import type { Answer } from '../http/answer.ts';
import type { ApiError } from '../http/errors.ts';
import { plainJson } from '../http/headers.ts';

/** A refused token request: the OAuth error code, a description without correlation id, and the status. */
export type OAuthFault = {
  readonly status: 400 | 401 | 415;
  readonly error: string;
  readonly description: string;
};

/** The refusals of the token endpoint (facts 1; RFC 6749, 5.2, where the vendor gives none). */
export const oauthFaults = {
  invalidCredentials: {
    status: 401,
    error: 'invalid_client',
    description: 'Request denied: Invalid client credentials',
  },
  unsupportedMethod: {
    status: 401,
    error: 'invalid_client',
    description: 'Request denied: Unsupported authentication method',
  },
  missingCredentials: {
    status: 401,
    error: 'invalid_client',
    description: 'Request denied: Missing client credentials',
  },
  disabledClient: {
    status: 401,
    error: 'invalid_client',
    description: 'Request denied: The application is disabled',
  },
  withoutRoles: {
    status: 400,
    error: 'unauthorized_client',
    description: 'Request denied: The application has no role',
  },
  grantNotConfigured: {
    status: 400,
    error: 'unauthorized_client',
    description: 'Request denied: The grant type is not configured for the application',
  },
  unsupportedGrant: {
    status: 400,
    error: 'unsupported_grant_type',
    description: 'Request denied: Unsupported grant type',
  },
  invalidScope: {
    status: 400,
    error: 'invalid_scope',
    description: 'Request denied: May not request the scope',
  },
  missingGrant: {
    status: 400,
    error: 'invalid_request',
    description: 'Request denied: grant_type is required',
  },
  malformed: {
    status: 400,
    error: 'invalid_request',
    description: 'Request denied: The form cannot be read',
  },
  repeated: {
    status: 400,
    error: 'invalid_request',
    description: 'Request denied: A parameter occurs twice',
  },
  unknownEnvironment: {
    status: 400,
    error: 'invalid_request',
    description: 'Request denied: Unable to find environment',
  },
  unsupportedMediaType: {
    status: 415,
    error: 'invalid_request',
    description: 'Request denied: The body must be application/x-www-form-urlencoded',
  },
} as const satisfies { readonly [name: string]: OAuthFault };

/** A refusal as an answer; its description ends with a correlation id of its own (facts 1). */
export function oauthAnswer({ status, error, description }: OAuthFault): Answer {
  const correlated = `${description} (Correlation ID: ${randomUUID()})`;
  return { status, body: { error, error_description: correlated }, mediaType: plainJson };
}

/** What was refused before the token endpoint saw it, in its form; undefined for what is no token request at all. */
export function oauthRefusal({ status }: ApiError): Answer | undefined {
  switch (status) {
    case 400:
      return oauthAnswer(oauthFaults.malformed);
    case 404:
      return oauthAnswer(oauthFaults.unknownEnvironment);
    case 415:
      return oauthAnswer(oauthFaults.unsupportedMediaType);
    default:
      return undefined;
  }
}
