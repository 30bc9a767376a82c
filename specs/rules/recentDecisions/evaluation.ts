import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import { instantOf } from '../../../fixtures/instant.ts';
import { createRecording, listRecent, record } from './recording.ts';
import { requestsOf } from './requests.ts';

const OUTCOMES: readonly unknown[] = ['PERMIT', 'DENY', 'NOT_APPLICABLE', 'INDETERMINATE'];

/** The clock of a target may be that much ahead of ours or behind it. */
const TOLERANCE_MS = 300_000;

/** As many reads take more than a millisecond, so that a clock that is read in each of them shows. */
const READS = 10;

/** What is recorded is what the caller received (Read Recent Decisions, sample). */
export const evaluation: readonly Case[] = [
  {
    title: 'the recorded response has the id of the answer',
    requirements: ['recent-decisions-item-id-matches-evaluation'],
    run: async ({ scope }) => {
      const { path } = await createRecording(scope);
      const { answer, item } = await record(scope, path);
      const told = at(answer.json, 'id');
      scope.observe('reading', 'the id of a decision', told === undefined ? 'not told' : 'told');
      const recorded = at(item, 'decisionResponse.id');
      assert(told === undefined || recorded === told, 'the history tells another response than the answer', {
        expected: `decisionResponse.id ${String(told)}`,
        received: item,
        exchange: answer,
      });
    },
  },
  {
    title: 'the recorded decision is that of the answer',
    requirements: ['recent-decisions-decision-recorded'],
    run: async ({ scope }) => {
      const { policies, bodies } = requestsOf(scope);
      const { path } = await createRecording(scope, true, policies);
      for (const request of bodies) {
        const { answer, item } = await record(scope, path, request);
        const recorded = at(item, 'decisionResponse.decision');
        const told = at(answer.json, 'decision');
        assert(recorded === told && OUTCOMES.includes(recorded), 'the history tells another decision', {
          expected: `decisionResponse.decision ${String(told)}, one of ${OUTCOMES.join(', ')}`,
          received: item,
          exchange: answer,
        });
      }
    },
  },
  {
    title: 'requestedAt is the time of the evaluation',
    requirements: ['recent-decisions-requested-at'],
    run: async ({ scope }) => {
      const { path } = await createRecording(scope);
      const beforeMs = Date.now();
      const { answer, item } = await record(scope, path);
      const afterMs = Date.now();
      const timeMs = timeOf(item.requestedAt);
      const isWithin = timeMs >= beforeMs - TOLERANCE_MS && timeMs <= afterMs + TOLERANCE_MS;
      assert(isWithin, `${describeExchange(answer)} and is recorded for another time`, {
        expected: `an ISO 8601 date-time about ${new Date(beforeMs).toISOString()}`,
        received: item.requestedAt ?? 'no requestedAt',
        exchange: answer,
      });
    },
  },
  {
    title: 'requestedAt is the same in every read',
    requirements: ['recent-decisions-requested-at'],
    run: async ({ scope }) => {
      const { path } = await createRecording(scope);
      const { item } = await record(scope, path);
      for (let read = 0; read < READS; read += 1) {
        const again = (await listRecent(scope, path)).find(({ id }) => id === item.id);
        assert(again?.requestedAt === item.requestedAt, 'a recent decision changes its time', {
          expected: `requestedAt ${String(item.requestedAt)}`,
          received: again ?? 'no such decision',
        });
      }
    },
  },
];

/** Epoch milliseconds; the sample has no zone, which stands for UTC. NaN when the value is no date-time. */
function timeOf(value: unknown): number {
  const zoned = instantOf(value);
  return Number.isNaN(zoned) ? instantOf(`${String(value)}Z`) : zoned;
}
