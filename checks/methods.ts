import { assertNotStored, assertUnchanged, stateOf } from '../fixtures/aftermath.ts';
import { assert, assertMember, assertStatus } from '../fixtures/assertions.ts';
import type { Outgoing } from '../fixtures/client.ts';
import { at, describeExchange } from '../fixtures/exchange.ts';
import { type Body, namingOf, type Resource } from '../fixtures/resource.ts';
import type { Made, Scope } from '../fixtures/scope.ts';
import { operation, operations } from '../schemas/contract.ts';
import { type Check, caseFor, successes } from './check.ts';
import { requestsOn } from './requests.ts';

/** 405 is documented; an edge in front of the service may reject a route it does not know with 403 (facts 0.2). */
const NOT_ALLOWED = [405, 403];

/** Methods that a path does not offer, in place of another, and asked for by a browser (Conventions, Methods). */
export const methods: Check = function* (resource) {
  yield* unsupported(resource);
  yield* overriding(resource);
  yield* caseFor(
    resource,
    'platform-header-cors-preflight',
    'a preflight is answered without a token',
    async ({ scope }) => {
      const made = await scope.create(resource);
      for (const { method, to } of Object.values(requestsOn(scope, resource, made))) {
        const answer = await scope.api.send({
          method: 'OPTIONS',
          to,
          token: null,
          headers: { origin: 'https://app.example.com', 'access-control-request-method': method },
        });
        const allowed = String(answer.headers['access-control-allow-methods']).split(/\s*,\s*/);
        assert(
          answer.status >= 200 && answer.status < 300 && allowed.includes(method),
          `${describeExchange(answer)} to a preflight for ${method}`,
          {
            expected: `2xx with Access-Control-Allow-Methods that contains ${method}`,
            received: `status ${answer.status}, Access-Control-Allow-Methods ${allowed.join(', ')}`,
            exchange: answer,
          },
        );
      }
    },
  );
};

function* unsupported(resource: Resource) {
  yield* caseFor(
    resource,
    'platform-method-unsupported-405',
    'a method that no page lists is not allowed',
    async ({ scope }) => {
      const made = await scope.create(resource);
      for (const request of undocumented(scope, resource, made))
        assertStatus(await scope.api.send(request), ...NOT_ALLOWED);
    },
  );
  yield* caseFor(
    resource,
    'platform-method-unsupported-no-effect',
    'a method that no page lists changes nothing',
    async ({ scope }) => {
      const made = await scope.create(resource);
      const sibling = await scope.create(resource, { given: made.given });
      const before = [await stateOf(scope, made.shownAt), await stateOf(scope, sibling.shownAt)];
      for (const request of undocumented(scope, resource, made)) {
        await scope.api.send(request);
        for (const state of before) await assertUnchanged(scope, state);
        await assertNotStored(scope, resource, made.given, request.json);
      }
    },
  );
  if (documented(resource.operations.delete).includes('PATCH')) return;
  yield* caseFor(
    resource,
    'platform-patch-unsupported-405',
    'a partial update is not allowed',
    async ({ scope }) => {
      const { given, path, shownAt } = await scope.create(resource);
      const before = await stateOf(scope, shownAt);
      const [property] = Object.entries(resource.changed(scope, given));
      const json = Object.fromEntries(property === undefined ? [] : [property]);
      assertStatus(await scope.api.send({ method: 'PATCH', to: path, json }), ...NOT_ALLOWED);
      await assertUnchanged(scope, before);
    },
  );
}

/** Older pages offer the override header, newer ones are silent: it works in full or not at all. */
function* overriding(resource: Resource) {
  for (const kind of ['update', 'delete'] as const) {
    if (resource.operations[kind] === undefined) continue;
    yield* caseFor(
      resource,
      'platform-method-override',
      `an override header for the ${kind} works in full or not at all`,
      async ({ scope }) => {
        const made = await scope.create(resource);
        const before = await stateOf(scope, made.shownAt);
        const documentedRequest = requestsOn(scope, resource, made)[kind];
        if (documentedRequest === undefined) return;
        const { method, ...request } = documentedRequest;
        const plain = await scope.api.send({ ...request, method: 'POST' });
        const headers = { 'x-http-method-override': method };
        const answer = await scope.api.send({ ...request, method: 'POST', headers });
        const carriedOut = successes(resource.operations[kind]).includes(answer.status);
        assert(
          carriedOut || (answer.status === plain.status && answer.status < 500),
          `${describeExchange(answer)} with an override, ${plain.status} without`,
          {
            expected: `what a ${method} answers, or ${plain.status}`,
            received: answer.text,
            exchange: answer,
          },
        );
        if (!carriedOut) await assertUnchanged(scope, before);
        else if (kind === 'delete') assertStatus(await scope.api.delete(made.path), 404);
        else {
          const name = namingOf(resource);
          assertMember(await scope.api.get(made.path), name, at(request.json, name));
        }
      },
    );
  }
}

/**
 * Requests with a plausible body and a method that no page lists for their path. The whole of a collection is put
 * at risk only where the run made what holds it, or in an emulator.
 */
function undocumented(
  scope: Scope,
  resource: Resource,
  { given, path }: Made,
): readonly (Outgoing & { json: Body })[] {
  const harmless = resource.parent !== undefined || scope.target.kind === 'emulator';
  const tried = [
    { to: path, methods: ['POST', 'PUT'], offered: documented(resource.operations.delete) },
    {
      to: given.collection,
      methods: harmless ? ['PUT', 'DELETE'] : [],
      offered: documented(resource.operations.list),
    },
  ];
  const requests = tried.flatMap(({ to, methods, offered }) =>
    methods
      .filter((method) => !offered.includes(method))
      .map((method) => ({ method, to, json: resource.body(scope, given) })),
  );
  // A path that offers all of these is left with a partial update.
  return requests.length > 0 ? requests : [{ method: 'PATCH', to: path, json: resource.body(scope, given) }];
}

/** The methods that the contract has for the path of an operation. */
function documented(operationId: string): readonly string[] {
  const { path } = operation(operationId);
  return operations().flatMap((each) => (each.path === path ? [each.method] : []));
}
