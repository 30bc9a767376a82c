import { assertNotStored } from '../../fixtures/aftermath.ts';
import {
  assert,
  assertStatus,
  BAD_REQUEST_CODES,
  detailsOf,
  namesProperty,
  sameJson,
} from '../../fixtures/assertions.ts';
import type { Case } from '../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../fixtures/exchange.ts';
import type { Resource } from '../../fixtures/resource.ts';
import type { ValueRow } from '../../fixtures/tables/valueRow.ts';

/** A table of values; stored names begin with the prefix, which is another one in each case. */
export type Table = (prefix: string) => readonly ValueRow[];

/** A case a row: a create with the value in one property stores it as it was sent, or is refused for it. */
export function tableCases(resource: Resource, property: string, table: Table): readonly Case[] {
  return table('').map(({ description, valid, requirement }, index) => ({
    title: `${property} with ${description} is ${valid ? 'kept' : 'refused'}`,
    requirements: [requirement],
    run: async ({ scope }) => {
      const { given } = await scope.create(resource);
      const row = table(`${scope.name()}-`)[index] as ValueRow;
      const body = { ...resource.body(scope, given), [property]: row.value };
      const create = await scope.api.post(given.collection, body);
      if (row.valid) {
        assertStatus(create, 201);
        const read = await scope.api.get(`${given.collection}/${at(create.json, 'id')}`);
        for (const answer of [create, read]) assertKept(answer, property, row);
      } else {
        assertRowRefused(create, property, row);
        await assertNotStored(scope, resource, given, body);
      }
    },
  }));
}

function assertKept(exchange: Exchange, property: string, row: ValueRow): void {
  const received = at(exchange.json, property);
  const passing = row.returned ?? [row.value];
  assert(
    exchange.status < 300 && passing.some((value) => sameJson(received, value)),
    `${describeExchange(exchange)}: ${property} is not what was sent`,
    {
      expected: `${property} ${passing.map((value) => JSON.stringify(value)).join(' or ')}`,
      received,
      exchange,
    },
    assertKept,
  );
}

/** Demands a refusal as the row describes it: status, code, and a detail that names the property. */
function assertRowRefused(exchange: Exchange, property: string, row: ValueRow): void {
  const targets = [row.target ?? property, ...(row.otherTargets ?? [])];
  const statuses = row.statuses ?? [400];
  const details = detailsOf(exchange);
  const fits = details.some(
    ({ code, target }) =>
      targets.some((each) => namesProperty(String(target), each)) &&
      (row.codes === undefined || row.codes.includes(String(code))),
  );
  const codes = row.lenient?.errorCodes ?? BAD_REQUEST_CODES.slice(0, 1);
  const told = exchange.status !== 400 || fits || (row.lenient !== undefined && details.length === 0);
  assert(
    statuses.includes(exchange.status) &&
      (exchange.status !== 400 || codes.includes(String(at(exchange.json, 'code')))) &&
      told,
    `${describeExchange(exchange)} to ${row.description}`,
    {
      expected: `status ${statuses.join(' or ')} with code ${codes.join(', ')} and a detail for ${targets.join(' or ')}${
        row.codes === undefined ? '' : ` with code ${row.codes.join(', ')}`
      }`,
      received: `status ${exchange.status} ${exchange.text}`,
      exchange,
    },
    assertRowRefused,
  );
}
