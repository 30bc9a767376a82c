import * as fc from 'fast-check';
import { assert, assertStatus } from '../fixtures/assertions.ts';
import { describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { holdsForAll } from '../fixtures/property.ts';
import { assertRefusedWith, badRequest } from '../fixtures/refusals.ts';
import { type Check, caseFor } from './check.ts';

/** Names that no model has; some of them have a meaning in the languages that servers are written in. */
const unknownName = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 12 }).map((text) => `unknown${text}`),
  fc.constantFrom('__proto__', 'constructor', 'toString', '$where', 'class'),
);

/** What becomes of a property that no page lists: documents are silent, so it is refused or ignored. */
export const unknownProperty: Check = function* (resource) {
  yield* caseFor(
    resource,
    'platform-request-unknown-property',
    'a property that the model does not know is never stored',
    async ({ scope }) => {
      const given = await resource.arrange(scope);
      await holdsForAll(scope, {
        name: 'unknown properties',
        arbitrary: fc.tuple(unknownName, fc.jsonValue({ maxDepth: 2 })),
        concurrency: 4,
        attempt: async ([name, value]) => {
          // Put together as text, because an object literal would take __proto__ for its prototype.
          const withUnknown = (body: object) =>
            `${JSON.stringify(body).slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(value)}}`;
          const headers = { 'content-type': 'application/json' };
          const attempts = [
            { method: 'POST', to: given.collection, body: withUnknown(resource.body(scope, given)), headers },
          ];
          const { path } = await scope.create(resource, { given });
          attempts.push({ method: 'PUT', to: path, body: withUnknown(resource.body(scope, given)), headers });
          for (const attempt of attempts) {
            const answer = await scope.api.send(attempt);
            if (answer.status >= 300) {
              assertRefusedWith(answer, badRequest);
              continue;
            }
            const id = String((answer.json as { id: unknown }).id);
            assertWithout(await scope.api.get(`${given.collection}/${id}`), name);
            await scope.api.delete(`${given.collection}/${id}`);
          }
          await scope.api.delete(path);
        },
      });
    },
  );
};

function assertWithout(read: Exchange, name: string): void {
  assertStatus(read, 200);
  assert(!Object.hasOwn(read.json as object, name), `${describeExchange(read)} with the unknown ${name}`, {
    expected: `no member ${name}`,
    received: read.text,
    exchange: read,
  });
}
