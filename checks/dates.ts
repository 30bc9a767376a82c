import { assertUnchanged, stateOf } from '../fixtures/aftermath.ts';
import { assert, assertRefused } from '../fixtures/assertions.ts';
import { at, describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { instantOf } from '../fixtures/instant.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import type { Resource } from '../fixtures/resource.ts';
import { settled } from '../fixtures/settle.ts';
import { properties } from '../schemas/contract.ts';
import { type Check, caseFor } from './check.ts';
import { proveOpen } from './control.ts';
import { allAnswers } from './identity.ts';
import { valuesAt } from './valuesAt.ts';

/** Clocks of different machines, and the time an exchange takes. */
const SKEW_MS = 5 * 60_000;
/** Two writes this far apart have different times even on a clock of whole seconds. */
const APART_MS = 1_500;
const LONG_AGO = '2001-02-03T04:05:06.000Z';
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** When something was created and last changed: the server's time, in ISO 8601 (Conventions, Dates). */
export const dates: Check = function* (resource) {
  const paths = properties(resource.model)
    .filter(({ schema }) => schema.format === 'date-time')
    .map(({ path }) => path);
  if (paths.length > 0) yield* formats(resource, paths);
  if (!resource.dated) return;
  yield* created(resource);
  yield* updated(resource);
};

function* formats(resource: Resource, paths: readonly string[]) {
  yield* caseFor(resource, 'platform-dates-iso-8601', 'every date is in UTC with a Z', async ({ scope }) => {
    const { made, answers } = await allAnswers(scope, resource);
    const members = await scope.list(made.given.collection, resource.embedded);
    const seen = [...answers.map(({ json }) => json), ...members];
    const values = seen.flatMap((json) => paths.flatMap((path) => valuesAt(json, path)));
    const other = values.filter(
      (value) => typeof value !== 'string' || !UTC.test(value) || Number.isNaN(Date.parse(value)),
    );
    assert(other.length === 0, `${other.length} of ${values.length} dates are in another form`, {
      expected: 'a date such as 2026-03-23T16:34:44.760Z',
      received: other,
    });
  });
}

function* created(resource: Resource) {
  yield* caseFor(
    resource,
    'platform-created-at-plausible',
    'createdAt lies within the create',
    async ({ scope }) => {
      const { exchange } = await scope.create(resource);
      assertNow(exchange, 'createdAt');
      const [createdAt, updatedAt] = [dateOf(exchange, 'createdAt'), at(exchange.json, 'updatedAt')];
      assert(
        updatedAt === undefined || instantOf(updatedAt) >= createdAt,
        'updatedAt lies before createdAt',
        {
          expected: 'updatedAt not before createdAt',
          received: exchange.text,
          exchange,
        },
      );
    },
  );
  yield* caseFor(
    resource,
    'platform-created-at-read-only',
    'a create has the time of the server as createdAt',
    async ({ scope }) => {
      const { given } = await scope.create(resource);
      const body = { ...resource.body(scope, given), createdAt: LONG_AGO };
      const create = await scope.api.post(given.collection, body);
      if (create.status >= 300) return assertRefused(create, { target: 'createdAt' });
      assertNow(await scope.api.get(`${given.collection}/${at(create.json, 'id')}`), 'createdAt');
    },
  );
  yield* caseFor(
    resource,
    'platform-created-at-read-only',
    'a replace keeps createdAt',
    async ({ scope }) => {
      const { given, path } = await scope.create(resource);
      await proveOpen(scope, resource, given, ['update']);
      const before = await stateOf(scope, path);
      for (const sent of [{ createdAt: LONG_AGO }, {}]) {
        const put = await scope.api.put(path, { ...resource.changed(scope, given), ...sent });
        if (put.status >= 300) assertRefused(put, { target: 'createdAt' });
        const after = await stateOf(scope, path);
        assert(dateOf(after, 'createdAt') === dateOf(before, 'createdAt'), 'a replace changed createdAt', {
          expected: `createdAt ${at(before.json, 'createdAt')}`,
          received: after.text,
          exchange: put,
        });
      }
    },
  );
}

function* updated(resource: Resource) {
  yield* caseFor(
    resource,
    'platform-updated-at-advances',
    'updatedAt moves forward with a change',
    async ({ scope }) => {
      const { given, path } = await scope.create(resource);
      const before = dateOf(await stateOf(scope, path), 'updatedAt');
      const change = async () => {
        await scope.api.put(path, resource.changed(scope, given));
        return stateOf(scope, path);
      };
      const after = await settled(scope, APART_MS, change, (read) => dateOf(read, 'updatedAt') > before);
      const [createdAt, updatedAt] = [dateOf(after, 'createdAt'), dateOf(after, 'updatedAt')];
      assert(updatedAt > before && updatedAt >= createdAt, 'updatedAt stays where it was', {
        expected: `updatedAt after ${new Date(before).toISOString()}`,
        received: after.text,
        exchange: after,
      });
      assertNow(after, 'updatedAt');
    },
  );
  yield* caseFor(
    resource,
    'platform-updated-at-read-only',
    'a replace has the time of the server as updatedAt',
    async ({ scope }) => {
      const { given, path } = await scope.create(resource);
      await proveOpen(scope, resource, given, ['update']);
      const before = await stateOf(scope, path);
      const put = await scope.api.put(path, { ...resource.changed(scope, given), updatedAt: LONG_AGO });
      if (put.status < 300) return assertNow(await scope.api.get(path), 'updatedAt');
      assertRefused(put, { target: 'updatedAt' });
      await assertUnchanged(scope, before);
    },
  );
}

/** Demands that a date lies close to the Date header of the answer that shows it. */
function assertNow(exchange: Exchange, property: string): void {
  const header = Date.parse(exchange.headers.date ?? '');
  const nowMs = Number.isNaN(header) ? exchange.sentAtMs : header;
  assert(
    Math.abs(dateOf(exchange, property) - nowMs) <= SKEW_MS,
    `${describeExchange(exchange)} with a ${property} far from the time of the exchange`,
    {
      expected: `${property} within five minutes of ${new Date(nowMs).toISOString()}`,
      received: at(exchange.json, property),
      exchange,
    },
    assertNow,
  );
}

/** Epoch milliseconds of a date of an answer. @throws Blocked when it has none, since nothing can be compared then */
function dateOf(exchange: Exchange, property: string): number {
  const value = instantOf(at(exchange.json, property));
  if (Number.isNaN(value)) throw new Blocked(`${describeExchange(exchange)} shows no date as ${property}`);
  return value;
}
