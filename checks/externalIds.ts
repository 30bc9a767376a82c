import * as fc from 'fast-check';
import { assert, assertStatus } from '../fixtures/assertions.ts';
import { describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { holdsForAll } from '../fixtures/property.ts';
import { type Answers, answersOf, assertDistinct, assertEach, everyAnswer } from './answers.ts';
import { type Check, caseFor } from './check.ts';

const TRANSACTION = 'x-ping-external-transaction-id';
const SESSION = 'x-ping-external-session-id';
/** What of the allowed characters can stand in a header field (facts 0.4). */
const ALLOWED = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/@=#+'];
const allowed = fc.constantFrom(...ALLOWED);
const allowedId = fc.string({ unit: allowed, minLength: 1, maxLength: 100 });
/** Blanks at an end would belong to the header field and not to its value, so both ends are allowed characters. */
const idToClean = fc
  .tuple(allowed, fc.string({ unit: fc.constantFrom(...ALLOWED, ...' ,;'), maxLength: 90 }), allowed)
  .map(([first, middle, last]) => `${first}${middle} ,;${last}`);

/** The optional headers with the client's own identifiers (OpenAPI, common parameters; facts 0.4). */
export const externalIds: Check = function* (resource) {
  yield* caseFor(
    resource,
    'platform-header-external-ids-accepted',
    'external ids change no status',
    async ({ scope }) => {
      const without = await answersOf(scope, resource);
      for (const value of ['a', 'Az09._-/@=#+'.padEnd(100, 'x')]) {
        const withIds = await answersOf(scope, resource, { [TRANSACTION]: value, [SESSION]: value });
        for (const kind of Object.keys(without) as (keyof Answers)[]) {
          const [answer, status] = [withIds[kind], without[kind]?.status];
          if (answer !== undefined && status !== undefined) assertStatus(answer, status);
        }
      }
    },
  );
  yield* caseFor(
    resource,
    'platform-header-external-ids-echoed',
    'external ids come back',
    async ({ scope }) => {
      const sent: Record<string, string> = { [TRANSACTION]: 'transaction-1', [SESSION]: 'session/2@example' };
      for (const answer of everyAnswer(await answersOf(scope, resource, sent))) {
        for (const name of [TRANSACTION, SESSION]) assertEchoed(answer, name, sent[name] ?? '');
      }
      const { shownAt } = await scope.create(resource);
      await holdsForAll(scope, {
        name: 'external ids',
        arbitrary: fc.tuple(allowedId, allowedId),
        attempt: async ([transaction, session]) => {
          const answer = await scope.api.get(shownAt, { [TRANSACTION]: transaction, [SESSION]: session });
          assertEchoed(answer, TRANSACTION, transaction);
          assertEchoed(answer, SESSION, session);
        },
      });
    },
  );
  yield* caseFor(
    resource,
    'platform-header-external-ids-generated',
    'a transaction id is generated where none was sent',
    async ({ scope }) => {
      const answers = everyAnswer(await answersOf(scope, resource));
      const id = ({ headers }: Exchange) => headers[TRANSACTION];
      assertEach(answers, `a ${TRANSACTION} header`, (answer) => Boolean(id(answer)), id);
      assertDistinct(answers, TRANSACTION, id);
    },
  );
  yield* caseFor(
    resource,
    'platform-header-external-ids-cleaned',
    'other characters in external ids become underscores',
    async ({ scope }) => {
      const { shownAt } = await scope.create(resource);
      await holdsForAll(scope, {
        name: 'external ids with other characters',
        arbitrary: idToClean,
        attempt: async (id) => {
          const answer = await scope.api.get(shownAt, { [TRANSACTION]: id, [SESSION]: id });
          assertStatus(answer, 200);
          const cleaned = id.replace(/[ ,;]/g, '_');
          assertEchoed(answer, TRANSACTION, cleaned);
          assertEchoed(answer, SESSION, cleaned);
        },
      });
    },
  );
};

function assertEchoed(answer: Exchange, name: string, expected: string): void {
  const received = answer.headers[name];
  assert(
    received === expected,
    `${describeExchange(answer)} with another ${name} than promised`,
    { expected: `${name}: ${expected}`, received: received ?? 'no such header', exchange: answer },
    assertEchoed,
  );
}
