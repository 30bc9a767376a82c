import { assertNotStored, assertUnchanged, stateOf } from '../fixtures/aftermath.ts';
import { assert, assertMember, assertStatus, detailsOf } from '../fixtures/assertions.ts';
import { describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import { assertRefusedWith, forbidden, notFound, unauthorized } from '../fixtures/refusals.ts';
import type { Resource } from '../fixtures/resource.ts';
import type { Made, Scope } from '../fixtures/scope.ts';
import { type Check, caseFor, isBelowEnvironment } from './check.ts';
import { proveOpen } from './control.ts';
import { offered, requestsOn } from './requests.ts';

const MISSING_ROLE = 'platform-authorization-missing-role-403';
const DETAIL_CODES = ['INSUFFICIENT_PERMISSIONS', 'LICENSE_EXCEEDED'];

/** A valid token opens what its holder's roles cover and nothing else (Roles; Response codes, 403). */
export const authorization: Check = function* (resource) {
  yield* withoutRole(resource);
  if (isBelowEnvironment(resource)) yield* withReadOnlyRole(resource);
};

function* withoutRole(resource: Resource) {
  yield* caseFor(
    resource,
    MISSING_ROLE,
    'no operation is open to a worker without a role for it',
    async ({ scope }) => {
      const made = await scope.create(resource);
      await proveOpen(scope, resource, made.given);
      const { list, ...others } = requestsOn(scope, resource, made);
      // Environments are listed to whoever has a role in one of them.
      const requests = [...(isBelowEnvironment(resource) ? [list] : []), ...Object.values(others)];
      for (const request of requests) {
        const answer = await scope.api.send({ ...request, token: scope.limitedToken });
        // The environment may be hidden from the worker, so that a read finds nothing.
        assertRefusedWith(answer, forbidden, request.method === 'GET' ? notFound : {});
      }
    },
  );
  yield* caseFor(
    resource,
    'platform-authorization-refused-no-effect',
    'a write by a worker without a role for it has no effect',
    async ({ scope }) => {
      const made = await scope.create(resource);
      await proveOpen(scope, resource, made.given, ['update', 'delete']);
      const before = await stateOf(scope, made.shownAt);
      const { create, update, delete: remove } = requestsOn(scope, resource, made);
      for (const request of offered(create, update, remove))
        await scope.api.send({ ...request, token: scope.limitedToken });
      await assertUnchanged(scope, before);
      await assertNotStored(scope, resource, made.given, create.json);
    },
  );
  yield* caseFor(
    resource,
    'platform-error-403-code',
    'a refusal for lack of a role says that access failed',
    async ({ scope }) => {
      for (const refused of await refusalsOf(scope, resource)) assertMember(refused, 'code', 'ACCESS_FAILED');
    },
  );
  yield* caseFor(
    resource,
    'platform-error-403-detail',
    'the details of a refusal for lack of a role have a code for it',
    async ({ scope }) => {
      for (const refused of await refusalsOf(scope, resource)) {
        const codes = detailsOf(refused).map(({ code }) => String(code));
        assert(
          codes.every((code) => DETAIL_CODES.includes(code)),
          `${describeExchange(refused)} with details of another kind`,
          { expected: `details with code ${DETAIL_CODES.join(' or ')}`, received: codes, exchange: refused },
        );
      }
    },
  );
}

function* withReadOnlyRole(resource: Resource) {
  yield* caseFor(
    resource,
    'platform-authorization-role-scope',
    'a role for one environment opens no other',
    async ({ scope }) => {
      await readableElsewhere(scope, resource);
      const made = await scope.create(resource);
      await proveOpen(scope, resource, made.given, ['list', 'read']);
      const { list, read } = requestsOn(scope, resource, made);
      for (const request of offered(list, read)) {
        const answer = await scope.api.send({ ...request, token: scope.limitedToken });
        assertRefusedWith(answer, forbidden, notFound, isWithoutForbidden(resource) ? unauthorized : {});
      }
    },
  );
  yield* caseFor(
    resource,
    'platform-authorization-read-only-role',
    'a role that only reads cannot create',
    async ({ scope }) => {
      const made = await readableElsewhere(scope, resource);
      const { list, create } = requestsOn(scope.second, resource, made);
      assertStatus(await scope.api.send({ ...list, token: scope.limitedToken }), 200);
      assertRefusedWith(await scope.api.send({ ...create, token: scope.limitedToken }), forbidden);
    },
  );
}

/**
 * Whether a want of a role may be told by 401 or 404 throughout: no document then promises a 403, and an own row of
 * the resource says which refusals there are.
 */
function isWithoutForbidden({ except }: Resource): boolean {
  return except?.[MISSING_ROLE] !== undefined;
}

/**
 * The 403 answers that the worker without a role gets; none where it may be refused otherwise, and is.
 * @throws Blocked when there is none
 */
async function refusalsOf(scope: Scope, resource: Resource): Promise<readonly Exchange[]> {
  const made = await scope.create(resource);
  const answers: Exchange[] = [];
  for (const request of Object.values(requestsOn(scope, resource, made)))
    answers.push(await scope.api.send({ ...request, token: scope.limitedToken }));
  const refused = answers.filter(({ status }) => status === 403);
  if (refused.length > 0) return refused;
  if (!isWithoutForbidden(resource))
    throw new Blocked('no request of the worker without a role was answered 403');
  for (const answer of answers) assertRefusedWith(answer, unauthorized, notFound);
  return [];
}

/**
 * Creates one in the second environment and has the second worker list it there.
 * @throws Blocked when there is no second environment, or its worker has no role to read with
 */
async function readableElsewhere(scope: Scope, resource: Resource): Promise<Made> {
  const made = await scope.second.create(resource);
  const list = await scope.api.send({ method: 'GET', to: made.given.collection, token: scope.limitedToken });
  if (list.status === 200) return made;
  throw new Blocked(
    `the second worker has no role to read ${resource.name} in the second environment: status ${list.status}`,
  );
}
