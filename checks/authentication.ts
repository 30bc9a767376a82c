import { assertNotStored, assertUnchanged, stateOf } from '../fixtures/aftermath.ts';
import { assert } from '../fixtures/assertions.ts';
import type { Outgoing } from '../fixtures/client.ts';
import { describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { alteredPayload, alteredSignature, randomToken, unsigned } from '../fixtures/forgedToken.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import { assertRefusedWith, forbidden, type Refusals, unauthorized } from '../fixtures/refusals.ts';
import type { Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { basic, signIn } from '../fixtures/token.ts';
import { type Check, caseFor } from './check.ts';
import { proveOpen } from './control.ts';
import { offered, requestsOn } from './requests.ts';

/** No operation is open without a valid bearer token (Response codes, 401; Authentication). */
export const authentication: Check = function* (resource) {
  yield* caseFor(
    resource,
    'platform-authentication-missing-401',
    'no operation is open without a token',
    async ({ scope }) => {
      await assertClosed(scope, resource, { token: null });
    },
  );
  yield* caseFor(
    resource,
    'platform-authentication-malformed-401',
    'no operation is open to a bearer value that is no token',
    async ({ scope }) => {
      for (const value of ['', scope.name('token'), randomToken(scope)])
        await assertClosed(scope, resource, { token: null, headers: { authorization: `Bearer ${value}` } });
    },
  );
  yield* caseFor(
    resource,
    'platform-authentication-tampered-401',
    'no operation is open to a token with another payload or signature',
    async ({ scope }) => {
      for (const forge of [alteredPayload, alteredSignature])
        await assertClosed(scope, resource, { token: forge(scope.token) });
    },
  );
  yield* caseFor(
    resource,
    'platform-authentication-unsigned-401',
    'no operation is open to a token that claims to need no signature',
    async ({ scope }) => {
      await assertClosed(scope, resource, { token: unsigned(scope.token) });
    },
  );
  yield* caseFor(
    resource,
    'platform-authentication-wrong-scheme-401',
    'no operation is open to another scheme than bearer',
    async ({ scope }) => {
      const { client } = scope.target;
      if (client === undefined) throw new Blocked('no credentials were given to try with the Basic scheme');
      for (const authorization of [basic(client), scope.token])
        await assertClosed(scope, resource, { token: null, headers: { authorization } }, forbidden);
    },
  );
  yield* opened(resource);
};

function* opened(resource: Resource) {
  yield* caseFor(
    resource,
    'platform-authentication-bearer-accepted',
    'one token opens every operation',
    async ({ scope }) => {
      const { adminEnvironmentId, client } = scope.target;
      if (client === undefined) throw new Blocked('no credentials were given to get a token with');
      const { token } = await signIn(scope.auth, adminEnvironmentId, client);
      if (token === undefined) throw new Blocked('no second token could be had');
      const open = async (request: Outgoing) => {
        const answer = await scope.api.send({ ...request, token });
        assertAccepted(answer);
        if (answer.status >= 300)
          throw new Blocked(`refused for another reason: ${describeExchange(answer)}`);
      };
      // Before anything is made with the run's own token, which has been used already.
      const reads: Outgoing[] = [1, 2].map(() => ({ method: 'GET', to: scope.environment }));
      for (const read of reads) await open(read);
      const made = await scope.create(resource);
      for (const request of Object.values(requestsOn(scope, resource, made))) await open(request);
    },
  );
  yield* caseFor(
    resource,
    'platform-authentication-refused-no-effect',
    'a write without a token has no effect',
    async ({ scope }) => {
      const made = await scope.create(resource);
      await proveOpen(scope, resource, made.given);
      const before = await stateOf(scope, made.shownAt);
      const { create, update, delete: remove } = requestsOn(scope, resource, made);
      for (const request of offered(create, update, remove))
        await scope.api.send({ ...request, token: null });
      await assertUnchanged(scope, before);
      await assertNotStored(scope, resource, made.given, create.json);
    },
  );
}

/** Sends every documented request, valid but for its credentials, and demands that each is refused with 401. */
async function assertClosed(
  scope: Scope,
  resource: Resource,
  credentials: Pick<Outgoing, 'token' | 'headers'>,
  tolerated: Refusals = {},
): Promise<void> {
  const made = await scope.create(resource);
  await proveOpen(scope, resource, made.given);
  for (const request of Object.values(requestsOn(scope, resource, made)))
    assertRefusedWith(await scope.api.send({ ...request, ...credentials }), unauthorized, tolerated);
}

function assertAccepted(exchange: Exchange): void {
  assert(
    exchange.status !== 401,
    `${describeExchange(exchange)} to a valid bearer token`,
    { expected: 'any status but 401', received: `status 401 ${exchange.text}`, exchange },
    assertAccepted,
  );
}
