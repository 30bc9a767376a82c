import { assert, assertError, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import {
  assertRefusedWith,
  badRequest,
  forbidden,
  notFound,
  unauthorized,
} from '../../../fixtures/refusals.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { populations } from '../../../resources/populations.ts';
import { createSandbox, listEnvironments, REMOVAL_LIMIT_MS, USABLE_LIMIT_MS } from './environment.ts';

/** What the delete of a sandbox environment answers and, after a while, leaves (Environments, delete). */
export const removal: readonly Case[] = [
  {
    title: 'a deleted sandbox environment is not found in the end',
    requirements: ['environments-delete-gone'],
    run: async ({ scope }) => {
      const { path } = await createSandbox(scope);
      assertStatus(await scope.api.delete(path), 204);
      const reads: Exchange[] = [];
      const last = await untilGone(scope, path, REMOVAL_LIMIT_MS, reads);
      for (const read of reads) assertStatus(read, 200, 403, 404);
      assertError(last, [404], ['NOT_FOUND']);
    },
  },
  {
    title: 'a deleted sandbox environment is not listed in the end',
    requirements: ['environments-delete-unlisted'],
    run: async ({ scope }) => {
      const { path, id } = await createSandbox(scope);
      assertStatus(await scope.api.delete(path), 204);
      const ids = await settled(
        scope,
        REMOVAL_LIMIT_MS,
        async () => (await listEnvironments(scope)).map((one) => one.id),
        (all) => !all.includes(id),
      );
      assert(!ids.includes(id), 'a deleted environment is still listed', {
        expected: `no member with id ${id}`,
        received: ids,
      });
    },
  },
  {
    title: 'what a deleted environment contained is not reached in the end',
    requirements: ['environments-delete-closes-contents'],
    run: async ({ scope }) => {
      const { path } = await createSandbox(scope);
      const given = { collection: `${path}/populations`, ids: {} };
      const population = await createdInside(scope, given.collection, populations.body(scope, given));
      assertStatus(await scope.api.get(population), 200);
      assertStatus(await scope.api.delete(path), 204);
      await untilGone(scope, path, USABLE_LIMIT_MS);
      const last = await untilGone(scope, population, REMOVAL_LIMIT_MS);
      scope.observe('reading', 'environments-delete-closes-contents', `status ${last.status}`);
      assertRefusedWith(last, notFound, unauthorized, forbidden, badRequest);
    },
  },
];

/** Reads until the answer is no success, at most as long as told; keeps every read where asked to. */
function untilGone(scope: Scope, path: string, limitMs: number, reads: Exchange[] = []): Promise<Exchange> {
  const read = async () => {
    const exchange = await scope.api.get(path);
    reads.push(exchange);
    return exchange;
  };
  const isEnvironment = path.split('/').length === 3;
  return settled(scope, limitMs, read, ({ status }) => (isEnvironment ? status === 404 : status >= 400));
}

/** Creates in a new environment, which may refuse that for a while. @throws Blocked when it goes on refusing */
async function createdInside(scope: Scope, collection: string, body: unknown): Promise<string> {
  const created = await settled(
    scope,
    USABLE_LIMIT_MS,
    () => scope.api.post(collection, body),
    ({ status }) => status < 300,
  );
  const id = (created.json as { id?: unknown } | undefined)?.id;
  if (typeof id !== 'string')
    throw new Blocked(`a new environment cannot be filled: ${describeExchange(created)}`);
  return `${collection}/${id}`;
}
