import type { Case } from '../../fixtures/case.ts';
import type { Outgoing } from '../../fixtures/client.ts';
import { describeExchange } from '../../fixtures/exchange.ts';
import { Blocked } from '../../fixtures/mismatch.ts';
import { assertRefusedWith, badRequest, forbidden, notFound, unauthorized } from '../../fixtures/refusals.ts';
import type { Scope } from '../../fixtures/scope.ts';
import { onceThere } from '../../fixtures/settle.ts';

/** An operation that belongs to no collection the checks go over. */
export type LonelyOperation = {
  /** The operation, as it is told in titles. */
  readonly name: string;
  readonly capability?: string;
  /** The path of what the operation is about: made by the case, or read-only. */
  readonly subject: (scope: Scope) => Promise<string>;
  /** The same path with an id that names nothing, and the row that says so; absent where it holds no id. */
  readonly missing?: { readonly path: (scope: Scope) => string | Promise<string>; readonly row: string };
  readonly request: (path: string, scope: Scope) => Outgoing | Promise<Outgoing>;
  /** Requests that a worker without the role is refused; absent where no document promises a refusal. */
  readonly needsRole?: boolean;
};

export const UNKNOWN_ENVIRONMENT = 'platform-not-found-unknown-environment';
export const UNKNOWN_PARENT = 'platform-not-found-unknown-parent';
/** Rows on what may be hidden from a client: who may not see it can be told so in other ways than by 404. */
const HIDING = [UNKNOWN_ENVIRONMENT, 'organizations-unknown-organization'];

export const unknownEnvironment = {
  path: (scope: Scope) => `/environments/${scope.unknownId()}`,
  row: UNKNOWN_ENVIRONMENT,
};

/** For what is read directly below the environment under test. */
export const belowEnvironment = {
  subject: async (scope: Scope) => scope.environment,
  missing: unknownEnvironment,
  needsRole: true,
};

/** What every operation has in common, for those that the checks over collections do not reach (Conventions). */
export function lonelyCases(operations: readonly LonelyOperation[]): Case[] {
  return operations.flatMap(casesOf);
}

function casesOf({ name, capability, subject, missing, request, needsRole }: LonelyOperation): Case[] {
  const capabilities = capability === undefined ? {} : { capabilities: [capability] };
  const refused = (row: string, title: string, run: Case['run']): Case => ({
    title,
    requirements: [row],
    ...capabilities,
    run,
  });
  const cases = [
    refused(
      'platform-authentication-missing-401',
      `${name} without a token is refused`,
      async ({ scope }) => {
        await assertPossible(await request(await subject(scope), scope), scope);
        const outgoing = await request(await subject(scope), scope);
        assertRefusedWith(await scope.api.send({ ...outgoing, token: null }), unauthorized);
      },
    ),
  ];
  if (missing !== undefined) {
    const hidden = HIDING.includes(missing.row) ? [forbidden, unauthorized, badRequest] : [];
    cases.push(
      refused(missing.row, `${name} that does not exist finds nothing`, async ({ scope }) => {
        await assertPossible(await request(await subject(scope), scope), scope);
        const answer = await scope.api.send(await request(await missing.path(scope), scope));
        assertRefusedWith(answer, notFound, ...hidden);
      }),
    );
  }
  if (needsRole !== true) return cases;
  const withoutRole = refused(
    'platform-authorization-missing-role-403',
    `${name} without a role in its environment is refused`,
    async ({ scope }) => {
      await assertPossible(await request(await subject(scope), scope), scope);
      const outgoing = await request(await subject(scope), scope);
      const answer = await scope.api.send({ ...outgoing, token: scope.limitedToken });
      assertRefusedWith(answer, forbidden, ...(outgoing.method === 'GET' ? [notFound] : []));
    },
  );
  return [...cases, withoutRole];
}

/** A refusal means something where the same request is served to who may send it. @throws Blocked where it is not */
async function assertPossible(outgoing: Outgoing, scope: Scope): Promise<void> {
  const send = () => scope.api.send(outgoing);
  const control = await (outgoing.method === 'GET' ? onceThere(scope, send) : send());
  if (control.status >= 300) throw new Blocked(`nobody is served: ${describeExchange(control)}`);
}
