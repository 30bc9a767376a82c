import { defectsOf, type Fault } from '../defect.ts';
import { body, isObject } from '../faults/answers.ts';
import {
  answersBulk,
  carriesOn,
  evaluatesRefused,
  inParts,
  isLong,
  objectOf,
  pushesDown,
  refusesBulk,
  requestsAs,
  responses,
  takesForBulk,
} from '../faults/bulks.ts';
import { decidesAs, isBulk, understandsRequest } from '../faults/decisions.ts';
import { evaluation } from '../faults/history.ts';
import { gives } from '../faults/members.ts';
import { misreports, refusesSent, refusesWith } from '../faults/refusals.ts';

type Json = Record<string, unknown>;

const target = 'decisionRequests';
const most = 20;

/** What a server can do wrong with several requests at once. */
export const bulk = defectsOf({
  'decision-evaluation-bulk-200': [
    ['does not take the media type of a bulk', answersBulk(415)],
    ['answers 201 to a bulk', answersBulk(201)],
    ['answers 207 to a bulk', answersBulk(207)],
  ],
  'decision-evaluation-bulk-decision-requests-required': [
    [
      'evaluates the top of a bulk as one request',
      understandsRequest('bulk', (sent) => ({ decisionRequests: [{}], ...sent })),
    ],
    [
      'takes a bulk without requests as an empty one',
      understandsRequest('bulk', (sent) => ({ decisionRequests: [], ...sent })),
    ],
    [
      'refuses a bulk without requests for its parameters',
      misreports(evaluation, { target }, (detail) => ({ ...detail, target: 'parameters' })),
    ],
    ['does not say what is missing from a bulk', misreports(evaluation, { target }, () => undefined)],
    ['answers 422 to a bulk without requests', refusesWith(evaluation, { target }, 422, 'INVALID_DATA')],
  ],
  'decision-evaluation-bulk-decision-requests-array': [
    ['takes an object for the one request of a bulk', requestsAs(isObject, (one) => [one])],
    [
      'takes a text for no request in a bulk',
      requestsAs(
        (one) => typeof one === 'string',
        () => [],
      ),
    ],
    [
      'takes a number for no request in a bulk',
      requestsAs(
        (one) => typeof one === 'number',
        () => [],
      ),
    ],
    [
      'refuses a bulk that is no list for its parameters',
      misreports(evaluation, { target, code: 'INVALID_VALUE' }, (detail) => ({
        ...detail,
        target: 'parameters',
      })),
    ],
  ],
  'decision-evaluation-bulk-max-20': [
    [
      'evaluates the first 20 of more requests',
      requestsAs(isLong, (all) => (all as readonly Json[]).slice(0, most)),
    ],
    ['evaluates any number of requests', inParts()],
    [
      'evaluates 19 requests and no more',
      refusesSent(evaluation, target, ({ decisionRequests: all }) => Array.isArray(all) && all.length > 19),
    ],
    ['refuses 21 requests and evaluates them', evaluatesRefused()],
    [
      'answers 413 to 21 requests',
      refusesWith(evaluation, { target, code: 'SIZE_LIMIT_EXCEEDED' }, 413, 'INVALID_REQUEST'),
    ],
    ['answers 20 requests with 19 responses', responses((all) => all.slice(0, 19))],
  ],
  'decision-evaluation-bulk-shared-parameters-optional': [
    ['refuses a bulk without parameters at its top', refusesBulk('parameters')],
    ['refuses a bulk without a user at its top', refusesBulk('userContext')],
  ],
  'decision-evaluation-bulk-shared-parameters-apply': [
    [
      'ignores the parameters at the top of a bulk',
      understandsRequest('bulk', ({ parameters: _, ...others }) => others),
    ],
    [
      'applies the parameters at the top to the first request only',
      pushesDown((one, shared, index) => (index === 0 ? { ...shared, ...one } : one)),
    ],
    [
      'applies the parameters at the top to the last request only',
      pushesDown((one, shared, index, all) => (index === all - 1 ? { ...shared, ...one } : one)),
    ],
  ],
  'decision-evaluation-bulk-item-overrides': [
    ['lets the top of a bulk win over its requests', pushesDown((one, shared) => ({ ...one, ...shared }))],
    ['ignores the parameters of the requests in a bulk', pushesDown((_one, shared) => shared)],
    ['lets the first request of a bulk change its top', carriesOn()],
  ],
  'decision-evaluation-bulk-responses-order': [
    ['sorts the responses of a bulk by their decisions', responses((all) => [...all].sort(byDecision))],
    ['answers a bulk in the opposite order', responses((all) => [...all].reverse())],
    ['answers a bulk with a response too few', responses((all) => all.slice(1))],
    ['answers equal requests of a bulk once', responses(distinct)],
  ],
  'decision-evaluation-bulk-response-model': [
    ['answers a bulk with bare decisions', responses((all) => all.map(({ decision }) => decision))],
    ['answers a bulk without decisions', responses((all) => all.map(({ decision: _, ...one }) => one))],
    ['answers a bulk without responses', responses(() => [])],
    [
      'permits in a bulk what it denies alone',
      decidesAs((one, asked) => (isBulk(asked) && one === 'DENY' ? 'PERMIT' : one)),
    ],
    [
      'finds nothing applicable in a bulk where it finds trouble alone',
      decidesAs((one, asked) => (isBulk(asked) && one === 'INDETERMINATE' ? 'NOT_APPLICABLE' : one)),
    ],
    ['answers a bulk without any parameters with null for all but its first request', skipsEmpty()],
  ],
  'decision-evaluation-bulk-summary': [
    ['tells the largest number of requests as theirs', gives(evaluation, 'summary.requested', most)],
    ['counts failures as successes too', gives(evaluation, 'summary', counted)],
    [
      'counts one success too few',
      gives(evaluation, 'summary.successful', (number: unknown) => Number(number) - 1),
    ],
    ['answers a bulk without a summary', gives(evaluation, 'summary', undefined)],
  ],
  'decision-evaluation-bulk-correlation-id': [
    ['correlates a bulk by a list', gives(evaluation, 'correlationId', (id: unknown) => [id, id])],
    ['correlates a bulk by a text', gives(evaluation, 'correlationId', 'bulk')],
  ],
  'decision-evaluation-bulk-media-type-selects': [
    ['answers a bulk that is called JSON', takesForBulk()],
    ['evaluates the first request of a bulk that is called JSON', understandsRequest('single', firstAlone)],
    [
      'refuses a bulk that is called JSON for its requests',
      misreports(evaluation, { target: 'parameters' }, (detail) => ({ ...detail, target })),
    ],
    [
      'answers 415 to a bulk that is called JSON',
      refusesWith(evaluation, { target: 'parameters' }, 415, 'INVALID_REQUEST'),
    ],
  ],
});

function byDecision(one: Json, other: Json): number {
  return String(one.decision).localeCompare(String(other.decision));
}

function distinct(all: readonly Json[]): readonly Json[] {
  return all.filter((one, index) => all.findIndex(({ decision }) => decision === one.decision) === index);
}

function counted(summary: unknown): unknown {
  const { requested } = summary as Json;
  return { ...(summary as Json), successful: requested };
}

function firstAlone({ decisionRequests: all }: Json): Json | undefined {
  return Array.isArray(all) ? objectOf(all[0]) : undefined;
}

function skipsEmpty(): Fault {
  const isEmpty = (one: unknown) => Object.keys(objectOf(objectOf(one).parameters)).length === 0;
  return body(evaluation, (json, { body: sent }) => {
    const all: unknown = objectOf(sent).decisionRequests;
    if (Array.isArray(json.responses) && Array.isArray(all) && all.every(isEmpty))
      json.responses = json.responses.map((one: unknown, index) => (index === 0 ? one : null));
  });
}
