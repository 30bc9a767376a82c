import { unsettledHost } from '../../../fixtures/arbitraries/internalHost.ts';
import { withHost } from '../../../fixtures/arbitraries/jwksUrl.ts';
import { unsettledKeySet } from '../../../fixtures/arbitraries/keySet.ts';
import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { describeExchange } from '../../../fixtures/exchange.ts';
import { holdsForAll, type Property } from '../../../fixtures/property.ts';
import { externalOAuthServers } from '../../../resources/externalOAuthServers.ts';

/**
 * Keys and addresses that the documents are silent about: RFC 7517 leaves much of a key set to its reader, and no
 * page says which hosts the check of `validation.jwksUrl` knows. A service may take or refuse each of them, so
 * which way it goes is noted, and only a failure of the service is one.
 */
export const unsettled: readonly Case[] = [
  ...unsettledKeySet.map(({ name, arbitrary }) =>
    neverFails(`a key set with ${name}`, arbitrary, (jwks) => ({ type: 'JWKS', jwks })),
  ),
  neverFails(
    'an address that only some resolvers take for an internal one',
    withHost(unsettledHost),
    (url) => ({
      type: 'JWKS_URL',
      jwksUrl: url,
    }),
  ),
];

function neverFails(
  what: string,
  arbitrary: Property<string>['arbitrary'],
  validation: (text: string) => object,
): Case {
  return {
    title: `${what} never makes the service fail`,
    requirements: ['platform-client-fault-is-4xx'],
    run: async ({ scope }) => {
      const { path, body } = await scope.create(externalOAuthServers);
      const ways = new Set<string>();
      await holdsForAll(scope, {
        name: what,
        arbitrary,
        attempt: async (text) => {
          const answer = await scope.api.put(path, { ...body, validation: validation(text) });
          const detail = { expected: 'a status below 500', received: answer.text, exchange: answer };
          assert(answer.status < 500, `${describeExchange(answer)} to ${what}`, detail);
          ways.add(answer.status < 300 ? 'accepted' : 'refused');
        },
      });
      for (const way of ways) scope.observe('reading', what, way);
    },
  };
}
