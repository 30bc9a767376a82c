import { assert } from '../../../fixtures/assertions.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { keepSecret } from '../../../fixtures/redaction.ts';
import type { Credentials } from '../../../fixtures/run.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { type AuthenticationMethod, basic, sendForm, signIn } from '../../../fixtures/token.ts';

/** An application and where and how it asks for its tokens. */
export type Client = {
  readonly environmentId: string;
  readonly credentials: Credentials;
  readonly method: AuthenticationMethod;
};

/** The error codes of RFC 6749, 5.2. */
export const OAUTH_ERRORS: readonly string[] = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
];

/** Path of the token endpoint of an environment. */
export function tokenPath(environmentId: string): string {
  return `/${environmentId}/as/token`;
}

/**
 * The worker of the run, with the method that its application is set to.
 * @throws Blocked when the run has no credentials
 */
export async function mainClient(scope: Scope): Promise<Client> {
  const { client: credentials, adminEnvironmentId: environmentId } = scope.target;
  if (credentials === undefined) throw new Blocked('no credentials were given');
  const { method } = await signIn(scope.auth, environmentId, credentials);
  return { environmentId, credentials, method };
}

/**
 * Sends a token request in the client's own method.
 * @param parameters members of the form to set, or, when undefined, to leave out
 * @param to the path, when it is not the one of the client's environment
 */
export function requestAs(
  scope: Scope,
  client: Client,
  parameters: Readonly<Record<string, string | undefined>> = {},
  to = tokenPath(client.environmentId),
): Promise<Exchange> {
  keepSecret(client.credentials.secret, '$PINGONE_CLIENT_SECRET');
  const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' };
  const form: Record<string, string | undefined> = { grant_type: 'client_credentials' };
  if (client.method === 'CLIENT_SECRET_BASIC') headers.authorization = basic(client.credentials);
  else Object.assign(form, { client_id: client.credentials.id, client_secret: client.credentials.secret });
  return sendForm(scope.auth, to, formOf({ ...form, ...parameters }), headers);
}

/** A form without the members that are undefined. */
export function formOf(members: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(members)) if (value !== undefined) form.set(name, value);
  return form;
}

/** A successful answer to the worker of the run. @throws Blocked when there is no token in the answer */
export async function granted(scope: Scope): Promise<{ client: Client; exchange: Exchange; token: string }> {
  const client = await mainClient(scope);
  const exchange = await requestAs(scope, client);
  return { client, exchange, token: tokenOf(exchange) };
}

/** The token of an answer. @throws Blocked when there is none */
export function tokenOf(exchange: Exchange): string {
  const token = at(exchange.json, 'access_token');
  if (typeof token !== 'string')
    throw new Blocked(`no access token could be had: ${describeExchange(exchange)}`);
  return token;
}

/** Demands an answer 200 with a token. */
export function assertGranted(exchange: Exchange): void {
  const token = at(exchange.json, 'access_token');
  assert(
    exchange.status === 200 && typeof token === 'string' && token !== '',
    `${describeExchange(exchange)} to a token request that is in order`,
    {
      expected: 'status 200 with an access_token',
      received: `status ${exchange.status} ${exchange.text}`,
      exchange,
    },
    assertGranted,
  );
}

/**
 * Demands that a token request was refused: no token in the answer, one of the statuses and, where the
 * requirement names them, one of the OAuth error codes (RFC 6749, 5.2).
 */
export function assertNoToken(
  exchange: Exchange,
  statuses: readonly number[],
  errors?: readonly string[],
): void {
  const issued = at(exchange.json, 'access_token');
  if (typeof issued === 'string') keepSecret(issued, '$PINGONE_TOKEN');
  const error = at(exchange.json, 'error');
  assert(
    statuses.includes(exchange.status) && !exchange.text.includes('"access_token"'),
    `${describeExchange(exchange)} to a token request that has to be refused`,
    {
      expected: `status ${statuses.join(' or ')} without a token`,
      received: `status ${exchange.status} ${exchange.text}`,
      exchange,
    },
    assertNoToken,
  );
  assert(
    errors === undefined || errors.includes(String(error)),
    `${describeExchange(exchange)} with error ${String(error)}`,
    { expected: `error ${errors?.join(' or ')}`, received: exchange.text, exchange },
    assertNoToken,
  );
}
