import { addressesOf } from '../../../fixtures/addresses.ts';
import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import { payloadOf } from '../token/jwt.ts';
import { granted } from '../token/tokenRequest.ts';
import { assertResolved } from './resolved.ts';

/** What each of the four addresses is for, and what answers there (Authorize reference, Domains and variables). */
export const services: readonly Case[] = [
  {
    title: 'the management API is addressed with its version segment, and answers there',
    requirements: ['regions-api-path'],
    run: async ({ scope }) => {
      assertResolved('apiPath', addressesOf({ tld: 'eu' }).apiPath, 'https://api.pingone.eu/v1');
      const exchange = await scope.api.get(scope.environment);
      assertResolved(
        'the URL of an environment',
        exchange.request.url,
        `${scope.target.apiUrl}/environments/${scope.target.environmentId}`,
      );
      assertStatus(exchange, 200);
    },
  },
  {
    title: 'the version segment stands in the address once, whether it was written or not',
    requirements: ['regions-api-path-version-once'],
    run: async ({ scope }) => {
      const bare = scope.target.apiUrl.replace(/\/v1$/, '');
      for (const apiPath of [bare, `${bare}/`, `${bare}/v1`, `${bare}/v1/`])
        assertResolved(`apiPath ${apiPath}`, addressesOf({ apiPath }).apiPath, `${bare}/v1`);
      assertStatus(await scope.api.get(scope.environment), 200);
    },
  },
  {
    title: 'tokens are requested of the authorization server, without a version segment',
    requirements: ['regions-auth-path'],
    run: async ({ scope }) => {
      assertResolved('authPath', addressesOf({ tld: 'asia' }).authPath, 'https://auth.pingone.asia');
      const { exchange } = await granted(scope);
      const { authUrl, adminEnvironmentId } = scope.target;
      assertResolved('the token URL', exchange.request.url, `${authUrl}/${adminEnvironmentId}/as/token`);
      assertStatus(exchange, 200);
    },
  },
  {
    title: 'the DaVinci management API is addressed with its version segment',
    requirements: ['regions-orchestrate-path'],
    run: async () => {
      const { orchestratePath } = addressesOf({ tld: 'ca' });
      assertResolved('orchestratePath', orchestratePath, 'https://orchestrate-api.pingone.ca/v1');
    },
  },
  {
    title: 'the SCIM service is addressed without a version segment',
    requirements: ['regions-scim-path'],
    run: async () => {
      assertResolved('scimPath', addressesOf({ tld: 'sg' }).scimPath, 'https://scim-api.pingone.sg');
    },
  },
  {
    title: 'users are read below the address of the management API',
    requirements: ['regions-api-host-serves-management'],
    run: async ({ scope }) => {
      assertStatus(await scope.api.get(`${scope.environment}/users?limit=1`), 200);
      const slashed = await scope.api.get(`${scope.environment}/users/?limit=1`);
      assertStatus(slashed, 200, 404);
      scope.observe('reading', 'GET users/', `a path with a final slash answers ${slashed.status}`);
    },
  },
  {
    title: 'the issuer of a token lies on the authorization server that gave it',
    requirements: ['regions-token-issuer-of-region'],
    run: async ({ scope }) => {
      const { exchange, token } = await granted(scope);
      const iss = at(payloadOf(token), 'iss');
      const host = URL.canParse(String(iss)) ? new URL(String(iss)).host : undefined;
      const expected = new URL(scope.target.authUrl).host;
      assert(host === expected, `${describeExchange(exchange)}: the issuer of the token is another host`, {
        expected: `an issuer at ${expected}`,
        received: `issuer ${String(iss)}`,
        exchange,
      });
    },
  },
  {
    title: 'a path without the environment names nothing',
    requirements: ['regions-environment-id-in-path'],
    run: async ({ scope }) => {
      assertStatus(await scope.api.get(`${scope.environment}/populations`), 200);
      assertStatus(await scope.api.get('/populations'), 403, 404, 405);
    },
  },
];
