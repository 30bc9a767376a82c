import * as fc from 'fast-check';
import {
  knownDecisionParameters,
  validDecisionParameters,
} from '../../../fixtures/arbitraries/decisionParameters.ts';
import type { Case } from '../../../fixtures/case.ts';
import type { Parameters } from '../../../fixtures/decisions.ts';
import { at, isObject } from '../../../fixtures/exchange.ts';
import { holdsForAll } from '../../../fixtures/property.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import {
  answered,
  DECISIONS,
  evaluate,
  evaluateBulk,
  evaluated,
  knownOutcomes,
  parametersFor,
  sendBulk,
} from '../../../resources/decisionEvaluation.ts';
import { assertResponses, responsesOf } from './bulk.ts';

/** The largest number of requests in one bulk (Evaluate a Bulk Decision Request). */
const MOST = 20;

/** What is decided in a bulk (Evaluate a Bulk Decision Request; facts 4.2). */
export const bulkDecisions: readonly Case[] = [
  {
    title: 'parameters at the top of a bulk hold for each request',
    requirements: ['decision-evaluation-bulk-shared-parameters-apply'],
    capabilities: ['bulk-evaluation'],
    run: async ({ scope }) => {
      const parameters = parametersFor(scope, 'DENY');
      await assertBulk(scope, { parameters, decisionRequests: [{}, {}] }, ['DENY', 'DENY']);
    },
  },
  {
    title: 'a parameter of a request wins over the same parameter at the top of the bulk',
    requirements: ['decision-evaluation-bulk-item-overrides'],
    capabilities: ['bulk-evaluation'],
    run: async ({ scope }) => {
      const parameters = parametersFor(scope, 'DENY');
      const decisionRequests = [{ parameters: parametersFor(scope, 'PERMIT') }, {}];
      await assertBulk(scope, { parameters, decisionRequests }, ['PERMIT', 'DENY']);
    },
  },
  {
    title: 'a bulk has one response for each request',
    requirements: ['decision-evaluation-bulk-responses-order'],
    run: async ({ scope }) => {
      const answer = await answered(evaluateBulk(scope, await evaluated(scope), [{}, {}, {}]));
      assertResponses(answer, responsesOf(answer).length === 3, '3 responses');
    },
  },
  {
    title: 'the responses of a bulk stand in the order of its requests',
    requirements: ['decision-evaluation-bulk-responses-order'],
    capabilities: ['steerable-policies'],
    run: async ({ scope }) => {
      const path = await evaluated(scope);
      const outcomes = new Map(
        DECISIONS.filter((decision) => knownOutcomes(scope).includes(decision)).map((decision) => [
          decision,
          parametersFor(scope, decision),
        ]),
      );
      const names = [...outcomes.keys()];
      await holdsForAll(scope, {
        name: 'orders of requests in a bulk',
        arbitrary: fc.array(fc.constantFrom(...names), { minLength: 2, maxLength: MOST }),
        attempt: async (order) => {
          const all = order.map((name) => outcomes.get(name) as Parameters);
          const answer = await answered(evaluateBulk(scope, path, all));
          const decided = responsesOf(answer).map((response) => at(response, 'decision'));
          assertResponses(answer, decided.join() === order.join(), `decisions ${order.join(', ')}`);
        },
      });
    },
  },
  {
    title: 'each response of a bulk is a decision, or an error',
    requirements: ['decision-evaluation-bulk-response-model'],
    run: async ({ scope }) => {
      const answer = await answered(evaluateBulk(scope, await evaluated(scope), [{}, {}]));
      for (const response of responsesOf(answer))
        assertResponses(answer, isDecision(response) || isError(response), 'decisions, or errors');
      assertResponses(answer, responsesOf(answer).length > 0, 'at least one response');
    },
  },
  {
    title: 'a bulk decides as single requests do',
    requirements: ['decision-evaluation-bulk-response-model'],
    run: async ({ scope }) => {
      const [pair] = scope.target.decisions?.pairs ?? [];
      const path = await evaluated(scope, pair?.first);
      const known = pair === undefined ? [] : [knownDecisionParameters(pair.parameters)];
      await holdsForAll(scope, {
        name: 'requests asked one by one and in a bulk',
        arbitrary: fc.array(fc.oneof(validDecisionParameters, ...known), { minLength: 1, maxLength: 4 }),
        attempt: async (all) => {
          const responses = await answered(evaluateBulk(scope, path, all));
          for (const [index, parameters] of all.entries()) {
            const single = at((await answered(evaluate(scope, path, parameters))).json, 'decision');
            const response = responsesOf(responses)[index];
            const agrees = isError(response) || at(response, 'decision') === single;
            assertResponses(responses, agrees, `${String(single)} for ${JSON.stringify(parameters)}`);
          }
        },
      });
    },
  },
];

async function assertBulk(scope: Scope, body: unknown, expected: readonly string[]): Promise<void> {
  const answer = await answered(sendBulk(scope, await evaluated(scope), body));
  const decided = responsesOf(answer).map((response) => at(response, 'decision'));
  assertResponses(answer, decided.join() === expected.join(), `decisions ${expected.join(', ')}`);
}

function isDecision(response: unknown): boolean {
  return DECISIONS.includes(at(response, 'decision') as never);
}

/** No document says what an error in a bulk looks like; a member of that name, or the shape of other errors. */
function isError(response: unknown): boolean {
  return isObject(response) && (isObject(response.error) || typeof response.code === 'string');
}
