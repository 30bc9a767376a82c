import { assertNotStored, assertUnchanged, stateOf } from '../fixtures/aftermath.ts';
import { assertError } from '../fixtures/assertions.ts';
import {
  assertRefusedWith,
  badRequest,
  forbidden,
  notFound as missing,
  unauthorized,
} from '../fixtures/refusals.ts';
import type { Given, Resource } from '../fixtures/resource.ts';
import { type Check, caseFor, isBelowEnvironment } from './check.ts';
import { proveOpen } from './control.ts';
import { offered, requestsOn } from './requests.ts';

/** Ids that are not of the documented form; the last one must not be taken for two segments of a path. */
const MALFORMED_IDS = ['not-a-uuid', 'f'.repeat(256), 'a%2Fb'];

/** What is answered when the path names nothing (Response codes, 404; facts 0.9 for environments). */
export const notFound: Check = function* (resource) {
  yield* caseFor(
    resource,
    'platform-not-found-read-404',
    'a read of an unknown id finds nothing',
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      await proveOpen(scope, resource, given, ['read']);
      const read = await scope.api.get(`${given.collection}/${scope.unknownId()}`);
      assertError(read, [404], ['NOT_FOUND']);
    },
  );
  for (const kind of ['read', 'update', 'delete'] as const) {
    if (resource.operations[kind] === undefined) continue;
    yield* caseFor(
      resource,
      'platform-not-found-malformed-id',
      `a malformed id is a fault of the client in every ${kind}`,
      async ({ scope }) => {
        const made = await scope.create(resource);
        await proveOpen(scope, resource, made.given, [kind]);
        for (const id of MALFORMED_IDS) {
          const to = `${made.given.collection}/${scope.ledger.madeUp(id)}`;
          const request = requestsOn(scope, resource, made)[kind];
          if (request === undefined) continue;
          assertRefusedWith(await scope.api.send({ ...request, to }), missing, badRequest);
        }
      },
    );
  }
  if (isBelowEnvironment(resource)) yield* belowUnknownEnvironment(resource);
  if (resource.parent !== undefined) yield* belowParent(resource);
};

function* belowUnknownEnvironment(resource: Resource) {
  yield* caseFor(
    resource,
    'platform-not-found-unknown-environment',
    'nothing is found below an unknown environment',
    async ({ scope }) => {
      const made = await scope.create(resource);
      await proveOpen(scope, resource, made.given);
      const unknown = `/environments/${scope.unknownId()}`;
      for (const request of Object.values(requestsOn(scope, resource, made))) {
        const answer = await scope.api.send({
          ...request,
          to: request.to.replace(scope.environment, unknown),
        });
        assertRefusedWith(answer, missing, forbidden, unauthorized, badRequest);
      }
    },
  );
}

function* belowParent(resource: Resource) {
  yield* caseFor(
    resource,
    'platform-not-found-unknown-parent',
    'nothing is found or created below an unknown parent',
    async ({ scope }) => {
      const made = await scope.create(resource);
      await proveOpen(scope, resource, made.given);
      const unknown = made.given.collection.replace(parentOf(made.given), scope.unknownId());
      const requests = requestsOn(scope, resource, made);
      for (const request of Object.values(requests)) {
        const to = request.to.replace(made.given.collection, unknown);
        assertRefusedWith(await scope.api.send({ ...request, to }), missing);
      }
      await assertNotStored(scope, resource, made.given, requests.create.json);
    },
  );
  yield* caseFor(
    resource,
    'platform-not-found-wrong-parent',
    'a child is not found below another parent',
    async ({ scope }) => {
      const made = await scope.create(resource);
      await proveOpen(scope, resource, made.given, ['read', 'update', 'delete']);
      const other = await resource.arrange(scope);
      const before = await stateOf(scope, made.shownAt);
      const { read, update, delete: remove } = requestsOn(scope, resource, made);
      for (const request of offered(read, update, remove)) {
        const to = request.to.replace(made.given.collection, other.collection);
        assertRefusedWith(await scope.api.send({ ...request, to }), missing);
      }
      await assertUnchanged(scope, before);
    },
  );
}

/** The id of the parent, the last segment but one of a collection below it. */
function parentOf({ collection }: Given): string {
  return collection.split('/').at(-2) ?? '';
}
