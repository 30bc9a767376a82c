import { readFiltered } from '../../../checks/filterReads.ts';
import { platformOperators } from '../../../fixtures/arbitraries/scimGrammar.ts';
import { assert, detailsOf } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import { assertFilterRefused, filtered, quoted } from '../../../fixtures/filtering.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { decisionEndpoints } from '../../../resources/decisionEndpoints.ts';
import { organizationId } from '../organizations/organization.ts';
import { collectionOf, createWith } from './endpoint.ts';

/** How the collection is filtered; the table may be copied from environments (facts 0.7). */
export const filters: readonly Case[] = [
  {
    title: 'name sw finds the endpoints whose names begin so, or is refused',
    requirements: ['decision-endpoints-filter-name-sw'],
    run: async ({ scope }) => {
      const { aa, bb, prefix } = await pair(scope);
      await assertFinds(scope, `name sw ${quoted(prefix)}`, [aa], [bb]);
    },
  },
  {
    title: 'id eq finds that one endpoint, or is refused',
    requirements: ['decision-endpoints-filter-id-eq'],
    run: async ({ scope }) => {
      const { aa, bb } = await pair(scope);
      const found = await assertFinds(scope, `id eq ${quoted(aa)}`, [aa], [bb]);
      assert(found === undefined || found.length === 1, 'a filter on one id finds several endpoints', {
        expected: aa,
        received: found,
      });
    },
  },
  {
    title: 'and joins two filters, or is refused',
    requirements: ['decision-endpoints-filter-and'],
    run: async ({ scope }) => {
      const { aa, bb, prefix } = await pair(scope);
      const joined = (id: string) => `name sw ${quoted(prefix)} and id eq ${quoted(id)}`;
      const none = await assertFinds(scope, joined(bb), [], [aa, bb]);
      const one = await assertFinds(scope, joined(aa), [aa], [bb]);
      assert((none === undefined) === (one === undefined), 'one of two filters with and is refused', {
        expected: 'both refused, or neither',
        received: { none, one },
      });
    },
  },
  ...['organization.id', 'license.id'].map(
    (attribute): Case => ({
      title: `${attribute} eq finds the endpoints of the environment, or is refused`,
      requirements: ['decision-endpoints-filter-foreign-attributes'],
      run: async ({ scope }) => {
        const { aa, bb } = await pair(scope);
        const own = attribute === 'license.id' ? await licenseId(scope) : organizationId(scope);
        await assertFinds(scope, `${attribute} eq ${quoted(own)}`, [aa, bb], []);
      },
    }),
  ),
  {
    title: 'an operator that is not documented is refused as INVALID_FILTER',
    requirements: ['decision-endpoints-filter-unsupported-operator'],
    run: async ({ scope }) => {
      await pair(scope);
      const answer = await scope.api.get(filtered(collectionOf(scope), 'name co "a"'));
      assertFilterRefused(answer);
      const codes = detailsOf(answer).map(({ code }) => code);
      assert(codes.includes('INVALID_FILTER'), `${describeExchange(answer)} without INVALID_FILTER`, {
        expected: 'a detail with code INVALID_FILTER',
        received: answer.text,
        exchange: answer,
      });
    },
  },
  {
    title: 'every operator that is not documented is refused and not ignored',
    requirements: ['platform-filter-unsupported-operator-400'],
    run: async ({ scope }) => {
      await pair(scope);
      for (const { attribute, operators } of decisionEndpoints.filters ?? []) {
        for (const operator of platformOperators.filter((each) => !operators.includes(each))) {
          const value = { pr: '', in: ' ["a"]' }[operator as string] ?? ' "a"';
          const to = filtered(collectionOf(scope), `${attribute} ${operator}${value}`);
          assertFilterRefused(await scope.api.get(to));
        }
      }
    },
  },
];

/** Two endpoints whose names begin differently; the second has the beginning of the first one further on. */
async function pair(scope: Scope): Promise<{ aa: string; bb: string; prefix: string }> {
  const prefix = scope.name('aa');
  const aa = await createWith(scope, { name: `${prefix}-1` });
  const bb = await createWith(scope, { name: `${scope.name('bb')}-${prefix}` });
  return { aa: aa.id, bb: bb.id, prefix };
}

/**
 * Demands that a filter finds some endpoints and not others, or is refused as filters are.
 * @returns the ids found; undefined when it was refused
 */
async function assertFinds(
  scope: Scope,
  expression: string,
  wanted: readonly string[],
  unwanted: readonly string[],
): Promise<readonly unknown[] | undefined> {
  const given = await decisionEndpoints.arrange(scope);
  const filter = { attribute: '', operators: [], mayRefuse: true };
  const found = await readFiltered(scope, decisionEndpoints, given, filter, encodeURIComponent(expression));
  scope.observe(
    'reading',
    `filter ${expression.split('"')[0]}`,
    found === undefined ? 'refused' : 'evaluated',
  );
  if (found === undefined) return undefined;
  const ids = found.map(({ id }) => String(id));
  const holds = wanted.every((id) => ids.includes(id)) && !unwanted.some((id) => ids.includes(id));
  assert(holds, `the filter ${expression} does not find what satisfies it`, {
    expected: `${wanted.join(', ') || 'none'}, not ${unwanted.join(', ') || 'others'}`,
    received: ids,
  });
  return ids;
}

async function licenseId(scope: Scope): Promise<string> {
  const id = at((await scope.api.get(scope.environment)).json, 'license.id');
  if (typeof id !== 'string') throw new Blocked('the environment under test does not name its licence');
  return id;
}
