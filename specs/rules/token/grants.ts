import { assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { assertGranted, assertNoToken, granted, mainClient, requestAs, tokenOf } from './tokenRequest.ts';

/** Which grant and which scopes may be asked for (Authorization flow by grant type; Access tokens). */
export const grants: readonly Case[] = [
  {
    title: 'a worker gets a token for client_credentials',
    requirements: ['token-grant-client-credentials'],
    run: async ({ scope }) => {
      const client = await mainClient(scope);
      assertGranted(await requestAs(scope, client, { grant_type: 'client_credentials' }));
    },
  },
  {
    title: 'a request without grant_type is refused',
    requirements: ['token-grant-missing'],
    run: async ({ scope }) => {
      const { client } = await granted(scope);
      const refused = await requestAs(scope, client, { grant_type: undefined });
      assertNoToken(refused, [400], ['invalid_request', 'unsupported_grant_type']);
    },
  },
  ...['unknown', 'Client_Credentials'].map(
    (grant): Case => ({
      title: `the grant type ${grant} is refused`,
      requirements: ['token-grant-unsupported'],
      run: async ({ scope }) => {
        const { client } = await granted(scope);
        const refused = await requestAs(scope, client, { grant_type: grant });
        assertNoToken(refused, [400], ['unsupported_grant_type', 'invalid_request', 'unauthorized_client']);
      },
    }),
  ),
  {
    title: 'a token asked for without a scope has the permissions of the roles',
    requirements: ['token-scope-omitted'],
    run: async ({ scope }) => {
      const exchange = await requestAs(scope, await mainClient(scope), { scope: undefined });
      assertGranted(exchange);
      const token = tokenOf(exchange);
      assertStatus(await scope.api.send({ method: 'GET', to: scope.environment, token }), 200);
    },
  },
  {
    title: 'a scope that nobody granted is refused',
    requirements: ['token-scope-unknown'],
    run: async ({ scope }) => {
      const { client } = await granted(scope);
      const refused = await requestAs(scope, client, { scope: scope.name('scope') });
      assertNoToken(refused, [400], ['invalid_scope']);
    },
  },
];
