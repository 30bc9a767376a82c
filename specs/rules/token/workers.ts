import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { populations } from '../../../resources/populations.ts';
import { createWorker, type Worker } from '../../../resources/workers.ts';
import { assertGranted, assertNoToken, type Client, requestAs } from './tokenRequest.ts';

/** What the state of an application means for its tokens (Applications; Authentication). */
export const workers: readonly Case[] = [
  {
    title: 'a disabled application gets no token',
    requirements: ['token-disabled-application'],
    run: async ({ scope }) => {
      const worker = await signedInWorker(scope);
      const disabled = await scope.api.put(worker.made.path, { ...worker.made.body, enabled: false });
      assertStatus(disabled, 200);
      const refused = await untilRefused(scope, worker);
      assertNoToken(refused, [400, 401, 403]);
      assertOauthError(refused);
    },
  },
  {
    title: 'a deleted application gets no token',
    requirements: ['token-deleted-application'],
    run: async ({ scope }) => {
      const worker = await signedInWorker(scope);
      assertStatus(await scope.api.delete(worker.made.path), 204);
      assertNoToken(await untilRefused(scope, worker), [400, 401], ['invalid_client']);
    },
  },
  {
    title: 'an application without the grant gets no token for it',
    requirements: ['token-grant-not-configured'],
    run: async ({ scope }) => {
      assertGranted(await firstToken(scope, await createWorker(scope, { assignActorRoles: undefined })));
      const website = await createWorker(scope, WEB_APP);
      const refused = await requestAs(scope, asClient(website));
      assertNoToken(
        refused,
        [400, 401, 403],
        ['unauthorized_client', 'unsupported_grant_type', 'invalid_client'],
      );
    },
  },
  {
    title: 'a worker without a role can do nothing',
    requirements: ['token-worker-without-role'],
    run: async ({ scope }) => {
      const worker = await createWorker(scope, { assignActorRoles: false });
      // A worker made later gets its token first, so that a refusal is not for being new.
      await signedInWorker(scope);
      const exchange = await requestAs(scope, asClient(worker));
      const token = at(exchange.json, 'access_token');
      if (typeof token !== 'string') {
        assertNoToken(exchange, [400, 401, 403]);
        assertOauthError(exchange);
        return;
      }
      const given = await populations.arrange(scope);
      const attempts = [
        { method: 'GET', to: scope.environment },
        { method: 'GET', to: given.collection },
        { method: 'POST', to: given.collection, json: populations.body(scope, given) },
        { method: 'DELETE', to: worker.made.path },
      ];
      for (const attempt of attempts) assertStatus(await scope.api.send({ ...attempt, token }), 403);
    },
  },
];

/** A web application of the newest sample (examples, applications-create-2026). */
const WEB_APP = {
  type: 'WEB_APP',
  grantTypes: ['AUTHORIZATION_CODE'],
  responseTypes: ['CODE'],
  redirectUris: ['https://app.example.com/callback'],
  assignActorRoles: undefined,
};

/** A new or changed application takes a while to be known to the authorization server (facts 0.10). */
const SETTLING_LIMIT_MS = 30_000;

/** A worker that inherits the roles of its creator and has proved that it gets tokens. */
async function signedInWorker(scope: Scope): Promise<Worker> {
  const worker = await createWorker(scope, { assignActorRoles: undefined });
  assertGranted(await firstToken(scope, worker));
  return worker;
}

function firstToken(scope: Scope, worker: Worker): Promise<Exchange> {
  return settled(
    scope,
    SETTLING_LIMIT_MS,
    () => requestAs(scope, asClient(worker)),
    ({ status }) => status === 200,
  );
}

function untilRefused(scope: Scope, worker: Worker): Promise<Exchange> {
  return settled(
    scope,
    SETTLING_LIMIT_MS,
    () => requestAs(scope, asClient(worker)),
    ({ status }) => status !== 200,
  );
}

function asClient({ environmentId, credentials }: Worker): Client {
  return { environmentId, credentials, method: 'CLIENT_SECRET_BASIC' };
}

function assertOauthError(exchange: Exchange): void {
  const error = at(exchange.json, 'error');
  assert(typeof error === 'string' && error !== '', `${describeExchange(exchange)} without an OAuth error`, {
    expected: 'an error in the form of RFC 6749',
    received: exchange.text,
    exchange,
  });
}
