import {
  assert,
  assertMember,
  assertRefused,
  assertStatus,
  detailsOf,
} from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { environmentRegion } from '../../../fixtures/tables/environmentRegion.ts';
import { environmentSubtype } from '../../../fixtures/tables/environmentSubtype.ts';
import { environmentType } from '../../../fixtures/tables/environmentType.ts';
import { invalidValueCodes, type ValueRow } from '../../../fixtures/tables/valueRow.ts';
import { environments } from '../../../resources/environments.ts';
import { assertNoneLike, createSandbox, ENVIRONMENTS, listEnvironments, REGIONS } from './environment.ts';
import { targetName } from './filters.ts';

/** Which values a create takes (Environments, data model). */
export const creationValues: readonly Case[] = [
  ...refusals('region', environmentRegion),
  ...refusals('type', environmentType),
  {
    title: 'the name of the environment under test is refused',
    requirements: ['environments-create-name-unique'],
    run: async ({ scope }) => {
      const { given } = await createSandbox(scope);
      await assertTaken(scope, { ...environments.body(scope, given), name: await targetName(scope) });
    },
  },
  {
    title: 'another region is used as asked for or refused',
    requirements: ['environments-create-region-of-organization'],
    run: async ({ scope }) => {
      const { given } = await createSandbox(scope);
      const region = REGIONS.find((one) => one !== given.ids.region);
      const body = { ...environments.body(scope, given), region };
      const exchange = await scope.api.post(ENVIRONMENTS, body);
      scope.observe('reading', 'environments-create-region-of-organization', `status ${exchange.status}`);
      if (exchange.status !== 400) {
        assertStatus(exchange, 201);
        return assertMember(exchange, 'region', region);
      }
      assertRefused(exchange, { target: 'region', codes: invalidValueCodes });
      await assertNoneLike(scope, body);
      const allowed = at(detailsOf(exchange)[0], 'innerError.allowedValues');
      assert(
        !Array.isArray(allowed) || !allowed.includes(region),
        `${describeExchange(exchange)} to ${region}`,
        {
          expected: 'allowedValues without the refused region',
          received: allowed,
          exchange,
        },
      );
    },
  },
  {
    title: 'every documented subtype is accepted, and an unknown one only where subtypes are unknown',
    requirements: ['environments-create-subtype-enumerated'],
    run: async ({ scope }) => {
      const shown: unknown[] = [];
      const given = await environments.arrange(scope);
      for (const { value, returned = [] } of environmentSubtype) {
        const exchange = await scope.api.post(ENVIRONMENTS, {
          ...environments.body(scope, given),
          subtype: value,
        });
        assertStatus(exchange, 201);
        const subtype = at(exchange.json, 'subtype');
        assert(returned.includes(subtype), `${describeExchange(exchange)} with another subtype`, {
          expected: `subtype ${String(value)}, or none where subtypes are unknown`,
          received: subtype,
          exchange,
        });
        shown.push(subtype);
      }
      const isKnown = shown.some((subtype) => subtype !== undefined);
      scope.observe(
        'reading',
        'environments-create-subtype-enumerated',
        isKnown ? 'subtype known' : 'subtype unknown',
      );
      const body = { ...environments.body(scope, given), subtype: 'PLAYGROUND' };
      const exchange = await scope.api.post(ENVIRONMENTS, body);
      if (!isKnown && exchange.status === 201) {
        return assert(at(exchange.json, 'subtype') === undefined, describeExchange(exchange), {
          expected: 'no subtype',
          received: exchange.text,
          exchange,
        });
      }
      assertRefused(exchange, { target: 'subtype', codes: invalidValueCodes });
      await assertNoneLike(scope, body);
    },
  },
];

/** A case a row: a create with one faulty property is refused for it, while the same create without the fault is not. */
function refusals(property: string, rows: readonly ValueRow[]): Case[] {
  return rows.map(({ description, value, requirement, codes = [] }) => ({
    title: `a create with ${description} is refused`,
    requirements: [requirement],
    run: async ({ scope }) => {
      const { given } = await createSandbox(scope, { description: scope.name('control') });
      const body = {
        ...environments.body(scope, given),
        description: scope.name('refused'),
        [property]: value,
      };
      const refused = await scope.api.post(ENVIRONMENTS, body);
      assertRefused(refused, { target: property, codes });
      await assertNoneLike(scope, body);
    },
  }));
}

async function assertTaken(scope: Scope, body: Readonly<Record<string, unknown>>): Promise<void> {
  const refused = await scope.api.post(ENVIRONMENTS, body);
  assertRefused(refused, { target: 'name', codes: ['UNIQUENESS_VIOLATION'] });
  const named = (await listEnvironments(scope)).filter(({ name }) => name === body.name);
  assert(named.length === 1, 'a name is taken twice after a refused create', {
    expected: 'one environment of the name',
    received: named,
  });
}
