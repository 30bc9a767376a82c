import { isCorrectUuid } from '../../../fixtures/arbitraries/uuid.ts';
import { assert, assertError, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import {
  answered,
  created,
  evaluate,
  evaluateBulk,
  evaluated,
  sendBulk,
  someParameters,
} from '../../../resources/decisionEvaluation.ts';
import { users } from '../../../resources/users.ts';
import { assertNames } from './request.ts';

/** The largest number of requests in one bulk (Evaluate a Bulk Decision Request). */
const MOST = 20;

/** How several decisions are asked for at once (Evaluate a Bulk Decision Request; facts 4.2). */
export const bulk: readonly Case[] = [
  {
    title: 'a bulk of requests answers 200',
    requirements: ['decision-evaluation-bulk-200'],
    run: async ({ scope }) => {
      assertStatus(await several(scope, await evaluated(scope), 2), 200);
    },
  },
  {
    title: 'a bulk without requests is refused',
    requirements: ['decision-evaluation-bulk-decision-requests-required'],
    run: async ({ scope }) => {
      const path = await evaluated(scope);
      await answered(several(scope, path, 1));
      const answer = await sendBulk(scope, path, { parameters: someParameters(scope) });
      assertError(answer, [400], ['INVALID_DATA']);
      assertNames(answer, 'decisionRequests');
    },
  },
  {
    title: 'the requests of a bulk are a list',
    requirements: ['decision-evaluation-bulk-decision-requests-array'],
    run: async ({ scope }) => {
      const path = await evaluated(scope);
      await answered(several(scope, path, 1));
      const parameters = someParameters(scope);
      for (const decisionRequests of [{}, { parameters }, 'a', 1, true]) {
        const answer = await sendBulk(scope, path, { decisionRequests });
        assertError(answer, [400], ['INVALID_DATA', 'INVALID_REQUEST']);
        assertRefused(answer, { target: 'decisionRequests' });
      }
    },
  },
  {
    title: 'a bulk takes twenty requests and no more',
    requirements: ['decision-evaluation-bulk-max-20'],
    run: async ({ scope }) => {
      const { path } = await created(scope, { recordRecentRequests: true });
      const tooMany = await several(scope, path, MOST + 1);
      assertStatus(tooMany, 400);
      const recent = await scope.api.get(`${path}/recentDecisions`);
      const recorded = at(recent.json, '_embedded.recentDecisions');
      const detail = { expected: 'nothing evaluated', received: recent.text, exchange: recent };
      const none = !Array.isArray(recorded) || recorded.length === 0;
      assert(none, `${describeExchange(recent)} with decisions of a bulk that was refused`, detail);
      const most = await several(scope, path, MOST);
      assertStatus(most, 200);
      assertResponses(most, responsesOf(most).length === MOST, `${MOST} responses`);
    },
  },
  {
    title: 'nothing need stand at the top of a bulk',
    requirements: ['decision-evaluation-bulk-shared-parameters-optional'],
    run: async ({ scope }) => {
      const path = await evaluated(scope);
      const parameters = someParameters(scope);
      const userContext = { user: { id: (await scope.create(users)).id } };
      await answered(sendBulk(scope, path, { parameters, userContext, decisionRequests: [{ parameters }] }));
      assertStatus(await several(scope, path, 2), 200);
    },
  },
  {
    title: 'the summary of a bulk counts its requests',
    requirements: ['decision-evaluation-bulk-summary'],
    run: async ({ scope }) => {
      // One of them fails where the policies know no such name, so that failures are counted too.
      const all = [someParameters(scope), {}, { [scope.name()]: 'x' }];
      const answer = await answered(evaluateBulk(scope, await evaluated(scope), all));
      const { requested, successful, errors } = (at(answer.json, 'summary') ?? {}) as Record<string, unknown>;
      const holds = requested === 3 && Number(successful) + Number(errors) === 3;
      const expected = 'summary.requested 3, and successful and errors 3 together';
      assertResponses(answer, holds, expected);
    },
  },
  {
    title: 'the correlation id of a bulk is one UUID',
    requirements: ['decision-evaluation-bulk-correlation-id'],
    run: async ({ scope }) => {
      const answer = await answered(several(scope, await evaluated(scope), 2));
      const id = at(answer.json, 'correlationId') ?? undefined;
      assertResponses(answer, id === undefined || isCorrectUuid(id), 'correlationId absent, or a UUID');
    },
  },
  {
    title: 'the media type and not the body asks for a bulk',
    requirements: ['decision-evaluation-bulk-media-type-selects'],
    run: async ({ scope }) => {
      const path = await evaluated(scope);
      const parameters = someParameters(scope);
      await answered(evaluate(scope, path, parameters));
      const answer = await scope.api.post(path, { decisionRequests: [{ parameters }] });
      assertError(answer, [400], ['INVALID_DATA']);
      assertNames(answer, 'parameters');
    },
  },
];

/** The list of responses; empty when there is none. */
export function responsesOf({ json }: Exchange): readonly unknown[] {
  const responses = at(json, 'responses');
  return Array.isArray(responses) ? responses : [];
}

export function assertResponses(answer: Exchange, holds: boolean, expected: string): void {
  const detail = { expected, received: answer.text, exchange: answer };
  assert(holds, `${describeExchange(answer)} with other responses than documented`, detail, assertResponses);
}

function several(scope: Scope, path: string, count: number): Promise<Exchange> {
  return evaluateBulk(
    scope,
    path,
    Array.from({ length: count }, () => someParameters(scope)),
  );
}
