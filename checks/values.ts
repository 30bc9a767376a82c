import { assert } from '../fixtures/assertions.ts';
import type { Case } from '../fixtures/case.ts';
import { describeExchange, type Exchange } from '../fixtures/exchange.ts';
import { keeps } from '../fixtures/kept.ts';
import { valueAt, withValue } from '../fixtures/mutations/path.ts';
import { filledIn } from '../fixtures/placeholders.ts';
import { assertRefusedForAny } from '../fixtures/refusedForAny.ts';
import type { Body, Resource, Table } from '../fixtures/resource.ts';
import type { ValueRow } from '../fixtures/tables/valueRow.ts';
import { smallestOf } from './bodies.ts';
import { type Check, caseFor } from './check.ts';
import { withoutTrace } from './traces.ts';
import {
  accept,
  type Clean,
  openWrite,
  type PreparedWrite,
  prepareWrite,
  rowsOf,
  writesOf,
} from './writes.ts';

/** The fixed values of a resource's data tables: each is accepted and kept, or refused, on every kind of write. */
export const values: Check = function* (resource) {
  for (const table of resource.tables ?? []) {
    for (const row of table.rows) yield* tryRow(resource, table, row);
  }
};

function* tryRow(resource: Resource, table: Table, row: ValueRow): Generator<Case> {
  const what = `${table.property ?? (table.instead ?? []).join(' and ')}: ${row.description}`;
  for (const write of writesOf(resource)) {
    const rows = rowsOf([row.requirement], write);
    if (rows.length === 0) continue;
    const title = `${what} is ${row.valid ? 'accepted' : 'refused'} in a ${write}`;
    yield* caseFor(resource, rows, title, async ({ scope }) => {
      const prepare = row.valid ? openWrite : prepareWrite;
      const prepared = await prepare(scope, resource, write, cleanFor(resource, table));
      const value = await filledIn(row.value, table.makers ?? {}, scope, prepared.given);
      const body = bodyWith(prepared.clean(), table, value);
      if (row.valid) await acceptValue(prepared, body, table, { ...row, value });
      else
        await withoutTrace(prepared, body, async () =>
          assertRowRefused(await prepared.send(body), table, row),
        );
    });
  }
}

/** The body that takes a row's value: the table's own, or else the smallest one. */
function cleanFor(resource: Resource, { into }: Table): Clean {
  return into === undefined ? smallestOf(resource) : { arrange: into.arrange, body: into.full };
}

function bodyWith(clean: Body, { property, instead = [] }: Table, value: unknown): Body {
  if (property !== undefined) return withValue(clean, property, value);
  const others = Object.entries(clean).filter(([name]) => !instead.includes(name));
  return { ...Object.fromEntries(others), ...(value as Body) };
}

async function acceptValue(
  prepared: PreparedWrite,
  body: Body,
  { property }: Table,
  { value, returned = [value] }: ValueRow,
): Promise<void> {
  for (const answer of await accept(prepared, body)) {
    const received = property === undefined ? answer.json : valueAt(answer.json, property);
    const detail = { expected: JSON.stringify(returned), received: answer.text, exchange: answer };
    const kept = returned.some((one) => keeps(received, one));
    assert(kept, `${describeExchange(answer)}: ${property ?? 'the body'} is not what was sent`, detail);
  }
}

function assertRowRefused(answer: Exchange, { property = '' }: Table, row: ValueRow): void {
  const { target = property, otherTargets = [], statuses, codes } = row;
  assertRefusedForAny(answer, [target, ...otherTargets], {
    ...(statuses === undefined ? {} : { statuses }),
    ...(codes === undefined ? {} : { codes }),
  });
}
