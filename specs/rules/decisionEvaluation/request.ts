import { stateOf } from '../../../fixtures/aftermath.ts';
import {
  invalidDecisionParameters,
  validDecisionParameters,
} from '../../../fixtures/arbitraries/decisionParameters.ts';
import {
  assert,
  assertError,
  assertRefused,
  assertStatus,
  detailsOf,
  namesProperty,
  sameJson,
} from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { holdsForAll } from '../../../fixtures/property.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import {
  answered,
  created,
  evaluate,
  evaluated,
  someParameters,
} from '../../../resources/decisionEvaluation.ts';

/** What of an endpoint an evaluation must not touch (facts 4.1). */
const SETTINGS = [
  'name',
  'description',
  'recordRecentRequests',
  'alternateId',
  'authorizationVersion',
  'policyId',
];

/** How a decision is asked for (Evaluate a Decision Request). */
export const request: readonly Case[] = [
  {
    title: 'evaluating answers 200 with a decision',
    requirements: ['decision-evaluation-evaluate-200'],
    run: async ({ scope }) => {
      const path = await evaluated(scope);
      const answer = await evaluate(scope, path, someParameters(scope));
      assertStatus(answer, 200);
      const detail = { expected: 'a decision', received: answer.text, exchange: answer };
      assert(
        at(answer.json, 'decision') !== undefined,
        `${describeExchange(answer)} without a decision`,
        detail,
      );
    },
  },
  {
    title: 'evaluating does not change the decision endpoint',
    requirements: ['decision-evaluation-endpoint-unchanged'],
    run: async ({ scope }) => {
      const { path } = await created(scope);
      const settings = ({ json }: Exchange) => SETTINGS.map((name) => at(json, name) ?? null);
      const before = await stateOf(scope, path);
      await scope.api.post(path, { parameters: {}, name: scope.name('changed'), description: 'changed' });
      const after = await stateOf(scope, path);
      assert(
        sameJson(settings(after), settings(before)),
        `${describeExchange(after)} with other settings after an evaluation`,
        { expected: before.text, received: after.text, exchange: after },
      );
    },
  },
  {
    title: 'an evaluation without parameters is refused',
    requirements: ['decision-evaluation-parameters-required'],
    run: async ({ scope }) => {
      const path = await evaluated(scope);
      await answered(evaluate(scope, path, {}));
      for (const body of [{}, { userContext: { user: { id: scope.unknownId() } } }]) {
        const answer = await scope.api.post(path, body);
        assertError(answer, [400], ['INVALID_DATA']);
        assertNames(answer, 'parameters');
      }
    },
  },
  {
    title: 'parameters that are no object are refused',
    requirements: ['decision-evaluation-parameters-type'],
    run: async ({ scope }) => {
      const path = await evaluated(scope);
      await answered(evaluate(scope, path, {}));
      for (const parameters of ['a', [], 1, true, [{}]])
        await assertParametersRefused(scope, path, parameters);
    },
  },
  ...invalidDecisionParameters.map(
    ({ name, requirement, arbitrary }): Case => ({
      title: `parameters that are ${name} are refused whatever they hold`,
      requirements: [requirement],
      run: async ({ scope }) => {
        const path = await evaluated(scope);
        await answered(evaluate(scope, path, {}));
        await holdsForAll(scope, {
          name: `parameters that are ${name}`,
          arbitrary,
          attempt: (parameters) => assertParametersRefused(scope, path, parameters),
        });
      },
    }),
  ),
  {
    title: 'an empty parameters object is a valid request',
    requirements: ['decision-evaluation-parameters-empty'],
    run: async ({ scope }) => {
      assertStatus(await evaluate(scope, await evaluated(scope), {}), 200);
    },
  },
  {
    title: 'parameters of several types and names with spaces, dots and dashes are taken',
    requirements: ['decision-evaluation-parameters-values'],
    run: async ({ scope }) => {
      const path = await evaluated(scope);
      const parameters = {
        'Policy Request': 'payment',
        'Request - Payment.paymentAmount': '3000',
        count: 1,
        flag: true,
      };
      assertStatus(await evaluate(scope, path, parameters), 200);
    },
  },
  {
    title: 'whatever texts, numbers and booleans the parameters hold, they are taken',
    requirements: ['decision-evaluation-parameters-values'],
    run: async ({ scope }) => {
      const path = await evaluated(scope);
      await holdsForAll(scope, {
        name: 'parameters that no policy need know',
        arbitrary: validDecisionParameters,
        attempt: async (parameters) => assertStatus(await evaluate(scope, path, parameters), 200),
      });
    },
  },
];

async function assertParametersRefused(scope: Scope, path: string, parameters: unknown): Promise<void> {
  const answer = await scope.api.post(path, { parameters });
  assertError(answer, [400], ['INVALID_DATA', 'INVALID_REQUEST']);
  assertRefused(answer, { target: 'parameters' });
}

/** Demands a detail whose target is a property. */
export function assertNames(answer: Exchange, property: string): void {
  assert(
    detailsOf(answer).some(({ target }) => namesProperty(String(target ?? ''), property)),
    `${describeExchange(answer)} without a detail for ${property}`,
    { expected: `a detail whose target names ${property}`, received: answer.text, exchange: answer },
    assertNames,
  );
}
