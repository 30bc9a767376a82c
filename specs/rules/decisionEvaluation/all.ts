import type { Case } from '../../../fixtures/case.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { BULK, created } from '../../../resources/decisionEvaluation.ts';
import { actionCases } from '../platform/actions.ts';
import { answer } from './answer.ts';
import { body } from './body.ts';
import { bulk } from './bulk.ts';
import { bulkDecisions } from './bulkDecisions.ts';
import { decisions } from './decisions.ts';
import { links } from './links.ts';
import { answerMembers } from './members.ts';
import { request } from './request.ts';
import { userContext } from './userContext.ts';

const subject = async (scope: Scope) => (await created(scope)).path;
const missing = 'platform-error-404-code';

/** Every rule of the evaluation of decisions, in the order of the report. */
export const rules: readonly Case[] = [
  ...request,
  ...body,
  ...userContext,
  ...decisions,
  ...answerMembers,
  ...answer,
  ...links,
  ...bulk,
  ...bulkDecisions,
  ...actionCases({
    name: 'an evaluation',
    subject,
    request: (path) => ({ method: 'POST', to: path, json: { parameters: {} } }),
    missing,
  }),
  ...actionCases({
    name: 'a bulk evaluation',
    subject,
    request: (path) => ({
      method: 'POST',
      to: path,
      headers: { 'content-type': BULK },
      json: { decisionRequests: [{ parameters: {} }] },
    }),
    missing,
  }).map((one) => ({ ...one, capabilities: ['bulk-evaluation'] })),
];
