import { stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertError } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import {
  createRecording,
  evaluate,
  letRecordingPass,
  listRecent,
  type RecentDecision,
  recentOf,
  recentOnce,
  record,
  switchRecording,
} from './recording.ts';

/** What was recorded may be seen for a while after it was removed (facts 0.10). */
const CLEARING_LIMIT_MS = 30_000;

/** When a decision is recorded, and how long it stays (data model, recordRecentRequests; admin guide). */
export const switching: readonly Case[] = [
  {
    title: 'an endpoint that records shows a decision once',
    requirements: ['recent-decisions-recorded-when-on'],
    run: async ({ scope }) => {
      const { path } = await createRecording(scope);
      await evaluate(scope, path);
      const items = await recentOnce(scope, path, ({ length }) => length > 0);
      assertItems(items, 1, 'one recent decision, for the one evaluation');
    },
  },
  {
    title: 'an endpoint that does not record shows no decision',
    requirements: ['recent-decisions-not-recorded-when-off'],
    run: async ({ scope }) => {
      const { path } = await createRecording(scope, false);
      await evaluate(scope, path);
      await evaluate(scope, path);
      await letRecordingPass(scope);
      assertItems(await shownOrNone(scope, path), 0, 'no recent decision');
    },
  },
  {
    title: 'recording that is switched on concerns later decisions only',
    requirements: ['recent-decisions-recording-switched-on'],
    run: async ({ scope }) => {
      const made = await createRecording(scope, false);
      const before = await evaluate(scope, made.path);
      await switchRecording(scope, made, true);
      await evaluate(scope, made.path);
      await recentOnce(scope, made.path, ({ length }) => length > 0);
      await letRecordingPass(scope);
      const items = await listRecent(scope, made.path);
      const early = at(before.json, 'id');
      const isEarly = ({ id, decisionResponse }: RecentDecision) =>
        early !== undefined && [id, at(decisionResponse, 'id')].includes(early);
      assertItems(items, 1, 'the decision that was made while recording was on, and no other');
      assertItems(items.filter(isEarly), 0, 'no decision that was made while recording was off');
    },
  },
  {
    title: 'recording that is switched off concerns no later decision',
    requirements: ['recent-decisions-recording-switched-off'],
    run: async ({ scope }) => {
      const made = await createRecording(scope);
      const { item } = await record(scope, made.path);
      await switchRecording(scope, made, false);
      await evaluate(scope, made.path);
      await letRecordingPass(scope);
      const later = (await shownOrNone(scope, made.path)).filter(({ id }) => id !== item.id);
      assertItems(later, 0, 'no decision that was made while recording was off');
    },
  },
  {
    title: 'switching recording off removes what was recorded',
    requirements: ['recent-decisions-cleared-when-switched-off'],
    run: async ({ scope }) => {
      const made = await createRecording(scope);
      const { item } = await record(scope, made.path);
      for (const recording of [false, true]) {
        await switchRecording(scope, made, recording);
        const old = await settled(
          scope,
          CLEARING_LIMIT_MS,
          async () => (await shownOrNone(scope, made.path)).filter(({ id }) => id === item.id),
          ({ length }) => length === 0,
        );
        assertItems(old, 0, 'no decision from before recording was switched off');
      }
    },
  },
  {
    title: 'the decisions of a deleted endpoint are gone',
    requirements: ['recent-decisions-deleted-endpoint'],
    run: async ({ scope }) => {
      const { path } = await createRecording(scope);
      const { item } = await record(scope, path);
      const going = [recentOf(path), `${recentOf(path)}/${String(item.id)}`];
      for (const to of going) await stateOf(scope, to);
      const { status } = await scope.api.delete(path);
      if (status >= 300) throw new Blocked(`an endpoint was not deleted: status ${status}`);
      for (const to of going) assertError(await scope.api.get(to), [404], ['NOT_FOUND']);
    },
  },
];

/** The recent decisions of an endpoint; none where it refuses to list any while it does not record. */
async function shownOrNone(scope: Scope, path: string): Promise<readonly RecentDecision[]> {
  const { status } = await scope.api.get(recentOf(path));
  return status >= 400 && status < 500 ? [] : listRecent(scope, path);
}

function assertItems(items: readonly RecentDecision[], count: number, expected: string): void {
  assert(
    items.length === count,
    `${items.length} recent decisions are shown`,
    { expected, received: items },
    assertItems,
  );
}
