import { assertNotStored, assertUnchanged, stateOf } from '../fixtures/aftermath.ts';
import { assertRefused } from '../fixtures/assertions.ts';
import type { Body, Resource } from '../fixtures/resource.ts';
import { properties } from '../schemas/contract.ts';
import { type Check, caseFor } from './check.ts';

/** A refused write is as if it had not been sent (Response codes, 400). */
export const refusal: Check = function* (resource) {
  yield* caseFor(
    resource,
    'platform-refused-create-leaves-nothing',
    'a refused create leaves nothing behind',
    async ({ scope }) => {
      const { given } = await scope.create(resource);
      const { target, body } = spoilt(resource, resource.body(scope, given));
      assertRefused(await scope.api.post(given.collection, body), { target });
      await assertNotStored(scope, resource, given, body);
    },
  );
  yield* caseFor(
    resource,
    'platform-refused-update-changes-nothing',
    'a refused replace changes nothing',
    async ({ scope }) => {
      const { given, path } = await scope.create(resource);
      const before = await stateOf(scope, path);
      const { target, body } = spoilt(resource, resource.changed(scope, given));
      assertRefused(await scope.api.put(path, body), { target });
      await assertUnchanged(scope, before);
    },
  );
};

/**
 * The body with one fault that leaves its name alone: without another required property, or, where the name is the
 * only one, with an object in place of a text.
 */
function spoilt(resource: Resource, body: Body): { target: string; body: Body } {
  const named = resource.unique?.property ?? 'name';
  const required = properties(resource.model).find(
    ({ path, required, readOnly }) => required && !readOnly && path !== named && path in body,
  );
  if (required !== undefined) {
    const { [required.path]: _, ...rest } = body;
    return { target: required.path, body: rest };
  }
  const text = resource.freeText ?? 'description';
  return { target: text, body: { ...body, [text]: { text: 'no text' } } };
}
