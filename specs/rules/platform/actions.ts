import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { isCorrectUuid } from '../../../fixtures/arbitraries/uuid.ts';
import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import type { Outgoing } from '../../../fixtures/client.ts';
import { describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { alteredPayload, alteredSignature, randomToken, unsigned } from '../../../fixtures/forgedToken.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import {
  assertRefusedWith,
  badRequest,
  forbidden,
  notFound,
  unauthorized,
} from '../../../fixtures/refusals.ts';
import type { Scope } from '../../../fixtures/scope.ts';

/** An operation on one resource that is no create, read, update or delete of a collection's member. */
export type Action = {
  /** The operation, as it is told in titles: `a deployment`. */
  readonly name: string;
  /** Makes what the operation is about and returns its path. @throws Blocked when it cannot be had */
  readonly subject: (scope: Scope) => Promise<string>;
  readonly request: (path: string) => Outgoing;
  /** The path of what the operation would change; absent where it changes nothing. */
  readonly state?: (path: string) => string;
  /** The row that says what an id that names nothing leads to. */
  readonly missing: string;
};

/** What every operation of the platform has in common, on an action (Conventions; Response codes). */
export function actionCases(action: Action): Case[] {
  const { name, subject, request, missing } = action;
  const told = (row: string, title: string, run: Case['run']): Case => ({
    title: `${name} ${title}`,
    requirements: [row],
    run,
  });
  return [
    ...closed(action, told),
    told(missing, 'of something that does not exist finds nothing', async ({ scope }) => {
      const path = await accepted(scope, action);
      assertRefusedWith(await scope.api.send(request(withId(path, scope.unknownId()))), notFound);
    }),
    told(
      'platform-not-found-malformed-id',
      'of something that cannot be an id is refused',
      async ({ scope }) => {
        const path = await accepted(scope, action);
        for (const id of ['not-a-uuid', 'a'.repeat(300), `${scope.unknownId()}%2Fx`]) {
          const answer = await scope.api.send(request(withId(path, scope.ledger.madeUp(id))));
          assertRefusedWith(answer, notFound, badRequest);
        }
      },
    ),
    told(
      'platform-not-found-unknown-environment',
      'in an unknown environment is refused',
      async ({ scope }) => {
        const to = (await accepted(scope, action)).replace(
          scope.environment,
          `/environments/${scope.unknownId()}`,
        );
        assertRefusedWith(await scope.api.send(request(to)), notFound, forbidden, unauthorized, badRequest);
      },
    ),
    told(
      isRead(action) ? 'platform-isolation-read' : 'platform-isolation-write',
      'through another environment finds nothing',
      async ({ scope }) => {
        const path = await another(scope, action);
        const before = await stateBefore(scope, action, path);
        const to = path.replace(scope.environment, scope.secondEnvironment);
        assertRefusedWith(await scope.api.send(request(to)), notFound, forbidden);
        if (before !== undefined) await assertUnchanged(scope, before);
      },
    ),
    told('platform-header-correlation-id-unique', 'has a correlation id of its own', async ({ scope }) => {
      const path = await subject(scope);
      const answers = [await scope.api.send(request(path)), await scope.api.send(request(path))];
      const ids = answers.map(({ headers }) => headers['correlation-id']);
      const last = answers.at(-1) as Exchange;
      const holds = ids.every(isCorrectUuid) && new Set(ids).size === ids.length;
      const detail = { expected: 'a UUID of its own as Correlation-Id', received: ids, exchange: last };
      assert(holds, `${describeExchange(last)} without a correlation id of its own`, detail);
    }),
  ];
}

type Told = (row: string, title: string, run: Case['run']) => Case;

/** Who may not: without a token, with one that is none, with one that has no role. */
function closed(action: Action, told: Told): Case[] {
  const { request } = action;
  const tokens = (row: string, title: string, forge: (scope: Scope) => readonly string[]) =>
    told(row, `with ${title} is refused`, async ({ scope }) => {
      const path = await another(scope, action);
      for (const token of forge(scope))
        assertRefusedWith(await scope.api.send({ ...request(path), token }), unauthorized);
    });
  const refusedWith = async (scope: Scope, token: string | null) => {
    const path = await another(scope, action);
    const before = await stateBefore(scope, action, path);
    const answer = await scope.api.send({ ...request(path), token });
    return { answer, before };
  };
  const cases = [
    told('platform-authentication-missing-401', 'without a token is refused', async ({ scope }) => {
      assertRefusedWith((await refusedWith(scope, null)).answer, unauthorized);
    }),
    tokens('platform-authentication-malformed-401', 'a value that is no token', (scope) => [
      scope.name('token'),
      randomToken(scope),
    ]),
    tokens('platform-authentication-tampered-401', 'an altered token', (scope) => [
      alteredPayload(scope.token),
      alteredSignature(scope.token),
    ]),
    tokens('platform-authentication-unsigned-401', 'an unsigned token', (scope) => [unsigned(scope.token)]),
    told('platform-authorization-missing-role-403', 'without a role for it is refused', async ({ scope }) => {
      const { answer } = await refusedWith(scope, scope.limitedToken);
      // The environment may be hidden from the worker, so that a read finds nothing.
      assertRefusedWith(answer, forbidden, isRead(action) ? notFound : {});
    }),
  ];
  if (action.state === undefined) return cases;
  return [
    ...cases,
    told('platform-authentication-refused-no-effect', 'without a token has no effect', async ({ scope }) => {
      const { before } = await refusedWith(scope, null);
      if (before !== undefined) await assertUnchanged(scope, before);
    }),
    told(
      'platform-authorization-refused-no-effect',
      'without a role for it has no effect',
      async ({ scope }) => {
        const { before } = await refusedWith(scope, scope.limitedToken);
        if (before !== undefined) await assertUnchanged(scope, before);
      },
    ),
  ];
}

function isRead({ request }: Action): boolean {
  return request('').method === 'GET';
}

/** The path with another id in the place of the one that the action is about. */
function withId(path: string, id: string): string {
  return path.replace(/[^/]+$/, id);
}

/** Something that the operation was not tried on yet, once it is accepted on something else of the kind. */
async function another(scope: Scope, action: Action): Promise<string> {
  await accepted(scope, action);
  return action.subject(scope);
}

/** Something that the operation was accepted on. @throws Blocked when it is not */
async function accepted(scope: Scope, { subject, request }: Action): Promise<string> {
  const path = await subject(scope);
  const control = await scope.api.send(request(path));
  if (control.status >= 300) throw new Blocked(`the clean request was refused: ${describeExchange(control)}`);
  return path;
}

async function stateBefore(scope: Scope, { state }: Action, path: string): Promise<Exchange | undefined> {
  return state === undefined ? undefined : await stateOf(scope, state(path));
}
