import { walk } from '../../../checks/pages.ts';
import { assert, sameJson } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { createRecording, evaluate, evaluateSeveral, listRecent, recentOf, SMALLEST } from './recording.ts';

const recentDecisions = { embedded: 'recentDecisions' };

/** How the recent decisions are divided into pages (Read Recent Decisions, query parameters and sample). */
export const pages: readonly Case[] = [
  {
    title: 'the decisions stand in an array under their name',
    requirements: ['recent-decisions-list-embedded'],
    run: async ({ scope }) => {
      const { path } = await createRecording(scope);
      await evaluate(scope, path);
      const list = await scope.api.get(recentOf(path));
      assert(Array.isArray(at(list.json, '_embedded.recentDecisions')), describeExchange(list), {
        expected: 'an array in _embedded.recentDecisions',
        received: list.text,
        exchange: list,
      });
    },
  },
  {
    title: 'size is the number of decisions on the page, and count no less',
    requirements: ['recent-decisions-list-size'],
    run: async ({ scope }) => {
      const path = await recordedThree(scope);
      for (const { exchange, ids } of await walk(scope, recentDecisions, `${recentOf(path)}?limit=2`)) {
        const size = at(exchange.json, 'size');
        const count = at(exchange.json, 'count');
        const isSized = size === undefined || size === ids.length;
        const isCounted = count === undefined || Number(count) >= ids.length;
        assert(isSized && isCounted, describeExchange(exchange), {
          expected: `size ${ids.length} and count at least ${ids.length}, each where it is given`,
          received: { size, count },
          exchange,
        });
      }
    },
  },
  {
    title: 'a page holds no more decisions than its limit and leads on',
    requirements: ['recent-decisions-limit'],
    run: async ({ scope }) => {
      const path = await recordedThree(scope);
      const page = await scope.api.get(`${recentOf(path)}?limit=1`);
      const shown = at(page.json, '_embedded.recentDecisions');
      const next = at(page.json, '_links.next.href');
      assert(Array.isArray(shown) && shown.length <= 1 && next !== undefined, describeExchange(page), {
        expected: 'at most one of three decisions, and a next link',
        received: page.text,
        exchange: page,
      });
    },
  },
  {
    title: 'the next links visit every decision once, in the order of one page',
    requirements: ['recent-decisions-cursor'],
    run: async ({ scope }) => {
      const path = await recordedThree(scope);
      const whole = (await listRecent(scope, path)).map(({ id }) => id);
      const visited = await walk(scope, recentDecisions, `${recentOf(path)}?limit=1`);
      const ids = visited.flatMap((page) => page.ids);
      assert(sameJson(ids, whole), `${visited.length} pages repeat, miss or reorder decisions`, {
        expected: whole.join(', '),
        received: ids,
        exchange: visited.at(-1)?.exchange,
      });
    },
  },
];

/** An endpoint that has recorded three decisions. */
async function recordedThree(scope: Scope): Promise<string> {
  const { path } = await createRecording(scope);
  await evaluateSeveral(scope, path, [SMALLEST, SMALLEST, SMALLEST]);
  return path;
}
