import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { granted, requestAs, tokenOf } from './tokenRequest.ts';

const TIMES = 20;

/** What a token can be used for, and how often (Authentication; Access tokens). */
export const use: readonly Case[] = [
  {
    title: 'one token serves many requests, one after the other and at once',
    requirements: ['token-reusable'],
    run: async ({ scope }) => {
      const { token } = await granted(scope);
      const read = () => scope.api.send({ method: 'GET', to: '/environments', token });
      const answers: Exchange[] = [];
      const control = await scope.api.get('/environments');
      if (control.status !== 200) throw new Blocked(`no token reads anything: ${describeExchange(control)}`);
      for (let time = 0; time < TIMES; time += 1) answers.push(await read());
      answers.push(...(await Promise.all(Array.from({ length: TIMES }, read))));
      for (const exchange of answers) {
        assert(exchange.status !== 401, `${describeExchange(exchange)} to a token that was used before`, {
          expected: 'any status but 401',
          received: exchange.text,
          exchange,
        });
      }
    },
  },
  {
    title: 'a token outlives the issue of the next one',
    requirements: ['token-tokens-coexist'],
    run: async ({ scope }) => {
      const { client, token } = await granted(scope);
      tokenOf(await requestAs(scope, client));
      assertStatus(await scope.api.send({ method: 'GET', to: '/environments', token }), 200);
    },
  },
  {
    title: 'a token of one environment opens another in which its worker has a role',
    requirements: ['token-cross-environment-use'],
    run: async ({ scope }) => {
      const { token } = await granted(scope);
      assertStatus(await scope.api.send({ method: 'GET', to: scope.environment, token }), 200);
    },
  },
];
