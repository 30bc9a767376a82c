import { isCorrectUuid } from '../../../fixtures/arbitraries/uuid.ts';
import { assert } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange, isObject } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import {
  answered,
  DECISIONS,
  evaluate,
  evaluated,
  parametersFor,
  variedAnswers,
} from '../../../resources/decisionEvaluation.ts';

/** Status codes of an evaluation (Policy decision evaluation response data model). */
const STATUS_CODES = ['OKAY', 'MISSING_ATTRIBUTE', 'TYPE_CONVERSION_ERROR', 'PROCESSING_ERROR', 'TIMEOUT'];

/** A member of every answer, and what it may be. */
type Member = {
  readonly row: string;
  readonly title: string;
  readonly path: string;
  readonly expected: string;
  /** Undefined stands for a member that is absent. */
  readonly holds: (value: unknown, answer: Exchange) => boolean;
};

const absent = (value: unknown) => value === undefined || value === null;
const isText = (value: unknown) => typeof value === 'string';

const members: readonly Member[] = [
  {
    row: 'decision-evaluation-id',
    title: 'an answer has an id of its own kind, or none',
    path: 'id',
    expected: 'absent, or a UUID that is not the id of the endpoint',
    holds: (id, { request }) => absent(id) || (isCorrectUuid(id) && !request.url.endsWith(`/${String(id)}`)),
  },
  {
    row: 'decision-evaluation-correlation-id',
    title: 'the correlation id of an answer is a UUID',
    path: 'correlationId',
    expected: 'absent, or a UUID',
    holds: (id) => absent(id) || isCorrectUuid(id),
  },
  {
    row: 'decision-evaluation-decision-present',
    title: 'every answer has a decision',
    path: 'decision',
    expected: 'a text',
    holds: isText,
  },
  {
    row: 'decision-evaluation-decision-values',
    title: 'a decision is one of the four',
    path: 'decision',
    expected: DECISIONS.join(', '),
    holds: (decision) => !isText(decision) || DECISIONS.includes(decision as never),
  },
  {
    row: 'decision-evaluation-elapsed-microseconds',
    title: 'the time that an evaluation took is a whole number',
    path: 'elapsedMicroseconds',
    expected: 'absent, or an integer of at least 0',
    holds: (elapsed) => absent(elapsed) || (Number.isInteger(elapsed) && Number(elapsed) >= 0),
  },
  {
    row: 'decision-evaluation-status-code-values',
    title: 'the status of an evaluation has a documented code',
    path: 'status.code',
    expected: `absent, or ${STATUS_CODES.join(', ')}`,
    holds: (code) => absent(code) || STATUS_CODES.includes(String(code)),
  },
  {
    row: 'decision-evaluation-status-message',
    title: 'the status of an evaluation is described by a text',
    path: 'status.message',
    expected: 'absent, or a text',
    holds: (message) => absent(message) || isText(message),
  },
  {
    row: 'decision-evaluation-authorization-version-id',
    title: 'the version of the policies is told by its id',
    path: 'authorizationVersion',
    expected: 'absent, or an object whose id is absent or a UUID',
    holds: (version) =>
      absent(version) || (isObject(version) && (absent(version.id) || isCorrectUuid(version.id))),
  },
  {
    row: 'decision-evaluation-statements-array',
    title: 'statements are a list',
    path: 'statements',
    expected: 'absent, or a list',
    holds: (statements) => absent(statements) || Array.isArray(statements),
  },
];

/** The same for each statement of an answer that has some. */
const statementMembers: readonly Member[] = [
  {
    row: 'decision-evaluation-statement-id',
    title: 'a statement has an id, a UUID',
    path: 'id',
    expected: 'a UUID',
    holds: isCorrectUuid,
  },
  {
    row: 'decision-evaluation-statement-name',
    title: 'a statement has a name',
    path: 'name',
    expected: 'a text',
    holds: isText,
  },
  {
    row: 'decision-evaluation-statement-code',
    title: 'the code of a statement is a text',
    path: 'code',
    expected: 'absent, or a text',
    holds: (code) => absent(code) || isText(code),
  },
  {
    row: 'decision-evaluation-statement-payload',
    title: 'the payload of a statement is an object',
    path: 'payload',
    expected: 'absent, or an object',
    holds: (payload) => absent(payload) || isObject(payload),
  },
];

/** What an answer is made of (Policy decision evaluation response data model). */
export const answerMembers: readonly Case[] = [
  ...members.map(
    ({ row, title, path, expected, holds }): Case => ({
      title,
      requirements: [row],
      run: async ({ scope }) => {
        for (const answer of await variedAnswers(scope, await evaluated(scope))) {
          const value = at(answer.json, path);
          const detail = { expected: `${path} ${expected}`, received: answer.text, exchange: answer };
          assert(
            holds(value, answer),
            `${describeExchange(answer)}: ${path} is not what was promised`,
            detail,
          );
        }
      },
    }),
  ),
  ...statementMembers.map(
    ({ row, title, path, expected, holds }): Case => ({
      title,
      requirements: [row],
      run: async ({ scope }) => {
        const parameters = parametersFor(scope, 'statement');
        const answer = await answered(evaluate(scope, await evaluated(scope), parameters));
        const statements = at(answer.json, 'statements');
        if (!Array.isArray(statements) || statements.length === 0)
          throw new Blocked(
            'the parameters that are known to lead to a statement lead to none (--decisions)',
          );
        for (const statement of statements) {
          const detail = { expected: `${path} ${expected}`, received: statement, exchange: answer };
          const message = `${describeExchange(answer)}: ${path} of a statement is not what was promised`;
          assert(holds(at(statement, path), answer), message, detail);
        }
      },
    }),
  ),
];
