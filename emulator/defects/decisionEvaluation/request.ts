import { type DecisionEndpoint, decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { isObject, status } from '../faults/answers.ts';
import { understandsRequest } from '../faults/decisions.ts';
import { evaluation } from '../faults/history.ts';
import { isUuid } from '../faults/identity.ts';
import { omits } from '../faults/members.ts';
import { misreports, refusesSent, refusesWith } from '../faults/refusals.ts';
import { together } from '../faults/state.ts';
import { noContent } from '../faults/statuses.ts';

/** What a server can do wrong with a request for a decision. */
export const request = defectsOf({
  'decision-evaluation-evaluate-200': [
    ['answers 201 to an evaluation', status(evaluation, 200, 201)],
    ['answers 204 to an evaluation', noContent(evaluation)],
    ['answers an evaluation without a decision', omits(evaluation, 'decision')],
  ],
  'decision-evaluation-endpoint-unchanged': [
    ['takes an evaluation for a new name of the endpoint', changesEndpoint(['name'])],
    ['takes an evaluation for a new description of the endpoint', changesEndpoint(['description'])],
    ['begins to record when it evaluates', changesEndpoint([], { recordRecentRequests: true })],
    [
      'takes an evaluation for a replace of the endpoint',
      changesEndpoint(['name', 'description'], { alternateId: 'x' }),
    ],
  ],
  'decision-evaluation-parameters-required': [
    ['evaluates without parameters', understandsRequest('single', (sent) => ({ parameters: {}, ...sent }))],
    [
      'evaluates for a user without parameters',
      understandsRequest('single', (sent) =>
        sent.userContext === undefined ? undefined : { parameters: {}, ...sent },
      ),
    ],
    [
      'refuses a request without parameters for its user',
      misreports(evaluation, { target: 'parameters' }, (detail) => ({ ...detail, target: 'userContext' })),
    ],
    [
      'does not say what is missing from a request',
      misreports(evaluation, { code: 'REQUIRED_VALUE' }, () => undefined),
    ],
    [
      'calls a request without parameters another kind of error',
      refusesWith(evaluation, { target: 'parameters' }, 400, 'INVALID_REQUEST'),
    ],
    [
      'answers 422 to a request without parameters',
      refusesWith(evaluation, { target: 'parameters' }, 422, 'INVALID_DATA'),
    ],
  ],
  'decision-evaluation-parameters-type': [
    ['takes a list for no parameters', takesFor(Array.isArray)],
    ['takes a text for no parameters', takesFor((parameters) => typeof parameters === 'string')],
    ['takes a number for no parameters', takesFor((parameters) => typeof parameters === 'number')],
    ['takes a boolean for no parameters', takesFor((parameters) => typeof parameters === 'boolean')],
    ['takes a list of parameters apart', understandsRequest('single', joined)],
    [
      'refuses parameters that are no object for the user',
      misreports(evaluation, { target: 'parameters', code: 'INVALID_VALUE' }, (one) => ({
        ...one,
        target: 'userContext',
      })),
    ],
    ['takes false for no parameters', takesFor((parameters) => parameters === false)],
  ],
  'decision-evaluation-parameters-empty': [
    ['refuses an empty parameters object', refusesParameters((names) => names.length === 0)],
    [
      'answers 404 to an empty parameters object',
      together(
        refusesParameters((names) => names.length === 0),
        refusesWith(evaluation, { target: 'parameters', code: 'REQUIRED_VALUE' }, 404, 'NOT_FOUND'),
      ),
    ],
  ],
  'decision-evaluation-parameters-values': [
    ['refuses parameters that are numbers', refusesValues((value) => typeof value === 'number')],
    ['refuses parameters that are booleans', refusesValues((value) => typeof value === 'boolean')],
    ['refuses parameters that are false', refusesValues((value) => value === false)],
    [
      'refuses parameters that are fractions',
      refusesValues((value) => typeof value === 'number' && value % 1 !== 0),
    ],
    [
      'refuses parameters whose names have spaces',
      refusesParameters((names) => names.some((name) => name.includes(' '))),
    ],
    [
      'refuses parameters whose names have dots',
      refusesParameters((names) => names.some((name) => name.includes('.'))),
    ],
    [
      'refuses parameters whose names have dashes',
      refusesParameters((names) => names.some((name) => name.includes('-'))),
    ],
    ['refuses parameters that the policies do not know', refusesUnknown()],
  ],
  'decision-evaluation-user-context-optional': [
    [
      'refuses a request without a user',
      refusesSent(evaluation, 'userContext', (sent) => sent.userContext === undefined),
    ],
  ],
  'decision-evaluation-user-context-accepted': [
    [
      'refuses a request with a user',
      refusesSent(evaluation, 'userContext', (sent) => sent.userContext !== undefined),
    ],
    [
      'refuses a request with the id of a user',
      refusesSent(evaluation, 'userContext.user.id', ({ userContext }) => userId(userContext) !== undefined),
    ],
  ],
  'decision-evaluation-user-id-uuid': [
    [
      'decides as if a user whose id is no UUID were not given',
      understandsRequest('single', (sent) =>
        isUuid(userId(sent.userContext)) ? undefined : { ...sent, userContext: null },
      ),
    ],
    [
      'refuses a user whose id is no UUID for the parameters',
      misreports(evaluation, { target: 'userContext.user.id' }, (detail) => ({
        ...detail,
        target: 'parameters',
      })),
    ],
    [
      'answers 404 to a user whose id is no UUID',
      refusesWith(evaluation, { target: 'userContext.user.id' }, 404, 'NOT_FOUND'),
    ],
  ],
  'decision-evaluation-user-context-environment': [
    [
      'refuses the environment of a user',
      refusesSent(evaluation, 'userContext.environment', ({ userContext }) =>
        Object.hasOwn(Object(userContext), 'environment'),
      ),
    ],
  ],
});

type Json = Readonly<Record<string, unknown>>;

function userId(userContext: unknown): unknown {
  return (userContext as { user?: { id?: unknown } } | null | undefined)?.user?.id;
}

function takesFor(when: (parameters: unknown) => boolean): Fault {
  return understandsRequest('single', (sent) =>
    when(sent.parameters) ? { ...sent, parameters: {} } : undefined,
  );
}

/** Puts the objects of a list together. */
function joined(sent: Json): Record<string, unknown> | undefined {
  const { parameters } = sent;
  return Array.isArray(parameters) ? { ...sent, parameters: Object.assign({}, ...parameters) } : undefined;
}

function refusesParameters(when: (names: readonly string[]) => boolean): Fault {
  return refusesSent(
    evaluation,
    'parameters',
    ({ parameters }) => isObject(parameters) && when(Object.keys(parameters)),
  );
}

function refusesValues(when: (value: unknown) => boolean): Fault {
  return refusesSent(
    evaluation,
    'parameters',
    ({ parameters }) => isObject(parameters) && Object.values(parameters).some(when),
  );
}

function refusesUnknown(): Fault {
  return (parts) => {
    const versions = parts.seed.policyDocuments?.flatMap((document) => document.versions) ?? [];
    const known = new Set(versions.flatMap(({ attributes = [] }) => attributes.map(({ name }) => name)));
    refusesParameters((names) => names.some((name) => !known.has(name)))(parts);
  };
}

function changesEndpoint(members: readonly string[], settings: Partial<DecisionEndpoint> = {}): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.request(evaluation, (_request, { body, parameters }) => {
      const shelf = world.shelf<DecisionEndpoint>(parameters.environmentId ?? '', decisionEndpoints.kind);
      const entry = shelf.get(parameters.decisionEndpointId ?? '');
      const sent = Object.entries((body ?? {}) as Json).filter(([name]) => members.includes(name));
      if (entry !== undefined)
        shelf.put({ ...entry, value: { ...entry.value, ...Object.fromEntries(sent), ...settings } });
    });
  };
}
