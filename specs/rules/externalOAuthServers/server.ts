import { refused, smallestOf } from '../../../checks/bodies.ts';
import { proveOpen } from '../../../checks/control.ts';
import { accept, openWrite, type Write, writes } from '../../../checks/writes.ts';
import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { anyIssuers } from '../../../fixtures/arbitraries/issuers.ts';
import { assertMember, assertRefused } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { assertKept } from '../../../fixtures/kept.ts';
import { withValue } from '../../../fixtures/mutations/path.ts';
import { holdsForAll } from '../../../fixtures/property.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { externalOAuthServers } from '../../../resources/externalOAuthServers.ts';

/** The texts that have a longest length (External OAuth servers, data model, `name` and `description`). */
const LONGEST = [
  { property: 'name', row: 'external-oauth-servers-name-length', length: 256 },
  { property: 'description', row: 'external-oauth-servers-description-max-length', length: 1024 },
];

/** What an external OAuth server is part of, and what it may be called (External OAuth servers, data model). */
export const server: readonly Case[] = [
  {
    title: 'a create names the environment of the server',
    requirements: ['external-oauth-servers-environment-id'],
    run: async ({ scope }) => {
      const { exchange } = await scope.create(externalOAuthServers);
      assertMember(exchange, 'environment.id', scope.target.environmentId);
    },
  },
  ...refused(externalOAuthServers, {
    rows: ['external-oauth-servers-update-validates'],
    what: 'with an address that a create would refuse',
    clean: smallestOf(externalOAuthServers),
    refusal: { target: 'validation.jwksUrl' },
    bodies: (clean) => [withValue(clean, 'validation.jwksUrl', 'http://example.com/jwks')],
  }),
  ...writes.map(
    (write): Case => ({
      title: `a name of one character is accepted in a ${write}`,
      requirements: ['external-oauth-servers-name-length'],
      run: async ({ scope }) => {
        const prepared = await openWrite(
          scope,
          externalOAuthServers,
          write,
          smallestOf(externalOAuthServers),
        );
        const name = oneCharacter(scope);
        for (const answer of await accept(prepared, { ...prepared.clean(), name }))
          assertMember(answer, 'name', name);
      },
    }),
  ),
  ...writes.flatMap((write) =>
    LONGEST.map(({ property, row, length }) => beyondAscii(write, property, row, length)),
  ),
  {
    title: 'a server cannot take the name of another one',
    requirements: ['external-oauth-servers-name-unique-on-update'],
    run: async ({ scope }) => {
      const first = await scope.create(externalOAuthServers);
      const other = await scope.create(externalOAuthServers);
      await proveOpen(scope, externalOAuthServers, first.given, ['update']);
      const before = await stateOf(scope, other.path);
      const put = await scope.api.put(other.path, { ...other.body, name: first.body.name });
      assertRefused(put, { target: 'name', codes: ['UNIQUENESS_VIOLATION'] });
      await assertUnchanged(scope, before);
    },
  },
  {
    title: 'every drawn list of texts is kept as issuers',
    requirements: ['external-oauth-servers-issuers-any-text'],
    run: async ({ scope }) => {
      const prepared = await openWrite(
        scope,
        externalOAuthServers,
        'replace',
        smallestOf(externalOAuthServers),
      );
      await holdsForAll(scope, {
        name: 'issuers of any text',
        arbitrary: anyIssuers,
        concurrency: 1,
        attempt: async (issuers) => {
          for (const answer of await accept(prepared, { ...prepared.clean(), issuers }))
            assertKept(answer, 'issuers', issuers);
        },
      });
    },
  },
];

/** Characters are counted, of which each of these takes several bytes. */
function beyondAscii(write: Write, property: string, row: string, length: number): Case {
  return {
    title: `a ${write} with a ${property} of ${length} letters beyond ASCII is accepted`,
    requirements: [row],
    run: async ({ scope }) => {
      const prepared = await openWrite(scope, externalOAuthServers, write, smallestOf(externalOAuthServers));
      const text = scope.name().padEnd(length, 'é');
      for (const answer of await accept(prepared, { ...prepared.clean(), [property]: text }))
        assertMember(answer, property, text);
    },
  };
}

/** A Chinese character, so that a name too short for the mark of the run hardly meets one of somebody else's. */
function oneCharacter(scope: Scope): string {
  return String.fromCodePoint(0x4e00 + (Number.parseInt(scope.unknownId().slice(0, 8), 16) % 20_000));
}
