import { assert } from '../../../fixtures/assertions.ts';
import { whyUnjudged } from '../../../fixtures/capabilities.ts';
import type { Case } from '../../../fixtures/case.ts';
import { describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { type AuthenticationMethod, basic, sendForm } from '../../../fixtures/token.ts';
import { createWorker } from '../../../resources/workers.ts';
import {
  assertGranted,
  assertNoToken,
  type Client,
  formOf,
  granted,
  mainClient,
  requestAs,
  tokenPath,
} from './tokenRequest.ts';

const METHODS: readonly AuthenticationMethod[] = ['CLIENT_SECRET_BASIC', 'CLIENT_SECRET_POST'];

/** How a client proves who it is (Authentication; Applications, tokenEndpointAuthMethod). */
export const clients: readonly Case[] = [
  {
    title: 'a client set to Basic gets a token with its credentials in the header',
    requirements: ['token-auth-basic'],
    run: async ({ scope }) =>
      assertGranted(await firstToken(scope, await clientOf(scope, 'CLIENT_SECRET_BASIC'))),
  },
  {
    title: 'a client set to POST gets a token with its credentials in the form',
    requirements: ['token-auth-post'],
    run: async ({ scope }) =>
      assertGranted(await firstToken(scope, await clientOf(scope, 'CLIENT_SECRET_POST'))),
  },
  ...METHODS.map(
    (method): Case => ({
      title: `a client set to ${method} is refused in the other method`,
      requirements: ['token-auth-method-of-application'],
      run: async ({ scope }) => {
        const client = await clientOf(scope, method);
        assertGranted(await firstToken(scope, client));
        const other = METHODS.find((one) => one !== method) ?? method;
        assertNoToken(await requestAs(scope, { ...client, method: other }), [400, 401], ['invalid_client']);
      },
    }),
  ),
  {
    title: 'a right header with a wrong secret in the form is judged by the header or refused',
    requirements: ['token-auth-basic-without-body-credentials'],
    run: async ({ scope }) => {
      const client = await mainClient(scope);
      const exchange = await twice(scope, client, client.credentials.secret, scope.name('wrong-secret'));
      if (exchange.status !== 200) assertNoToken(exchange, [400, 401]);
      else assertGranted(exchange);
    },
  },
  {
    title: 'a wrong header is not made good by a right secret in the form',
    requirements: ['token-auth-basic-without-body-credentials'],
    run: async ({ scope }) => {
      const { client } = await granted(scope);
      const exchange = await twice(scope, client, scope.name('wrong-secret'), client.credentials.secret);
      assertNoToken(exchange, [400, 401]);
    },
  },
  {
    title: 'a wrong secret gets no token',
    requirements: ['token-wrong-secret'],
    run: async ({ scope }) => {
      const { client } = await granted(scope);
      const wrong = { id: client.credentials.id, secret: scope.name('wrong-secret') };
      assertNoToken(
        await requestAs(scope, { ...client, credentials: wrong }),
        [400, 401],
        ['invalid_client'],
      );
    },
  },
  {
    title: 'a secret that is almost the right one gets no token',
    requirements: ['token-wrong-secret'],
    run: async ({ scope }) => {
      const { client } = await granted(scope);
      const { id, secret } = client.credentials;
      for (const wrong of almost(secret)) {
        const credentials = { id, secret: wrong };
        assertNoToken(await requestAs(scope, { ...client, credentials }), [400, 401], ['invalid_client']);
      }
    },
  },
  {
    title: 'an unknown client gets no token',
    requirements: ['token-unknown-client'],
    run: async ({ scope }) => {
      const { client } = await granted(scope);
      for (const method of METHODS) {
        const credentials = { id: scope.unknownId(), secret: client.credentials.secret };
        assertNoToken(
          await requestAs(scope, { ...client, credentials, method }),
          [400, 401],
          ['invalid_client'],
        );
      }
    },
  },
  {
    title: 'a request without credentials gets no token',
    requirements: ['token-missing-credentials'],
    run: async ({ scope }) => {
      const { client } = await granted(scope);
      const form = formOf({ grant_type: 'client_credentials' });
      const exchange = await sendForm(scope.auth, tokenPath(client.environmentId), form, FORM);
      assertNoToken(exchange, [400, 401], ['invalid_client', 'invalid_request']);
    },
  },
  {
    title: 'a client id without its secret gets no token',
    requirements: ['token-missing-credentials'],
    run: async ({ scope }) => {
      const { client } = await granted(scope);
      const { id } = client.credentials;
      const to = tokenPath(client.environmentId);
      const refused = ['invalid_client', 'invalid_request'];
      const inForm = formOf({ grant_type: 'client_credentials', client_id: id });
      assertNoToken(await sendForm(scope.auth, to, inForm, FORM), [400, 401], refused);
      const header = { ...FORM, authorization: basic({ id, secret: '' }) };
      const form = formOf({ grant_type: 'client_credentials' });
      assertNoToken(await sendForm(scope.auth, to, form, header), [400, 401], refused);
    },
  },
];

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** A longer secret, a shorter one, and one in other letter case, where it has letters. */
function almost(secret: string): readonly string[] {
  const swapped = [...secret].map((one) =>
    one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase(),
  );
  return [`${secret}a`, secret.slice(0, -1), swapped.join('')].filter((one) => one !== secret);
}

/** A new application takes a while to be known to the authorization server (facts 0.10). */
const ISSUE_LIMIT_MS = 30_000;

/** A client of a method: one made for the case, or the main one when that happens to be set so. */
async function clientOf(scope: Scope, method: AuthenticationMethod): Promise<Client> {
  if (whyUnjudged(scope.target, 'worker-application-creation') === undefined) {
    const worker = await createWorker(scope, {
      tokenEndpointAuthMethod: method,
      assignActorRoles: undefined,
    });
    return { ...worker, method };
  }
  const main = await mainClient(scope);
  if (main.method === method) return main;
  throw new Blocked(`no application is set to ${method}, and none can be created`);
}

/** The first token of a client that may be new. */
function firstToken(scope: Scope, client: Client): Promise<Exchange> {
  return settled(
    scope,
    ISSUE_LIMIT_MS,
    () => requestAs(scope, client),
    ({ status }) => status === 200,
  );
}

/** A request with one secret in the header and another in the form; never answered with a server fault. */
async function twice(scope: Scope, client: Client, inHeader: string, inForm: string): Promise<Exchange> {
  const { id } = client.credentials;
  const headers = { ...FORM, authorization: basic({ id, secret: inHeader }) };
  const form = formOf({ grant_type: 'client_credentials', client_id: id, client_secret: inForm });
  const exchange = await sendForm(scope.auth, tokenPath(client.environmentId), form, headers);
  assert(exchange.status < 500, describeExchange(exchange), {
    expected: 'a token or a refusal',
    received: `status ${exchange.status}`,
    exchange,
  });
  return exchange;
}
