import * as fc from 'fast-check';
import { invalidJsonBody } from '../../../fixtures/arbitraries/jsonBody.ts';
import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { holdsForAll } from '../../../fixtures/property.ts';
import { assertRefusedWith, badRequest, unsupportedMediaType } from '../../../fixtures/refusals.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { answered, evaluate, evaluated, someParameters } from '../../../resources/decisionEvaluation.ts';

const AS_JSON = { 'content-type': 'application/json' };
const OTHER_MEDIA_TYPES = ['text/plain', 'application/xml', 'application/x-www-form-urlencoded'];

/** In which form an evaluation takes its body (Conventions, Content types; Response codes). */
export const body: readonly Case[] = [
  {
    title: 'JSON is taken with and without a charset parameter',
    requirements: ['platform-request-json-accepted'],
    run: async ({ scope }) => {
      const path = await evaluated(scope);
      for (const type of ['application/json', 'application/json; charset=utf-8']) {
        const json = { parameters: someParameters(scope) };
        const headers = { 'content-type': type };
        assertStatus(await scope.api.send({ method: 'POST', to: path, json, headers }), 200);
      }
    },
  },
  {
    title: 'a body that is no JSON object is refused',
    requirements: ['platform-client-fault-is-4xx'],
    run: async ({ scope }) => {
      const path = await control(scope);
      await holdsForAll(scope, {
        name: 'bodies that are no JSON object',
        arbitrary: fc.oneof(...invalidJsonBody.map(({ arbitrary }) => arbitrary)),
        attempt: async (text) => {
          const answer = await post(scope, path, text);
          const holds = answer.status >= 400 && answer.status < 500;
          const detail = { expected: 'a status from 400 to 499', received: answer.text, exchange: answer };
          assert(holds, `${describeExchange(answer)} to a body that is no JSON object`, detail);
        },
      });
    },
  },
  ...['malformed-json', 'non-object'].map(
    (kind): Case => ({
      title: `a body that is ${kind === 'non-object' ? 'no object' : 'no JSON'} is a bad request`,
      requirements: [`platform-request-${kind}-400`],
      run: async ({ scope }) => {
        const path = await control(scope);
        const classes = invalidJsonBody.filter(({ requirement }) => requirement.includes(kind));
        await holdsForAll(scope, {
          name: `bodies that are ${kind}`,
          arbitrary: fc.oneof(...classes.map(({ arbitrary }) => arbitrary)),
          attempt: async (text) => assertRefusedWith(await post(scope, path, text), badRequest),
        });
      },
    }),
  ),
  {
    title: 'a body in another media type is refused',
    requirements: ['platform-request-unsupported-media-type-415'],
    run: async ({ scope }) => {
      const path = await control(scope);
      const text = JSON.stringify({ parameters: someParameters(scope) });
      for (const type of OTHER_MEDIA_TYPES) {
        const headers = { 'content-type': type };
        const answer = await scope.api.send({ method: 'POST', to: path, headers, body: text });
        assertRefusedWith(answer, badRequest, unsupportedMediaType);
      }
    },
  },
  {
    title: 'values of any JSON type never make the service fail',
    requirements: ['platform-client-fault-is-4xx'],
    run: async ({ scope }) => {
      const path = await control(scope);
      const names = Object.keys(someParameters(scope));
      const name = fc.oneof(fc.string({ maxLength: 20 }), ...names.map((known) => fc.constant(known)));
      await holdsForAll(scope, {
        name: 'parameters with values of any JSON type',
        arbitrary: fc.dictionary(name, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4, noNullPrototype: true }),
        attempt: async (parameters) => {
          const answer = await evaluate(scope, path, parameters);
          const detail = { expected: 'a status below 500', received: answer.text, exchange: answer };
          assert(answer.status < 500, `${describeExchange(answer)} to unusual parameters`, detail);
        },
      });
    },
  },
];

/** An endpoint that takes a clean request. */
async function control(scope: Scope): Promise<string> {
  const path = await evaluated(scope);
  await answered(evaluate(scope, path, someParameters(scope)));
  return path;
}

function post(scope: Scope, to: string, text: string): Promise<Exchange> {
  return scope.api.send({ method: 'POST', to, headers: AS_JSON, body: text });
}
