import { stateOf } from '../../../fixtures/aftermath.ts';
import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import {
  codeOf,
  deploymentOf,
  serviceWithOperation,
  watchDeployment,
} from '../../../resources/deployment.ts';

/** Top-level error codes (Error codes; facts 0.9). */
const ERROR_CODES = [
  'INVALID_DATA',
  'INVALID_REQUEST',
  'REQUEST_FAILED',
  'ACCESS_FAILED',
  'NOT_FOUND',
  'REQUEST_LIMITED',
  'UNEXPECTED_ERROR',
];

/** What `status.error` is, on whatever ends in a failure: none can be brought about (API Server Deployment). */
export const errors: readonly Case[] = [
  {
    title: 'only a failed deployment has an error',
    requirements: ['api-server-deployment-error-only-when-failed'],
    run: ({ scope }) =>
      everyAnswer(scope, 'no error unless the code is DEPLOYMENT_FAILED', (answer, error) => {
        return error === undefined || codeOf(answer) === 'DEPLOYMENT_FAILED';
      }),
  },
  {
    title: 'the error of a deployment has an id, a code and a message',
    requirements: ['api-server-deployment-error-members'],
    run: ({ scope }) =>
      everyAnswer(scope, 'id, code and message, texts that are not empty', (answer, error) => {
        // An error where none belongs is another row's question.
        if (error === undefined || codeOf(answer) !== 'DEPLOYMENT_FAILED') return true;
        const members = ['id', 'code', 'message'].map((name) => at(error, name));
        return members.every((member) => typeof member === 'string' && member !== '');
      }),
  },
  {
    title: 'a failed deployment says why',
    requirements: ['api-server-deployment-failed-has-error'],
    run: ({ scope }) =>
      everyAnswer(scope, 'status.error beside DEPLOYMENT_FAILED', (answer, error) => {
        return codeOf(answer) !== 'DEPLOYMENT_FAILED' || error !== undefined;
      }),
  },
  {
    title: 'the code of the error of a deployment is one of the general ones',
    requirements: ['api-server-deployment-error-code-values'],
    run: ({ scope }) =>
      everyAnswer(scope, `status.error.code among ${ERROR_CODES.join(', ')}`, (_answer, error) => {
        const code = at(error, 'code');
        return code === undefined || ERROR_CODES.includes(String(code));
      }),
  },
];

/** Looks at the state before, during and after two deployments of one service. */
async function everyAnswer(
  scope: Scope,
  expected: string,
  holds: (answer: Exchange, error: unknown) => boolean,
): Promise<void> {
  const { path } = await serviceWithOperation(scope);
  const before = await stateOf(scope, deploymentOf(path));
  const answers = [before, ...(await watchDeployment(scope, path)), ...(await watchDeployment(scope, path))];
  for (const answer of answers) {
    const error = at(answer.json, 'status.error') ?? undefined;
    assert(
      holds(answer, error),
      `${describeExchange(answer)} with another status.error than documented`,
      { expected, received: at(answer.json, 'status') ?? answer.text, exchange: answer },
      everyAnswer,
    );
  }
}
