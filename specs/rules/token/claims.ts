import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, type Exchange } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { payloadOf } from './jwt.ts';
import { type Client, granted } from './tokenRequest.ts';

type Context = { readonly scope: Scope; readonly client: Client; readonly exchange: Exchange };

/** What the payload of a worker's token has to say, claim by claim. */
type Claim = {
  readonly row: string;
  readonly title: string;
  readonly expected: (context: Context) => string;
  readonly holds: (claims: Readonly<Record<string, unknown>>, context: Context) => boolean;
};

const FIVE_MINUTES_MS = 300_000;

const table: readonly Claim[] = [
  {
    row: 'token-claim-client-id',
    title: 'client_id is the application that asked',
    expected: ({ client }) => `client_id ${client.credentials.id}`,
    holds: ({ client_id }, { client }) => client_id === client.credentials.id,
  },
  {
    row: 'token-claim-issuer',
    title: 'iss is the authorization server of the environment',
    expected: ({ scope, client }) => `iss ${scope.target.authUrl}/${client.environmentId}/as`,
    holds: ({ iss }, { scope, client }) => iss === `${scope.target.authUrl}/${client.environmentId}/as`,
  },
  {
    row: 'token-claim-audience',
    title: 'aud names what the token is for',
    expected: () => 'aud, a non-empty string or an array of such',
    holds: ({ aud }) => {
      const all: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
      return all.length > 0 && all.every((one) => typeof one === 'string' && one !== '');
    },
  },
  {
    row: 'token-claim-times',
    title: 'iat and exp are seconds and agree with expires_in',
    expected: () => 'integers, exp later than iat by expires_in, iat within five minutes of the exchange',
    holds: ({ iat, exp }, { exchange }) =>
      Number.isInteger(iat) &&
      Number.isInteger(exp) &&
      Number(exp) - Number(iat) === at(exchange.json, 'expires_in') &&
      Math.abs(Number(iat) * 1000 - exchange.sentAtMs) <= FIVE_MINUTES_MS,
  },
  {
    row: 'token-claim-environment-organization',
    title: 'env is the environment of the token path',
    expected: ({ client }) => `env ${client.environmentId}`,
    holds: ({ env }, { client }) => env === client.environmentId,
  },
  {
    row: 'token-claim-environment-organization',
    title: 'org is the organization',
    expected: ({ scope }) => `org ${scope.target.organizationId ?? 'of the environment'}`,
    holds: ({ org }, { scope }) => org !== undefined && org === (scope.target.organizationId ?? org),
  },
  {
    row: 'token-claim-no-user',
    title: 'sub, sid, auth_time and acr are absent',
    expected: () => 'no claim of a user who signed on',
    holds: (claims) => ['sub', 'sid', 'auth_time', 'acr'].every((name) => claims[name] === undefined),
  },
  {
    row: 'token-claim-scope-empty',
    title: 'scope is absent or empty',
    expected: () => 'no scope',
    holds: ({ scope }) => scope === undefined || scope === '' || (Array.isArray(scope) && scope.length === 0),
  },
  {
    row: 'token-claim-no-roles',
    title: 'no claim names roles or permissions',
    expected: () => 'no claim with role or permission in its name',
    holds: (claims) => !Object.keys(claims).some((name) => /role|permission/i.test(name)),
  },
];

/** The claims of a worker's token (Access tokens and ID tokens, access token claims). */
export const claims: readonly Case[] = table.map(({ row, title, expected, holds }) => ({
  title: `in the payload of a worker's token, ${title}`,
  requirements: [row],
  run: async ({ scope }) => {
    const { client, exchange, token } = await granted(scope);
    const payload = (payloadOf(token) ?? {}) as Record<string, unknown>;
    const context = { scope, client, exchange };
    assert(holds(payload, context), `a claim of the token is not what was promised: ${title}`, {
      expected: expected(context),
      received: payload,
      exchange,
    });
  },
}));
