import { validScimFilter } from '../../fixtures/arbitraries/scimFilter.ts';
import { assert, assertStatus } from '../../fixtures/assertions.ts';
import type { Case } from '../../fixtures/case.ts';
import { at, type Exchange } from '../../fixtures/exchange.ts';
import { assertFilterRefused, filtered, quoted } from '../../fixtures/filtering.ts';
import { holdsForAll } from '../../fixtures/property.ts';
import type { Scope } from '../../fixtures/scope.ts';
import { membersOf } from './facets.ts';

/** A collection that is filtered by the beginning of names. */
export type NameFilter = {
  readonly collection: string;
  readonly embedded: string;
  /** Reads the name of a member that is there for the whole run, and its id. */
  readonly known: (scope: Scope) => Promise<{ readonly id: string; readonly name: string }>;
  readonly row: string;
  readonly noMatchRow: string;
};

/** How `name sw` chooses (Conventions, filtering): beginnings of a known name, its other parts, and any text. */
export function nameFilterCases(filter: NameFilter): Case[] {
  const { collection, embedded, known, row, noMatchRow } = filter;
  return [
    {
      title: 'name sw finds a member by each beginning of its name',
      requirements: [row],
      run: async ({ scope }) => {
        const { id, name } = await known(scope);
        for (const length of new Set([1, Math.ceil(name.length / 2), name.length])) {
          const text = name.slice(0, length);
          const found = await find(scope, filter, text);
          assert(found.ids.includes(id), `name sw ${quoted(text)} does not find the name ${name}`, {
            expected: `a member with id ${id}`,
            received: found.ids,
            exchange: found.exchange,
          });
        }
      },
    },
    {
      title: 'name sw looks at the beginning only',
      requirements: [row],
      run: async ({ scope }) => {
        const { id, name } = await known(scope);
        const tail = tailOf(name);
        const found = await find(scope, filter, tail);
        assert(!found.ids.includes(id), `name sw ${quoted(tail)} finds the name ${name}`, {
          expected: `no member with id ${id}`,
          received: found.ids,
          exchange: found.exchange,
        });
      },
    },
    {
      title: 'name sw with any text finds only names that begin so',
      requirements: [row],
      run: async ({ scope }) => {
        const grammar = { filters: [{ attribute: 'name', operators: ['sw'] }] };
        await holdsForAll(scope, {
          name: `${embedded} filter`,
          arbitrary: validScimFilter(grammar),
          attempt: async ({ terms }) => {
            await find(scope, filter, terms[0]?.value ?? '');
          },
        });
      },
    },
    {
      title: 'name sw with a text that begins no name finds nothing',
      requirements: [noMatchRow],
      run: async ({ scope }) => {
        const exchange = await scope.api.get(filtered(collection, `name sw ${quoted(scope.name('nobody'))}`));
        const members = membersOf(exchange, embedded);
        assert(members.length === 0, 'a filter that nothing satisfies finds members', {
          expected: `an empty _embedded.${embedded}`,
          received: exchange.text,
          exchange,
        });
      },
    },
  ];
}

/** One row of operators or attributes that a collection does not filter by. */
export type RefusedFilter = {
  readonly row: string;
  readonly title: string;
  readonly expressions: readonly string[];
};

/** A case an expression: the filter is refused, while `name sw` on the same collection is accepted. */
export function refusedFilterCases(collection: string, rows: readonly RefusedFilter[]): Case[] {
  return rows.flatMap(({ row, title, expressions }) =>
    expressions.map((expression) => ({
      title: `${title}: ${expression}`,
      requirements: [row],
      run: async ({ scope }) => {
        assertStatus(await scope.api.get(filtered(collection, 'name sw "a"')), 200);
        assertFilterRefused(await scope.api.get(filtered(collection, expression)));
      },
    })),
  );
}

/** Reads through `name sw`, demanding that every member's name begins with the text, in upper or lower case. */
async function find(
  scope: Scope,
  { collection, embedded }: NameFilter,
  text: string,
): Promise<{ ids: unknown[]; exchange: Exchange }> {
  const exchange = await scope.api.get(filtered(collection, `name sw ${quoted(text)}`));
  const members = membersOf(exchange, embedded);
  const others = members.filter(({ value }) => !startsWith(String(value.name), text));
  assert(others.length === 0, `name sw ${quoted(text)} finds names that begin otherwise`, {
    expected: `names that begin with ${text}`,
    received: others.map(({ value }) => at(value, 'name')),
    exchange,
  });
  return { ids: members.map(({ value }) => value.id), exchange };
}

function startsWith(name: string, text: string): boolean {
  return name.startsWith(text) || name.toLowerCase().startsWith(text.toLowerCase());
}

/** The longest end of a name that it does not begin with. */
function tailOf(name: string): string {
  const tails = [...name].map((_, index) => name.slice(index));
  return tails.find((tail) => !startsWith(name, tail)) ?? `${name}${name}`;
}
