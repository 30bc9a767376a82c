import { fullOf, smallestOf } from '../../../checks/bodies.ts';
import { sendEitherWay } from '../../../checks/traces.ts';
import { accept, openWrite, type Write, writes } from '../../../checks/writes.ts';
import { severalKeys } from '../../../fixtures/arbitraries/keySet.ts';
import { ecKey } from '../../../fixtures/arbitraries/publicKey.ts';
import { assert, assertMember, assertRefused } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { assertKept } from '../../../fixtures/kept.ts';
import { without } from '../../../fixtures/mutations/path.ts';
import { holdsForAll, type Property } from '../../../fixtures/property.ts';
import { jwksForm, jwksUrlAt } from '../../../resources/externalOAuthServerForms.ts';
import { externalOAuthServers } from '../../../resources/externalOAuthServers.ts';

/** How the tokens of an external OAuth server are checked (External OAuth servers, data model, `validation`). */
export const validation: readonly Case[] = [
  {
    title: 'a server goes over to a key set of its own, and the address is gone',
    requirements: ['external-oauth-servers-validation-type-mutable'],
    run: async ({ scope }) => {
      const prepared = await openWrite(
        scope,
        externalOAuthServers,
        'replace',
        smallestOf(externalOAuthServers),
      );
      const body = jwksForm.full(scope, prepared.given);
      for (const answer of await accept(prepared, body)) {
        assertKept(answer, 'validation', body.validation);
        assertAbsent(answer, 'validation.jwksUrl');
      }
    },
  },
  {
    title: 'a server goes over to an address, and the key set is gone',
    requirements: ['external-oauth-servers-validation-type-mutable'],
    run: async ({ scope }) => {
      const prepared = await openWrite(scope, externalOAuthServers, 'replace', fullOf(jwksForm));
      const body = externalOAuthServers.body(scope, prepared.given);
      for (const answer of await accept(prepared, body)) {
        assertKept(answer, 'validation', body.validation);
        assertAbsent(answer, 'validation.jwks');
      }
    },
  },
  ...writes.flatMap((write) => (['JWKS_URL', 'JWKS'] as const).map((type) => surplus(write, type))),
  {
    title: 'a replace without the clock skew tolerance sets it back',
    requirements: ['external-oauth-servers-clock-skew-tolerance-reset'],
    run: async ({ scope }) => {
      const path = 'validation.clockSkewTolerance';
      const prepared = await openWrite(scope, externalOAuthServers, 'replace', fullOf(externalOAuthServers));
      for (const answer of await accept(prepared, without(prepared.clean(), path))) {
        const received = at(answer.json, path);
        assert(
          received === undefined || received === null || received === 0,
          `${describeExchange(answer)}: ${path} was left out and is still there`,
          { expected: `${path} 0, or none`, received, exchange: answer },
        );
      }
    },
  },
  ...keptSets(
    'external-oauth-servers-validation-jwks-ec',
    'every drawn EC key is kept',
    ecKey.map((key) => JSON.stringify({ keys: [key] })),
  ),
  ...keptSets(
    'external-oauth-servers-validation-jwks-several-keys',
    'every drawn set of several keys is kept whole',
    severalKeys,
  ),
];

/** The documents say which member goes with which type, and not what becomes of the other one. */
function surplus(write: Write, type: 'JWKS_URL' | 'JWKS'): Case {
  const row = 'external-oauth-servers-validation-other-member';
  const other = type === 'JWKS' ? 'an address' : 'a key set';
  return {
    title: `a ${write} of type ${type} with ${other} beside is refused, or keeps its type`,
    requirements: [row],
    run: async ({ scope }) => {
      const clean = type === 'JWKS' ? fullOf(jwksForm) : smallestOf(externalOAuthServers);
      const prepared = await openWrite(scope, externalOAuthServers, write, clean);
      const { jwks } = jwksForm.full(scope, prepared.given).validation as { jwks: string };
      const body = { ...prepared.clean(), validation: { ...jwksUrlAt('as'), jwks, type } };
      const way = await sendEitherWay(prepared, body, {
        accepted: (answer) => assertMember(answer, 'validation.type', type),
        refused: (answer) => assertRefused(answer, { target: 'validation' }),
      });
      scope.observe('reading', `${row} ${type}`, way);
    },
  };
}

/** A case that replaces the key set of one server by each drawn one and finds it again. */
function keptSets(row: string, title: string, arbitrary: Property<string>['arbitrary']): readonly Case[] {
  return [
    {
      title,
      requirements: [row],
      run: async ({ scope }) => {
        const prepared = await openWrite(scope, externalOAuthServers, 'replace', fullOf(jwksForm));
        await holdsForAll(scope, {
          name: title,
          arbitrary,
          concurrency: 1,
          attempt: async (jwks) => {
            const body = { ...prepared.clean(), validation: { type: 'JWKS', jwks } };
            for (const answer of await accept(prepared, body)) assertKept(answer, 'validation.jwks', jwks);
          },
        });
      },
    },
  ];
}

function assertAbsent(answer: Exchange, path: string): void {
  const received = at(answer.json, path);
  const detail = { expected: `no ${path}`, received, exchange: answer };
  assert(received === undefined || received === null, `${describeExchange(answer)} with a ${path}`, detail);
}
