import * as fc from 'fast-check';
import { readMember } from '../fixtures/aftermath.ts';
import { assert, assertStatus } from '../fixtures/assertions.ts';
import { at, describeExchange, type Exchange, isObject } from '../fixtures/exchange.ts';
import { holdsForAll } from '../fixtures/property.ts';
import { assertRefusedWith, badRequest } from '../fixtures/refusals.ts';
import { type Check, caseFor } from './check.ts';
import { proveOpen } from './control.ts';

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
      await proveOpen(scope, resource, given, ['update']);
      await holdsForAll(scope, {
        name: 'unknown properties',
        arbitrary: fc.tuple(unknownName, fc.jsonValue({ maxDepth: 2 })),
        concurrency: 4,
        attempt: async ([name, value]) => {
          // Put together as text, because an object literal would take __proto__ for its prototype.
          const member = `${JSON.stringify(name)}:${JSON.stringify(value)}`;
          const send = (method: string, to: string) => {
            const body = `${JSON.stringify(resource.body(scope, given)).slice(0, -1)},${member}}`;
            return scope.api.send({ method, to, body, headers: { 'content-type': 'application/json' } });
          };
          const post = await send('POST', given.collection);
          const id = at(post.json, 'id');
          await assertIgnored(post, () => readMember(scope, resource, given, id), name);
          if (post.status < 300) await scope.api.delete(`${given.collection}/${id}`);
          if (resource.operations.update === undefined) return;
          const { path } = await scope.create(resource, { given });
          await assertIgnored(await send('PUT', path), () => scope.api.get(path), name);
          await scope.api.delete(path);
        },
      });
    },
  );
};

/** Demands that a write was refused, or that what it wrote reads without the unknown property. */
async function assertIgnored(write: Exchange, shown: () => Promise<Exchange>, name: string): Promise<void> {
  if (write.status >= 300) return assertRefusedWith(write, badRequest);
  const read = await shown();
  assertStatus(read, 200);
  assert(
    isObject(read.json) && !Object.hasOwn(read.json, name),
    `${describeExchange(read)} with the unknown ${name}`,
    {
      expected: `no member ${name}`,
      received: read.text,
      exchange: read,
    },
  );
}
