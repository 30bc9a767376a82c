import * as fc from 'fast-check';
import { anyCharacter } from '../fixtures/arbitraries/character.ts';
import { invalidJsonBody } from '../fixtures/arbitraries/jsonBody.ts';
import { invalidUuid } from '../fixtures/arbitraries/uuid.ts';
import { assert } from '../fixtures/assertions.ts';
import { describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { holdsForAll } from '../fixtures/property.ts';
import { namingOf } from '../fixtures/resource.ts';
import { type Check, caseFor } from './check.ts';

const ROW = 'platform-client-fault-is-4xx';
const faultyText = fc.oneof(...invalidJsonBody.map(({ arbitrary }) => arbitrary));
const faultyId = fc.oneof(...invalidUuid.map(({ arbitrary }) => arbitrary));
/** Control characters and lone surrogates among them, which JSON writes as escapes. */
const anyText = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 20 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom('', ' ', '\0', '\ud800', '%00', '%s', "'; --", '../..', 'a'.repeat(5000)),
);

/** A faulty request is the client's fault and never a failure of the service (Response codes). */
export const clientFaults: Check = function* (resource) {
  yield* caseFor(
    resource,
    ROW,
    'a body that is no JSON object never makes the service fail',
    async ({ scope }) => {
      const { path, given } = await scope.create(resource);
      const headers = { 'content-type': 'application/json' };
      await holdsForAll(scope, {
        name: 'bodies that are no JSON object',
        arbitrary: faultyText,
        attempt: async (body) => {
          assertClientFault(await scope.api.send({ method: 'POST', to: given.collection, headers, body }));
          assertClientFault(await scope.api.send({ method: 'PUT', to: path, headers, body }));
        },
      });
    },
  );
  yield* caseFor(resource, ROW, 'a path that holds no id never makes the service fail', async ({ scope }) => {
    const { given } = await scope.create(resource);
    await holdsForAll(scope, {
      name: 'ids that are no UUID',
      arbitrary: faultyId,
      attempt: async (id) => {
        const to = `${given.collection}/${scope.ledger.madeUp(id)}`;
        assertClientFault(await scope.api.get(to));
        assertClientFault(await scope.api.put(to, resource.body(scope, given)));
        assertClientFault(await scope.api.delete(to));
      },
    });
  });
  yield* caseFor(
    resource,
    ROW,
    'unusual characters in a property never make the service fail',
    async ({ scope }) => {
      const { given } = await scope.create(resource);
      const full = resource.full(scope, given);
      const texts = Object.keys(full).filter((name) => typeof full[name] === 'string');
      await holdsForAll(scope, {
        name: 'unusual characters',
        arbitrary: fc.tuple(fc.constantFrom(...texts), anyText),
        concurrency: 4,
        attempt: async ([name, text]) => {
          // A name keeps the mark of the run.
          const value = name === namingOf(resource) ? scope.name() + text : text;
          const body = { ...resource.full(scope, given), [name]: value };
          const answer = await scope.api.post(given.collection, body);
          assertNoFailure(answer);
          const id = (answer.json as { id?: unknown } | undefined)?.id;
          if (answer.status < 300 && typeof id === 'string') {
            const to = `${given.collection}/${id}`;
            assertNoFailure(await scope.api.get(to));
            await scope.api.delete(to);
          }
        },
      });
    },
  );
  yield* caseFor(resource, ROW, 'unusual query parameters never make the service fail', async ({ scope }) => {
    const { given } = await scope.create(resource);
    const names = fc.constantFrom('limit', 'cursor', 'filter', 'expand', 'order', 'include', 'unknown');
    await holdsForAll(scope, {
      name: 'unusual query parameters',
      arbitrary: fc.tuple(names, fc.string({ unit: anyCharacter, maxLength: 20 })),
      attempt: async ([name, text]) => {
        assertNoFailure(await scope.api.get(`${given.collection}?${name}=${encodeURIComponent(text)}`));
      },
    });
  });
};

function assertClientFault(exchange: Exchange): void {
  assert(
    exchange.status >= 400 && exchange.status < 500,
    `${describeExchange(exchange)} to a faulty request`,
    {
      expected: 'a status from 400 to 499',
      received: `status ${exchange.status} ${exchange.text}`,
      exchange,
    },
    assertClientFault,
  );
}

/** For requests that a service may take or refuse, since the documents are silent about them. */
function assertNoFailure(exchange: Exchange): void {
  assert(
    exchange.status < 500,
    `${describeExchange(exchange)} to an unusual request`,
    { expected: 'a status below 500', received: `status ${exchange.status} ${exchange.text}`, exchange },
    assertNoFailure,
  );
}
