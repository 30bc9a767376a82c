import {
  everyKnownDecisionParameters,
  knownDecisionParameters,
} from '../../../fixtures/arbitraries/decisionParameters.ts';
import { assert, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import type { Outcome, Pair, Parameters } from '../../../fixtures/decisions.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { holdsForAll } from '../../../fixtures/property.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import {
  answered,
  DECISIONS,
  evaluate,
  evaluated,
  pairsIn,
  parametersFor,
} from '../../../resources/decisionEvaluation.ts';

/** So many requests are all tried; of more, some are drawn. */
const FEW = 100;

type Decision = (typeof DECISIONS)[number];

const rowOf = (decision: Decision) =>
  `decision-evaluation-decision-${decision.toLowerCase().replace('_', '-')}`;

/** What is decided, on policies whose outcomes are known (docs/decisions-file.md; facts 4.2). */
export const decisions: readonly Case[] = [
  ...DECISIONS.map(
    (decision): Case => ({
      title: `parameters that are known to lead to ${decision} do, each time`,
      requirements: [rowOf(decision)],
      run: async ({ scope }) => {
        const path = await evaluated(scope);
        for (let time = 0; time < 3; time += 1)
          assertMember(await known(scope, path, decision), 'decision', decision);
      },
    }),
  ),
  {
    title: 'the status is 200 whatever is decided',
    requirements: ['decision-evaluation-http-status-independent'],
    run: async ({ scope }) => {
      const path = await evaluated(scope);
      for (const decision of ['DENY', 'NOT_APPLICABLE', 'INDETERMINATE'] as const)
        assertStatus(await evaluate(scope, path, parametersFor(scope, decision)), 200);
    },
  },
  {
    title: 'an evaluation without trouble is okay',
    requirements: ['decision-evaluation-status-okay'],
    run: async ({ scope }) => {
      const answer = await known(scope, await evaluated(scope), 'PERMIT');
      if (at(answer.json, 'status') === undefined) scope.observe('reading', 'status of a decision', 'absent');
      const code = at(answer.json, 'status') === undefined ? 'OKAY' : at(answer.json, 'status.code');
      assertDecision(answer, code === 'OKAY', 'status.code OKAY');
    },
  },
  {
    title: 'a missing attribute is told, and leaves the decision open',
    requirements: ['decision-evaluation-status-missing-attribute'],
    run: async ({ scope }) => {
      const answer = await known(scope, await evaluated(scope), 'MISSING_ATTRIBUTE');
      assertMember(answer, 'status.code', 'MISSING_ATTRIBUTE');
      assertMember(answer, 'decision', 'INDETERMINATE');
    },
  },
  {
    title: 'a value of the wrong type is told, and does not permit',
    requirements: ['decision-evaluation-status-type-conversion'],
    run: async ({ scope }) => {
      const answer = await known(scope, await evaluated(scope), 'TYPE_CONVERSION_ERROR');
      assertMember(answer, 'status.code', 'TYPE_CONVERSION_ERROR');
      const decision = at(answer.json, 'decision');
      assertDecision(answer, decision !== 'PERMIT', 'a decision other than PERMIT');
    },
  },
  related(
    'DENY',
    'deny-overrides-order',
    'the order of rules does not matter where one that denies overrides',
  ),
  related(
    'PERMIT',
    'permit-overrides-order',
    'the order of rules does not matter where one that permits overrides',
  ),
  related('PERMIT', 'idle-rule', 'a rule that never applies takes no permission away'),
  related('DENY', 'idle-rule', 'a rule that never applies takes no denial away'),
];

/**
 * A relation between two policies: where the first one comes to a decision, so does the second, and the other way
 * round. The policies that are known to come to that decision are tried first, so that one the target never comes to
 * does not pass for agreement.
 */
function related(decision: 'PERMIT' | 'DENY', relation: Pair['relation'], title: string): Case {
  return {
    title,
    requirements: [rowOf(decision)],
    run: async ({ scope }) => {
      const pairs = pairsIn(scope, relation);
      assertMember(await known(scope, await evaluated(scope), decision), 'decision', decision);
      for (const pair of pairs) {
        const [first, second] = [await evaluated(scope, pair.first), await evaluated(scope, pair.second)];
        const attempt = async (parameters: Parameters) => {
          const one = await answered(evaluate(scope, first, parameters));
          const other = await answered(evaluate(scope, second, parameters));
          const [was, is] = [one, other].map(({ json }) => at(json, 'decision') === decision);
          assertDecision(other, was === is, `the decision of the other policy, ${one.text}`);
        };
        const few = everyKnownDecisionParameters(pair.parameters, FEW);
        for (const parameters of few ?? []) await attempt(parameters);
        const name = `requests to policies in the relation ${relation}`;
        const arbitrary = knownDecisionParameters(pair.parameters);
        if (few === undefined) await holdsForAll(scope, { name, arbitrary, attempt });
      }
    },
  };
}

async function known(scope: Scope, path: string, outcome: Outcome): Promise<Exchange> {
  return answered(evaluate(scope, path, parametersFor(scope, outcome)));
}

function assertDecision(answer: Exchange, holds: boolean, expected: string): void {
  const detail = { expected, received: answer.text, exchange: answer };
  assert(holds, `${describeExchange(answer)} with another decision than known`, detail, assertDecision);
}
