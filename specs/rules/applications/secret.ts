import { assert, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Credentials } from '../../../fixtures/run.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { requestToken } from '../../../fixtures/token.ts';
import { createWorker, readSecret, renewSecret } from '../../../resources/workers.ts';
import { assertLeadsTo } from '../links.ts';
import { payloadOf } from '../token/jwt.ts';
import { assertGranted, assertNoToken, tokenOf } from '../token/tokenRequest.ts';

/** What an application is known by at the token endpoint (Applications; Application secret). */
export const secret: readonly Case[] = [
  {
    title: 'its id and secret get a token that names it',
    requirements: ['prerequisites-applications-id-is-client-id'],
    run: async ({ scope }) => {
      const { made, credentials } = await createWorker(scope, INHERITING);
      const exchange = await firstToken(scope, credentials);
      assertGranted(exchange);
      const claim = at(payloadOf(tokenOf(exchange)), 'client_id');
      assert(claim === made.id, 'the token of a new application names another', {
        expected: `client_id ${made.id}`,
        received: claim ?? 'no client_id',
        exchange,
      });
      const clientId = at(made.exchange.json, 'clientId');
      scope.observe(
        'reading',
        'prerequisites-applications-id-is-client-id',
        clientId === undefined ? 'no clientId' : 'clientId',
      );
      if (clientId !== undefined) assertMember(made.exchange, 'clientId', made.id);
    },
  },
  {
    title: 'its representations do not show the secret',
    requirements: ['prerequisites-applications-secret-apart'],
    run: async ({ scope }) => {
      const { made, credentials } = await createWorker(scope);
      const { collection } = made.given;
      for (const exchange of [
        made.exchange,
        await scope.api.get(made.path),
        await scope.api.get(collection),
      ]) {
        assertStatus(exchange, 200, 201);
        assert(
          !exchange.text.includes(credentials.secret),
          `${describeExchange(exchange)} and shows a secret`,
          {
            expected: 'no member with the value of the secret',
            received: exchange.text,
            exchange,
          },
        );
      }
    },
  },
  {
    title: 'its secret can be renewed, and the new one gets a token',
    requirements: ['prerequisites-applications-secret'],
    run: async ({ scope }) => {
      const { made, credentials } = await createWorker(scope, INHERITING);
      assertGranted(await firstToken(scope, credentials));
      const renewed = await renewSecret(scope, made.path);
      assertStatus(renewed, 200, 201);
      const fresh = at(renewed.json, 'secret');
      assert(
        typeof fresh === 'string' && fresh !== '' && fresh !== credentials.secret,
        describeExchange(renewed),
        {
          expected: 'another secret, a non-empty string',
          received: fresh === credentials.secret ? 'the same secret' : renewed.text,
          exchange: renewed,
        },
      );
      const read = await settled(
        scope,
        SETTLING_LIMIT_MS,
        () => readSecret(scope, made.path),
        ({ json }) => at(json, 'secret') === fresh,
      );
      assertStatus(read, 200);
      assertMember(read, 'secret', fresh);
      assertGranted(await firstToken(scope, { id: made.id, secret: String(fresh) }));
      const old = await ask(scope, credentials);
      scope.observe(
        'reading',
        'prerequisites-applications-secret',
        `the old secret is answered ${old.status}`,
      );
    },
  },
  {
    title: 'its secret links to itself, its environment and its application',
    requirements: ['prerequisites-applications-secret-links'],
    run: async ({ scope }) => {
      const { made } = await createWorker(scope);
      const read = await readSecret(scope, made.path);
      assertStatus(read, 200);
      assertMember(read, 'environment.id', scope.target.environmentId);
      assertLeadsTo(read, read.json, 'self', `${made.path}/secret`);
      assertLeadsTo(read, read.json, 'environment', scope.environment);
      assertLeadsTo(read, read.json, 'application', made.path);
    },
  },
  {
    title: 'a worker that inherits the roles of its creator can read the environment',
    requirements: ['prerequisites-applications-actor-roles'],
    run: async ({ scope }) => {
      const { credentials } = await createWorker(scope, INHERITING);
      const exchange = await firstToken(scope, credentials);
      assertGranted(exchange);
      assertStatus(await readAs(scope, tokenOf(exchange), 200), 200);
    },
  },
  {
    title: 'a worker that inherits no roles cannot read the environment',
    requirements: ['prerequisites-applications-actor-roles'],
    run: async ({ scope }) => {
      const { credentials } = await createWorker(scope, { assignActorRoles: false });
      // A worker made later gets its token first, so that a refusal is not for being new.
      assertGranted(await firstToken(scope, (await createWorker(scope, INHERITING)).credentials));
      const exchange = await ask(scope, credentials);
      if (exchange.status !== 200) return assertNoToken(exchange, [400, 401, 403]);
      assertStatus(await readAs(scope, tokenOf(exchange), 403), 403);
    },
  },
];

/** A worker inherits unless it is told not to; see resources/applications.ts. */
const INHERITING = { assignActorRoles: undefined };

/** A new application, role or secret takes a while to be known everywhere (facts 0.10). */
const SETTLING_LIMIT_MS = 30_000;

function ask(scope: Scope, credentials: Credentials): Promise<Exchange> {
  const { environmentId } = scope.target;
  return requestToken(scope.auth, { environmentId, credentials, method: 'CLIENT_SECRET_BASIC' });
}

function firstToken(scope: Scope, credentials: Credentials): Promise<Exchange> {
  return settled(
    scope,
    SETTLING_LIMIT_MS,
    () => ask(scope, credentials),
    ({ status }) => status === 200,
  );
}

function readAs(scope: Scope, token: string, awaited: number): Promise<Exchange> {
  const read = () => scope.api.send({ method: 'GET', to: scope.environment, token });
  return settled(scope, SETTLING_LIMIT_MS, read, ({ status }) => status === awaited);
}
