import * as fc from 'fast-check';
import { assertUnchanged, stateOf } from '../fixtures/aftermath.ts';
import { assert, detailsOf } from '../fixtures/assertions.ts';
import { describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { holdsForAll } from '../fixtures/property.ts';
import { assertRefusedWith, badRequest, unsupportedMediaType } from '../fixtures/refusals.ts';
import { namingOf } from '../fixtures/resource.ts';
import { type Check, caseFor } from './check.ts';
import { proveOpen } from './control.ts';
import { assertEachRefused, assertNoneStored, type Spoilt } from './refusedBodies.ts';

const AS_JSON = { 'content-type': 'application/json' };

/**
 * Ways to spoil a JSON text that holds an object; `place` is anywhere from its first to its last character, and
 * `name` is one of its members, a text.
 */
const MALFORMATIONS: Readonly<Record<string, (text: string, place: number, name: string) => string>> = {
  'without its end': (text, place) => text.slice(0, Math.max(1, place)),
  'without its last brace': (text) => text.slice(0, -1),
  'with a trailing comma': (text) => `${text.slice(0, -1)},}`,
  'in single quotes': (text) => text.replaceAll('"', "'"),
  'with a second text behind it': (text) => `${text}${text}`,
  'without a colon': (text) => text.replace(':', ' '),
  'with a name that is not quoted': (text, _, name) => text.replace(`"${name}"`, name),
  'with a control character in a string': (text, _, name) => text.replace(`"${name}":"`, `"${name}":"\u0001`),
  'as plain text': () => 'name is test',
};

/** What happens to bodies that are no JSON, no object or nothing at all (Response codes; error codes). */
export const malformedBody: Check = function* (resource) {
  yield* caseFor(
    resource,
    'platform-request-malformed-json-400',
    'a body that is no JSON is refused and not stored',
    async ({ scope }) => {
      const { path, shownAt, given, body: existing } = await scope.create(resource);
      await proveOpen(scope, resource, given, ['update']);
      const before = await stateOf(scope, shownAt);
      const naming = namingOf(resource);
      const names: unknown[] = [];
      const attempt = async (method: string, to: string, kind: string, fraction: number) => {
        const valid = resource.body(scope, given);
        names.push(valid[naming]);
        const text = JSON.stringify(valid);
        const body = MALFORMATIONS[kind]?.(text, Math.floor(fraction * text.length), naming) ?? '';
        const answer = await scope.api.send({ method, to, headers: AS_JSON, body });
        assertBadRequest(answer);
        assertNotReadAsEmpty(answer);
      };
      if (resource.operations.update !== undefined)
        for (const kind of Object.keys(MALFORMATIONS)) await attempt('PUT', path, kind, 0.5);
      await holdsForAll(scope, {
        name: 'texts that are no JSON',
        arbitrary: fc.tuple(
          fc.constantFrom(...Object.keys(MALFORMATIONS)),
          fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        ),
        attempt: ([kind, fraction]) => attempt('POST', given.collection, kind, fraction),
      });
      await assertUnchanged(scope, before);
      const others = names.filter((name) => name !== existing[naming]);
      await assertNoneStored(scope, resource, given, others);
    },
  );
  yield* caseFor(
    resource,
    'platform-request-empty-body-400',
    'a write without a body or with an empty object is refused',
    async ({ scope }) => {
      await assertEachRefused(scope, resource, () => [{ json: {} }], assertBadRequest);
      // Without a body, the missing media type may be what is refused.
      const without: readonly Spoilt[] = [{}, { headers: AS_JSON }, { headers: AS_JSON, body: '' }];
      await assertEachRefused(scope, resource, () => without, assertRefusedOrUnsupported);
    },
  );
  yield* caseFor(
    resource,
    'platform-request-non-object-400',
    'a JSON body that is no object is refused and not stored',
    async ({ scope }) => {
      await assertEachRefused(
        scope,
        resource,
        (body) =>
          [
            '[]',
            'null',
            '"text"',
            '1',
            'true',
            JSON.stringify([body]),
            JSON.stringify(JSON.stringify(body)),
          ].map((text) => ({ headers: AS_JSON, body: text })),
        assertBadRequest,
      );
    },
  );
};

/** A body that cannot be read misses no property: who says so has read it as an empty object. */
function assertNotReadAsEmpty(answer: Exchange): void {
  assert(
    detailsOf(answer).every(({ code }) => code !== 'REQUIRED_VALUE'),
    `${describeExchange(answer)} as if the malformed body were an empty object`,
    { expected: 'no detail with code REQUIRED_VALUE', received: answer.text, exchange: answer },
    assertNotReadAsEmpty,
  );
}

function assertBadRequest(exchange: Exchange): void {
  assertRefusedWith(exchange, badRequest);
}

function assertRefusedOrUnsupported(exchange: Exchange): void {
  assertRefusedWith(exchange, badRequest, unsupportedMediaType);
}
