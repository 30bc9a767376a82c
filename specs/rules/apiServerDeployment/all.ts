import type { Case } from '../../../fixtures/case.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { DEPLOY, deploymentOf, serviceWithOperation } from '../../../resources/deployment.ts';
import { actionCases } from '../platform/actions.ts';
import { decisionEndpoint } from './decisionEndpoint.ts';
import { errors } from './errors.ts';
import { links } from './links.ts';
import { policies } from './policies.ts';
import { repetition } from './repetition.ts';
import { request } from './request.ts';
import { sequences } from './sequences.ts';
import { states } from './states.ts';
import { times } from './times.ts';

const subject = async (scope: Scope) => (await serviceWithOperation(scope)).path;
const missing = 'platform-not-found-unknown-parent';

/** Every rule of the deployment of API services, in the order of the report. */
export const rules: readonly Case[] = [
  ...request,
  ...states,
  ...repetition,
  ...sequences,
  ...times,
  ...decisionEndpoint,
  ...errors,
  ...policies,
  ...links,
  ...actionCases({
    name: 'a deployment',
    subject,
    request: (path) => ({ method: 'POST', to: deploymentOf(path), headers: { 'content-type': DEPLOY } }),
    state: deploymentOf,
    missing,
  }),
  ...actionCases({
    name: 'a read of the deployment',
    subject,
    request: (path) => ({ method: 'GET', to: deploymentOf(path) }),
    missing,
  }),
];
