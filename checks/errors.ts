import { assertStatus, BAD_REQUEST_CODES } from '../fixtures/assertions.ts';
import { at, describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import type { Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { answersOf, assertDistinct, assertEach, errorAnswers, withoutRequired } from './answers.ts';
import { type Check, caseFor } from './check.ts';
import { proveOpen } from './control.ts';
import { refusalsOf } from './faults.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the body of an error holds beside its details (Error codes; OpenAPI, common responses; facts 0.9). */
export const errors: Check = function* (resource) {
  yield* caseFor(
    resource,
    'platform-error-body-shape',
    'errors have a code and a message',
    async ({ scope }) => {
      const errors = await everyError(scope, resource);
      assertEach(
        errors,
        'a code',
        (error) => isText(at(error.json, 'code')),
        ({ text }) => text,
      );
      assertEach(
        errors,
        'a message',
        (error) => isText(at(error.json, 'message')),
        ({ text }) => text,
      );
    },
  );
  yield* caseFor(resource, 'platform-error-id', 'errors have a UUID as identifier', async ({ scope }) => {
    const errors = await everyError(scope, resource);
    assertEach(
      errors,
      'a UUID as id',
      ({ json }) => UUID.test(String(at(json, 'id'))),
      ({ text }) => text,
    );
  });
  yield* caseFor(
    resource,
    'platform-error-id-unique',
    'each error has an identifier of its own',
    async ({ scope }) => {
      const errors = [...(await everyError(scope, resource)), ...(await everyError(scope, resource))];
      assertDistinct(errors, 'id', ({ json }) => at(json, 'id'));
    },
  );
  yield* caseFor(resource, 'platform-error-400-code', '400 has one of its three codes', async ({ scope }) => {
    const errors = (await everyError(scope, resource)).filter(({ status }) => status === 400);
    assertEach(errors, `a code of ${BAD_REQUEST_CODES.join(', ')}`, hasCode(...BAD_REQUEST_CODES), codeOf);
  });
  yield* caseFor(
    resource,
    'platform-error-400-validation-code',
    'a body that breaks a rule is reported as INVALID_DATA',
    async ({ scope }) => {
      const { given, path, body } = await scope.create(resource);
      await proveOpen(scope, resource, given, ['update']);
      const post = await scope.api.post(
        given.collection,
        withoutRequired(resource, resource.body(scope, given)),
      );
      const refused = [post];
      if (resource.operations.update !== undefined)
        refused.push(await scope.api.put(path, withoutRequired(resource, body)));
      assertEach(refused, 'code INVALID_DATA', hasCode('INVALID_DATA'), codeOf);
    },
  );
  yield* caseFor(resource, 'platform-error-401-code', '401 has the code ACCESS_FAILED', async ({ scope }) => {
    const refused = await unauthenticated(scope, resource);
    for (const error of refused) assertStatus(error, 401);
    assertEach(refused, 'code ACCESS_FAILED', hasCode('ACCESS_FAILED'), codeOf);
  });
  yield* caseFor(resource, 'platform-error-404-code', '404 has the code NOT_FOUND', async ({ scope }) => {
    const given = await resource.arrange(scope);
    await proveOpen(scope, resource, given, ['read', 'update', 'delete']);
    const to = `${given.collection}/${scope.unknownId()}`;
    const { read, update } = resource.operations;
    const missing = [await scope.api.delete(to)];
    if (read !== undefined) missing.push(await scope.api.get(to));
    if (update !== undefined) missing.push(await scope.api.put(to, resource.body(scope, given)));
    for (const error of missing) assertStatus(error, 404);
    assertEach(missing, 'code NOT_FOUND', hasCode('NOT_FOUND'), codeOf);
  });
  yield* caseFor(
    resource,
    'platform-error-415-code',
    '415 has the code INVALID_REQUEST',
    async ({ scope }) => {
      const { unsupported } = await answersOf(scope, resource);
      // A media type may also be refused with 400, of which this row says nothing.
      const holds = (error: Exchange) => error.status !== 415 || hasCode('INVALID_REQUEST')(error);
      assertEach([unsupported], 'code INVALID_REQUEST', holds, codeOf);
    },
  );
  yield* caseFor(
    resource,
    'platform-error-target-top-level',
    'a target beside the code is a text',
    async ({ scope }) => {
      const errors = await everyError(scope, resource);
      const holds = ({ json }: Exchange) => ['undefined', 'string'].includes(typeof at(json, 'target'));
      assertEach(errors, 'no target or a text', holds, ({ json }) => at(json, 'target'));
    },
  );
};

/** Every error that a resource provokes: of each status one at least, and one for each fault of a body. */
export async function everyError(scope: Scope, resource: Resource): Promise<readonly Exchange[]> {
  const given = await resource.arrange(scope);
  const refused = (await refusalsOf(scope, resource, given)).map(({ exchange }) => exchange);
  const answers = errorAnswers(await answersOf(scope, resource));
  return [...answers, ...(await unauthenticated(scope, resource)), ...refused].filter(
    ({ status }) => status >= 400,
  );
}

/** Requests without a token and with a broken one. */
export async function unauthenticated(scope: Scope, resource: Resource): Promise<readonly Exchange[]> {
  const given = await resource.arrange(scope);
  const to = given.collection;
  const control = await scope.api.get(to);
  if (control.status !== 200)
    throw new Blocked(`the collection cannot be read with a token either: ${describeExchange(control)}`);
  return [
    await scope.api.send({ method: 'GET', to, token: null }),
    await scope.api.send({ method: 'GET', to, token: 'not-a-token' }),
    await scope.api.send({ method: 'POST', to, token: 'a.b.c', json: resource.body(scope, given) }),
  ];
}

function codeOf({ json }: Exchange): unknown {
  return at(json, 'code');
}

function hasCode(...codes: readonly string[]): (error: Exchange) => boolean {
  return (error) => codes.includes(String(codeOf(error)));
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
