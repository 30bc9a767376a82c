import { assert, assertStatus } from '../../fixtures/assertions.ts';
import type { Case } from '../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../fixtures/exchange.ts';
import { Blocked } from '../../fixtures/mismatch.ts';
import type { Scope } from '../../fixtures/scope.ts';

/** One relation that a representation has to show, and where it leads. */
export type LinkRow = {
  readonly row: string;
  readonly relation: string;
  /** The path that the address ends with, told from the scope and the read that shows the link. */
  readonly path: (scope: Scope, source: Exchange) => string;
  /** Whether the catalogue knows what a read of it answers: 200, or 403 where the worker lacks the role. */
  readonly followed?: boolean;
  readonly mayBeAbsent?: boolean;
};

/** A case a row: the link is present, leads where it is said to lead and, where that is known, can be followed. */
export function linkCases(rows: readonly LinkRow[], read: (scope: Scope) => Promise<Exchange>): Case[] {
  return rows.map(({ row, relation, path, followed = false, mayBeAbsent = false }) => ({
    title: `the link ${relation}${mayBeAbsent ? ', where there is one,' : ''} leads where it is said to lead`,
    requirements: [row],
    run: async ({ scope }) => {
      const source = await read(scope);
      assertStatus(source, 200, 201);
      if (mayBeAbsent && linkOf(source.json, relation) === undefined) {
        if (at(source.json, '_links') === undefined)
          throw new Blocked(`there is no link at all: ${describeExchange(source)}`);
        return;
      }
      const href = assertLeadsTo(source, source.json, relation, path(scope, source));
      if (followed) assertStatus(await scope.api.get(href), 200, 403);
    },
  }));
}

/**
 * Demands that a representation shows a link to a path; a final slash is let pass, as the older samples have it.
 * @returns the address, to be followed
 */
export function assertLeadsTo(source: Exchange, value: unknown, relation: string, path: string): string {
  const href = at(linkOf(value, relation), 'href');
  const isThere = typeof href === 'string' && URL.canParse(href);
  const reached = isThere ? decodeURIComponent(new URL(href).pathname).replace(/\/$/, '') : '';
  assert(
    isThere && reached.endsWith(path),
    `${describeExchange(source)}: the link ${relation} does not lead to ${path}`,
    {
      expected: `an absolute address that ends with ${path}`,
      received: href ?? 'no such link',
      exchange: source,
    },
    assertLeadsTo,
  );
  return String(href);
}

/** The link of a relation; relations hold dots and slashes. */
function linkOf(value: unknown, relation: string): unknown {
  const links = at(value, '_links');
  return typeof links === 'object' && links !== null
    ? (links as Record<string, unknown>)[relation]
    : undefined;
}
