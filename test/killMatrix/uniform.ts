import type { Fault } from '../../emulator/defects/defect.ts';
import { always } from '../../emulator/defects/faults/answers.ts';
import { setHeader } from '../../emulator/defects/reply.ts';
import { ApiError } from '../../emulator/http/errors.ts';
import type { Case } from '../../fixtures/case.ts';
import { operations, requirement } from '../../schemas/contract.ts';
import type { Ending } from './trial.ts';

/** A server that answers alike whatever it is asked: what a case finds refused there proves nothing. */
export type Uniform = {
  readonly id: string;
  /** What the server does, after "a server that". */
  readonly describes: string;
  readonly apply: Fault;
  /** Whether it is met each time, and not only when its part of the matrix is. */
  readonly isConstant: boolean;
  /** Whether something can be said of a case that holds against it. */
  readonly concerns: (one: Case) => boolean;
  /** Whether a case met what it refuses: one that did and held was taken in. */
  readonly met: (ending: Ending) => boolean;
};

const API = ['* /environments*', '* /organizations*', '* /roles*', '* /populations'];

/** Rows on tokens and on how a target is addressed: the authorization servers of these targets are in order. */
const ELSEWHERE = ['token', 'regions'];

const LOGIN_PAGE = '<!doctype html><title>Sign on</title><form><input name="username"></form>';

/** Kinds of rows that speak of any answer, of a refusal too. */
const OF_ANY_ANSWER = ['error-body', 'link', 'media-type'];

/** Rows that hold where one kind of operation is refused, or any, and why. */
const SPARED: Readonly<Record<'any' | 'read' | 'update' | 'delete', Readonly<Record<string, string>>>> = {
  any: {
    'platform-client-fault-is-4xx': 'it demands no more than that a request does not make the service fail',
    'environments-response-codes': 'it demands no more than a documented status',
    'platform-collection-item-agrees-with-read':
      'what is listed is compared with what is read, changed or not',
    'api-server-deployment-edit-does-not-deploy': 'it speaks of whatever edits are taken',
  },
  read: {
    'environments-filter-organization-id-eq': 'it only waits for its environments by reading',
    'environments-filter-license-id-eq': 'it only waits for its environments by reading',
    'environments-filter-status-eq': 'it only waits for its environments by reading',
    'environments-filter-and': 'it only waits for its environments by reading',
    'recent-decisions-item-id': 'it judges the list too, and a read that fails is judged by another row',
    'recent-decisions-item-id-matches-response': 'it judges the list too',
    'recent-decisions-decision-response-elapsed': 'it judges the list too',
    'recent-decisions-decision-response-authorised': 'it judges the list too',
    'recent-decisions-decision-response-statements': 'it judges the list too',
    'recent-decisions-decision-endpoint-id': 'it judges the list too',
    'recent-decisions-environment-id': 'it judges the list too',
  },
  update: {
    'decision-endpoints-owned-recording-editable':
      'that nothing of such an endpoint can be changed is one of its readings',
  },
  delete: {
    'platform-create-echoes-values': 'it deletes only what would be in its own way',
    'platform-request-unknown-property': 'it deletes only what would be in its own way',
  },
};

/** Servers that refuse one kind of operation or answer every request in one way, those that take longest first. */
export const uniforms: readonly Uniform[] = [
  refusing('read', 404, 'NOT_FOUND'),
  everything('finds nothing', always(API, 404, error('NOT_FOUND'))),
  refusing('update', 400, 'INVALID_DATA'),
  refusing('update', 403, 'ACCESS_FAILED'),
  refusing('update', 404, 'NOT_FOUND'),
  refusing('delete', 403, 'ACCESS_FAILED'),
  refusing('delete', 404, 'NOT_FOUND'),
  everything('answers 401 to everything', always(API, 401, error('ACCESS_FAILED', 'INVALID_TOKEN'))),
  ...[
    everything('refuses every request with 403', always(API, 403, error('ACCESS_FAILED'))),
    everything('answers 400 to everything', always(API, 400, error('INVALID_DATA', 'INVALID_VALUE'))),
    everything('answers 429 to everything', always(API, 429, error('REQUEST_LIMITED'))),
    everything('shows a login page with 200 for everything', (parts) =>
      parts.reply(API, (reply) => {
        reply.status = 200;
        reply.text = LOGIN_PAGE;
        setHeader(reply, 'Content-Type', 'text/html');
      }),
    ),
  ].map((one) => ({ ...one, isConstant: true })),
];

function everything(describes: string, apply: Fault): Uniform {
  const concerns = ({ requirements: ids }: Case) =>
    !ids.every((id) => ELSEWHERE.includes(requirement(id).area));
  return { id: `everything: ${describes}`, describes, apply, isConstant: false, concerns, met: () => true };
}

/** A bare refusal, which gives no reason that could be another one than the expected. */
function refusing(kind: 'read' | 'update' | 'delete', status: number, code: string): Uniform {
  const refused = operations().filter((one) => one.kind === kind && one.side === 'api');
  const where = refused.map(
    ({ method, path }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
  );
  const ids = refused.map(({ id }) => id);
  return {
    id: `${kind} ${status}`,
    describes: `refuses every ${kind} with ${status}`,
    apply: (parts) =>
      parts.wrap(where, () => () => {
        throw new ApiError(status, code, 'No.');
      }),
    isConstant: false,
    concerns: (one) => !isSpared(one, kind),
    met: (ending) => ending.operations.some((id) => ids.includes(id)),
  };
}

/** Sequences of requests judge whatever state they lead to; that something is refused on the way is one of them. */
function isSpared({ title, requirements: ids }: Case, kind: keyof typeof SPARED): boolean {
  if (title.startsWith('exploration: ')) return true;
  const spared = { ...SPARED.any, ...SPARED[kind] };
  return ids.some((id) => OF_ANY_ANSWER.includes(requirement(id).kind) || id in spared);
}

function error(code: string, detail = code) {
  const id = '0b0b3d84-6f3c-4b11-9d8c-5f5d3a3a2b10';
  return { id, code, message: 'No.', details: [{ code: detail, target: 'name', message: 'No.' }] };
}
