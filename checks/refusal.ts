import { assertNotStored, assertUnchanged, stateOf } from '../fixtures/aftermath.ts';
import { assertRefused } from '../fixtures/assertions.ts';
import { type Body, namingOf, type Resource } from '../fixtures/resource.ts';
import { properties } from '../schemas/contract.ts';
import { type Check, caseFor } from './check.ts';
import { proveOpen } from './control.ts';

/** A refused write is as if it had not been sent (Response codes, 400). */
export const refusal: Check = function* (resource) {
  yield* caseFor(
    resource,
    'platform-refused-create-leaves-nothing',
    'a refused create leaves nothing behind',
    async ({ scope }) => {
      const { given } = await scope.create(resource);
      const { target, body } = spoilt(resource, resource.body(scope, given));
      // Other cases work on a collection that has no parent.
      const before = resource.parent && (await stateOf(scope, given.collection));
      assertRefused(await scope.api.post(given.collection, body), { target });
      if (before === undefined) await assertNotStored(scope, resource, given, body);
      else await assertUnchanged(scope, before);
    },
  );
  yield* caseFor(
    resource,
    'platform-refused-update-changes-nothing',
    'a refused replace changes nothing',
    async ({ scope }) => {
      const { given, path } = await scope.create(resource);
      await proveOpen(scope, resource, given, ['update']);
      const before = await stateOf(scope, path);
      const { target, body } = spoilt(resource, resource.changed(scope, given));
      assertRefused(await scope.api.put(path, body), { target });
      await assertUnchanged(scope, before);
    },
  );
};

/**
 * The body with one fault that leaves its name alone: without another required property, or, where the name is the
 * only one, with an object in place of another text. A body that is a reference goes without its id.
 */
function spoilt(resource: Resource, body: Body): { target: string; body: Body } {
  const named = namingOf(resource);
  const required = properties(resource.model).find(
    ({ path, required, readOnly, requirements }) =>
      required &&
      !readOnly &&
      path !== named &&
      path in body &&
      // Where no row demands a refusal of its absence, documents disagree, and it is a fault to rely on only
      // for want of a text that can be spoilt.
      (requirements.required !== undefined || resource.freeText === undefined),
  );
  const text = resource.freeText ?? Object.keys(body).find((name) => name !== named) ?? 'description';
  const isReference = resource.freeText === undefined && Object.keys(body).length === 1 && named === 'id';
  const left = required?.path ?? (isReference ? named : undefined);
  if (left !== undefined) {
    const { [left]: _, ...rest } = body;
    return { target: left, body: rest };
  }
  return { target: text, body: { ...body, [text]: { text: 'no text' } } };
}
