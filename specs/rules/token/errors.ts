import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { sendForm } from '../../../fixtures/token.ts';
import { type Client, formOf, granted, OAUTH_ERRORS, requestAs, tokenPath } from './tokenRequest.ts';

/** One way to be refused a token. */
type Provocation = {
  readonly fault: string;
  /** Failed client authentication is 401, or 400 where the rows allow it; all else is 400. */
  readonly statuses: readonly number[];
  readonly send: (scope: Scope, client: Client) => Promise<Exchange>;
};

const provocations: readonly Provocation[] = [
  {
    fault: 'a wrong secret',
    statuses: [401, 400],
    send: (scope, client) => requestAs(scope, withSecret(client, scope.name('wrong-secret'))),
  },
  {
    fault: 'an unknown client',
    statuses: [401, 400],
    send: (scope, client) => {
      const credentials = { id: scope.unknownId(), secret: scope.name('wrong-secret') };
      return requestAs(scope, { ...client, credentials });
    },
  },
  {
    fault: 'no credentials',
    statuses: [401, 400],
    send: (scope, client) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const form = formOf({ grant_type: 'client_credentials' });
      return sendForm(scope.auth, tokenPath(client.environmentId), form, headers);
    },
  },
  {
    fault: 'no grant type',
    statuses: [400],
    send: (scope, client) => requestAs(scope, client, { grant_type: undefined }),
  },
  {
    fault: 'an unknown grant type',
    statuses: [400],
    send: (scope, client) => requestAs(scope, client, { grant_type: 'unknown' }),
  },
  {
    fault: 'an unknown scope',
    statuses: [400],
    send: (scope, client) => requestAs(scope, client, { scope: scope.name('scope') }),
  },
];

/** What a refusal looks like, whatever its reason (Token response codes; RFC 6749, 5.2). */
export const errors: readonly Case[] = [
  ...provocations.flatMap(({ fault, statuses, send }): Case[] => [
    {
      title: `the error for ${fault} has the OAuth form`,
      requirements: ['token-error-shape'],
      run: async ({ scope }) => {
        const { client } = await granted(scope);
        const exchange = await send(scope, client);
        const error = at(exchange.json, 'error');
        assert(
          OAUTH_ERRORS.includes(String(error)),
          `${describeExchange(exchange)} with error ${String(error)}`,
          {
            expected: `error ${OAUTH_ERRORS.join(' or ')}`,
            received: exchange.text,
            exchange,
          },
        );
        const description = at(exchange.json, 'error_description');
        assert(description === undefined || typeof description === 'string', describeExchange(exchange), {
          expected: 'error_description absent or a string',
          received: exchange.text,
          exchange,
        });
      },
    },
    {
      title: `the status for ${fault} is that of a client error`,
      requirements: ['token-error-status'],
      run: async ({ scope }) => {
        const { client } = await granted(scope);
        const exchange = await send(scope, client);
        assert(
          statuses.includes(exchange.status),
          `${describeExchange(exchange)} to a request with ${fault}`,
          {
            expected: `status ${statuses.join(' or ')}`,
            received: `status ${exchange.status} ${exchange.text}`,
            exchange,
          },
        );
      },
    },
  ]),
  {
    title: 'the description of an error ends with a correlation id of its own',
    requirements: ['token-error-correlation-id'],
    run: async ({ scope }) => {
      const { client } = await granted(scope);
      const ids: string[] = [];
      for (const { send } of [...provocations, ...provocations]) {
        const exchange = await send(scope, client);
        const description = at(exchange.json, 'error_description');
        if (description === undefined) continue;
        const id = /\(Correlation ID: ([^)]+)\)$/.exec(String(description))?.[1];
        assert(
          id !== undefined,
          `${describeExchange(exchange)} without a correlation id in its description`,
          {
            expected: 'a description that ends with (Correlation ID: …)',
            received: description,
            exchange,
          },
        );
        ids.push(id ?? '');
      }
      assert(new Set(ids).size === ids.length, 'several token errors carry one correlation id', {
        expected: `${ids.length} different ids`,
        received: ids,
      });
    },
  },
];

function withSecret(client: Client, secret: string): Client {
  return { ...client, credentials: { id: client.credentials.id, secret } };
}
