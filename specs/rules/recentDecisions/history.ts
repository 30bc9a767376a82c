import { walk } from '../../../checks/pages.ts';
import { assert, assertMember, assertStatus, sameJson } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, isObject } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import {
  createRecording,
  evaluate,
  listRecent,
  type RecentDecision,
  recentOf,
  recentOnce,
  record,
  recordSeveral,
} from './recording.ts';

/** How many decisions are kept, and how many stand on a page (admin guide; Read Recent Decisions, sample). */
const KEPT = 20;

const recentDecisions = { embedded: 'recentDecisions' };

/** Which decisions the history of an endpoint holds, and in which order. */
export const history: readonly Case[] = [
  {
    title: 'the recent decisions answer a HAL document',
    requirements: ['recent-decisions-list-200'],
    run: async ({ scope }) => {
      const { path } = await createRecording(scope);
      await evaluate(scope, path);
      const list = await scope.api.get(recentOf(path));
      assertStatus(list, 200);
      const isHal = isObject(at(list.json, '_links')) && isObject(at(list.json, '_embedded'));
      assert(isHal, `${describeExchange(list)} without _links and _embedded`, {
        expected: 'an object with _links and _embedded',
        received: list.text,
        exchange: list,
      });
    },
  },
  {
    title: 'a read by id answers that one decision',
    requirements: ['recent-decisions-read-200'],
    run: async ({ scope }) => {
      const { path } = await createRecording(scope);
      for (const { item } of await recordSeveral(scope, path, 2)) {
        const read = await scope.api.get(`${recentOf(path)}/${String(item.id)}`);
        assertStatus(read, 200);
        assertMember(read, 'id', item.id);
        assertMember(read, 'decisionResponse.decision', at(item, 'decisionResponse.decision'));
      }
    },
  },
  {
    title: 'the latest decision comes first',
    requirements: ['recent-decisions-newest-first'],
    run: async ({ scope }) => {
      const { path } = await createRecording(scope);
      const recorded = await recordSeveral(scope, path, 3);
      const wanted = recorded.map(({ item }) => item.id).reverse();
      const listed = await listRecent(scope, path);
      // Decisions of one instant may stand in either order.
      const times = new Map(listed.map(({ id, requestedAt }) => [id, requestedAt]));
      const timesOf = (ids: readonly unknown[]) => ids.map((id) => times.get(id));
      const found = listed.map(({ id }) => id);
      const tied =
        found.every((id) => times.get(id) !== undefined) && sameJson(timesOf(found), timesOf(wanted));
      assert(sameJson(found, wanted) || tied, 'the recent decisions do not begin with the latest', {
        expected: wanted.join(', '),
        received: listed.map(({ id, requestedAt }) => ({ id, requestedAt })),
      });
    },
  },
  {
    title: 'a page holds no more than 20 decisions when no limit is given',
    requirements: ['recent-decisions-page-of-20'],
    run: async ({ scope }) => {
      const { path } = await createRecording(scope);
      for (let number = 0; number <= KEPT; number += 1) await evaluate(scope, path);
      const kept = await recentOnce(scope, path, ({ length }) => length >= KEPT);
      if (kept.length === 0) throw new Blocked('no decision appeared among the recent ones');
      const page = await scope.api.get(recentOf(path));
      const items = at(page.json, '_embedded.recentDecisions');
      const count = Number(at(page.json, 'count') ?? 0);
      const length = Array.isArray(items) ? items.length : 0;
      const leadsOn = at(page.json, '_links.next.href') !== undefined;
      assert(length <= KEPT && (count <= length || leadsOn), describeExchange(page), {
        expected: `at most ${KEPT} decisions, and a next link when count says that there are more`,
        received: `${length} decisions, count ${count}, ${leadsOn ? 'a' : 'no'} next link`,
        exchange: page,
      });
    },
  },
  {
    title: 'the latest 20 decisions are kept',
    requirements: ['recent-decisions-history-of-20'],
    run: async ({ scope }) => {
      const { path } = await createRecording(scope);
      const [oldest, ...later] = (await recordSeveral(scope, path, KEPT)).map(({ item }) => String(item.id));
      await evaluate(scope, path);
      const isNew = ({ id }: RecentDecision) => ![oldest, ...later].includes(String(id));
      const newest = (await recentOnce(scope, path, (items) => items.some(isNew))).find(isNew);
      const latest = [...later, newest === undefined ? 'the newest' : String(newest.id)];
      const seen = (await walk(scope, recentDecisions, recentOf(path))).flatMap(({ ids }) => ids);
      const dropped = !seen.includes(String(oldest));
      scope.observe('reading', 'the decision before the latest 20', dropped ? 'dropped' : 'kept');
      const missing = latest.filter((id) => !seen.includes(id));
      assert(missing.length === 0, `${missing.length} of the latest ${KEPT} decisions are not kept`, {
        expected: latest.join(', '),
        received: seen,
      });
      assert(dropped || seen.at(-1) === oldest, 'the oldest decision does not come last', {
        expected: `${oldest} at the end, or not at all`,
        received: seen,
      });
    },
  },
  {
    title: 'an endpoint shows its own decisions only',
    requirements: ['recent-decisions-own-endpoint-only'],
    run: async ({ scope }) => {
      const paths = [(await createRecording(scope)).path, (await createRecording(scope)).path];
      const recorded: { path: string; id: unknown }[] = [];
      for (const path of paths) recorded.push({ path, id: (await record(scope, path)).item.id });
      for (const { path, id } of recorded) {
        const ids = (await listRecent(scope, path)).map((item) => item.id);
        assert(sameJson(ids, [id]), `the recent decisions of ${path} are not its own`, {
          expected: [id].join(),
          received: ids,
        });
      }
    },
  },
];
