import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { describeExchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { basic, sendForm } from '../../../fixtures/token.ts';
import {
  assertGranted,
  assertNoToken,
  type Client,
  formOf,
  granted,
  mainClient,
  OAUTH_ERRORS,
  requestAs,
  tokenOf,
  tokenPath,
} from './tokenRequest.ts';

/** Where the token endpoint is and what it reads (Authentication; Access tokens). */
export const endpoint: readonly Case[] = [
  {
    title: 'the token path of an environment issues tokens that the API accepts',
    requirements: ['token-path'],
    run: async ({ scope }) => {
      const exchange = await requestAs(scope, await mainClient(scope));
      assertGranted(exchange);
      const token = tokenOf(exchange);
      assertStatus(await scope.api.send({ method: 'GET', to: scope.environment, token }), 200);
    },
  },
  {
    title: 'the token path without an environment issues nothing for a wrong secret',
    requirements: ['token-path-without-environment'],
    run: async ({ scope }) => {
      const client = await mainClient(scope);
      const right = await requestAs(scope, client, {}, '/as/token');
      assert(right.status === 200 || isClientError(right.status), describeExchange(right), {
        expected: 'a token or a refusal with a 4xx status',
        received: `status ${right.status}`,
        exchange: right,
      });
      scope.observe(
        'reading',
        'token-path-without-environment',
        right.status === 200 ? 'served' : 'not served',
      );
      const wrong = await requestAs(scope, withSecret(client, scope.name('wrong-secret')), {}, '/as/token');
      assertNoToken(wrong, CLIENT_ERRORS);
    },
  },
  {
    title: 'a token of the authorization server opens the API at its own address',
    requirements: ['token-separate-host'],
    run: async ({ scope }) => {
      const { token, exchange } = await granted(scope);
      const isApart = new URL(scope.target.authUrl).host !== new URL(scope.target.apiUrl).host;
      scope.observe(
        'address',
        'token-separate-host',
        isApart ? 'on a host or port of its own' : 'beside the API',
      );
      assertGranted(exchange);
      assertStatus(await scope.api.send({ method: 'GET', to: '/environments', token }), 200);
    },
  },
  {
    title: 'a GET with the parameters in its query gets no token',
    requirements: ['token-post-only'],
    run: async ({ scope }) => {
      const { client } = await granted(scope);
      const { id, secret } = client.credentials;
      const form = formOf({ grant_type: 'client_credentials', client_id: id, client_secret: secret });
      const to = tokenPath(client.environmentId);
      const authorization = basic(client.credentials);
      assertNoToken(await scope.auth.send({ method: 'GET', to: `${to}?${form}` }), [400, 404, 405]);
      const query = `${to}?grant_type=client_credentials`;
      assertNoToken(
        await scope.auth.send({ method: 'GET', to: query, headers: { authorization } }),
        [400, 404, 405],
      );
    },
  },
  {
    title: 'a PUT with the parameters in its body gets no token',
    requirements: ['token-post-only'],
    run: async ({ scope }) => {
      const { client } = await granted(scope);
      const { id, secret } = client.credentials;
      const form = formOf({ grant_type: 'client_credentials', client_id: id, client_secret: secret });
      const headers = { 'content-type': FORM };
      const to = tokenPath(client.environmentId);
      const put = { method: 'PUT', to, headers };
      assertNoToken(await scope.auth.send({ ...put, body: form.toString() }), [400, 404, 405]);
      const withHeader = { ...headers, authorization: basic(client.credentials) };
      const body = 'grant_type=client_credentials';
      assertNoToken(await scope.auth.send({ ...put, headers: withHeader, body }), [400, 404, 405]);
    },
  },
  {
    title: 'a form is read with and without a charset parameter',
    requirements: ['token-form-encoded'],
    run: async ({ scope }) => {
      const { environmentId, credentials, method } = await mainClient(scope);
      for (const type of [FORM, `${FORM}; charset=UTF-8`, `${FORM};charset=utf-8`]) {
        const inHeader = method === 'CLIENT_SECRET_BASIC';
        const form = formOf({
          grant_type: 'client_credentials',
          ...(inHeader ? {} : { client_id: credentials.id, client_secret: credentials.secret }),
        });
        const headers = { 'content-type': type, ...(inHeader ? { authorization: basic(credentials) } : {}) };
        assertGranted(await sendForm(scope.auth, tokenPath(environmentId), form, headers));
      }
    },
  },
  {
    title: 'a JSON body gets no token',
    requirements: ['token-json-body-refused'],
    run: async ({ scope }) => {
      const { client } = await granted(scope);
      const { id, secret } = client.credentials;
      const to = tokenPath(client.environmentId);
      const authorization = basic(client.credentials);
      const json = { grant_type: 'client_credentials' };
      const withHeader = await scope.auth.send({ method: 'POST', to, headers: { authorization }, json });
      assertNoToken(withHeader, [400, 401, 415]);
      const inBody = { ...json, client_id: id, client_secret: secret };
      assertNoToken(await scope.auth.send({ method: 'POST', to, json: inBody }), [400, 401, 415]);
    },
  },
  {
    title: 'the token path of an environment that does not exist issues nothing',
    requirements: ['token-unknown-environment'],
    run: async ({ scope }) => {
      const { client } = await granted(scope);
      assertNoToken(await requestAs(scope, client, {}, tokenPath(scope.unknownId())), CLIENT_ERRORS);
    },
  },
  {
    title: 'the token path of another environment issues nothing',
    requirements: ['token-wrong-environment'],
    run: async ({ scope }) => {
      const { client } = await granted(scope);
      const { environmentId, secondEnvironmentId } = scope.target;
      const other = [secondEnvironmentId, environmentId].find((id) => id !== client.environmentId);
      if (other === undefined) throw new Blocked('every known environment is the one of the worker');
      const refused = await requestAs(scope, client, {}, tokenPath(other));
      assertNoToken(refused, [400, 401, 404], refused.status === 404 ? undefined : OAUTH_ERRORS);
    },
  },
];

const FORM = 'application/x-www-form-urlencoded';

/** Every status of the class of client errors. */
const CLIENT_ERRORS = Array.from({ length: 100 }, (_, index) => 400 + index);

function isClientError(status: number): boolean {
  return CLIENT_ERRORS.includes(status);
}

function withSecret(client: Client, secret: string): Client {
  return { ...client, credentials: { id: client.credentials.id, secret } };
}
