import { assert, assertStatus } from '../../fixtures/assertions.ts';
import type { Case } from '../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../fixtures/exchange.ts';
import { Blocked } from '../../fixtures/mismatch.ts';
import type { Scope } from '../../fixtures/scope.ts';

/** What every representation of a resource has to show of one property. */
export type FacetRow = {
  readonly row: string;
  /** Ends the sentence `in every representation, …`. */
  readonly title: string;
  /** What passes, in words. */
  readonly expected: string;
  readonly holds: (value: Readonly<Record<string, unknown>>, scope: Scope) => boolean;
};

/** One representation of a resource and the exchange that brought it. */
export type Shown = { readonly value: Readonly<Record<string, unknown>>; readonly exchange: Exchange };

/**
 * A case a row, over every representation that reads bring: of one resource alone and of all of them in the list.
 * @param read brings them; a case over none cannot be judged
 */
export function facetCases(
  rows: readonly FacetRow[],
  read: (scope: Scope) => Promise<readonly Shown[]>,
): Case[] {
  return rows.map(({ row, title, expected, holds }) => ({
    title: `in every representation, ${title}`,
    requirements: [row],
    run: async ({ scope }) => {
      const all = await read(scope);
      if (all.length === 0) throw new Blocked('there is nothing to read');
      for (const { value, exchange } of all) {
        assert(holds(value, scope), `${describeExchange(exchange)}: not so that ${title}`, {
          expected,
          received: value,
          exchange,
        });
      }
    },
  }));
}

/** The members of a page, each with the exchange that showed it. */
export function membersOf(page: Exchange, embedded: string): readonly Shown[] {
  assertStatus(page, 200);
  const members = at(page.json, `_embedded.${embedded}`);
  assert(Array.isArray(members), `the page has no _embedded.${embedded}`, {
    expected: `_embedded.${embedded}, an array`,
    received: page.text,
    exchange: page,
  });
  return (members as Shown['value'][]).map((value) => ({ value, exchange: page }));
}
