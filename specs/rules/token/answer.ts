import { assert, assertMember } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange, isObject } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { mainClient, requestAs } from './tokenRequest.ts';

/** What a successful answer carries (Access tokens; RFC 6749, 5.1). */
export const answer: readonly Case[] = [
  {
    title: 'a token request in order is answered 200 with an object',
    requirements: ['token-success-200'],
    run: async ({ scope }) => {
      const exchange = await validRequest(scope);
      assert(exchange.status === 200 && isObject(exchange.json), describeExchange(exchange), {
        expected: 'status 200 with a JSON object',
        received: `status ${exchange.status}`,
        exchange,
      });
    },
  },
  ...[
    {
      row: 'token-response-access-token',
      title: 'the answer carries the token as access_token',
      member: 'access_token',
      expected: 'a non-empty string',
      holds: (value: unknown) => typeof value === 'string' && value !== '',
    },
    {
      row: 'token-response-token-type',
      title: 'the answer names the token type Bearer',
      member: 'token_type',
      expected: 'Bearer, in upper or lower case',
      holds: (value: unknown) => typeof value === 'string' && value.toLowerCase() === 'bearer',
    },
    {
      row: 'token-response-expires-in',
      title: 'the answer tells the lifetime of the token in seconds',
      member: 'expires_in',
      expected: 'a positive integer',
      holds: (value: unknown) => Number.isInteger(value) && Number(value) > 0,
    },
    {
      row: 'token-response-no-refresh-token',
      title: 'the answer has no refresh token',
      member: 'refresh_token',
      expected: 'no such member',
      holds: (value: unknown) => value === undefined,
    },
    {
      row: 'token-response-no-refresh-token',
      title: 'the answer has no id token',
      member: 'id_token',
      expected: 'no such member',
      holds: (value: unknown) => value === undefined,
    },
  ].map(
    ({ row, title, member, expected, holds }): Case => ({
      title,
      requirements: [row],
      run: async ({ scope }) => {
        const exchange = await validRequest(scope);
        const value = at(exchange.json, member);
        assert(holds(value), `${describeExchange(exchange)}: ${member} is not what was promised`, {
          expected: `${member}: ${expected}`,
          received: value ?? `no ${member}`,
          exchange,
        });
      },
    }),
  ),
  {
    title: 'the token of a worker lives for one hour',
    requirements: ['token-response-expires-in-3600'],
    run: async ({ scope }) => assertMember(await validRequest(scope), 'expires_in', 3600),
  },
  {
    title: 'tokens and token errors are JSON',
    requirements: ['token-response-media-type'],
    run: async ({ scope }) => {
      const client = await mainClient(scope);
      const unknown = { ...client, credentials: { id: scope.unknownId(), secret: scope.name('no-secret') } };
      const answers = [
        await requestAs(scope, client),
        await requestAs(scope, client, { grant_type: undefined }),
        await requestAs(scope, unknown),
      ];
      for (const exchange of answers) {
        const type = exchange.headers['content-type'];
        assert(
          /^application\/json\s*(;\s*charset=[\w-]+\s*)?$/i.test(type ?? ''),
          describeExchange(exchange),
          {
            expected: 'content type application/json',
            received: type ?? 'no content type',
            exchange,
          },
        );
      }
    },
  },
  {
    title: 'a token may not be kept by caches',
    requirements: ['token-response-not-cached'],
    run: async ({ scope }) => {
      const exchange = await validRequest(scope);
      const control = exchange.headers['cache-control'];
      assert(
        /(^|[\s,])no-store\b/i.test(control ?? ''),
        `${describeExchange(exchange)} and caches may keep it`,
        {
          expected: 'Cache-Control with no-store',
          received: control ?? 'no Cache-Control',
          exchange,
        },
      );
    },
  },
];

async function validRequest(scope: Scope): Promise<Exchange> {
  return requestAs(scope, await mainClient(scope));
}
