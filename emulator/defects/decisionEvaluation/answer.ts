import { decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { decides, decidesAs, tells } from '../faults/decisions.ts';
import { evaluation } from '../faults/history.ts';
import { gives } from '../faults/members.ts';

const nobody = '11111111-1111-4111-8111-111111111111';

/** What a server can do wrong with the members of a decision. */
export const answer = defectsOf({
  'decision-evaluation-id': [
    [
      'answers with the id of the endpoint',
      gives(evaluation, 'id', (_id: unknown, { path }: { path: string }) => path.split('/').at(-1)),
    ],
    ['numbers decisions', gives(evaluation, 'id', 17)],
    [
      'writes ids of decisions without hyphens',
      gives(evaluation, 'id', (id: unknown) => String(id).replaceAll('-', '')),
    ],
    ['gives a decision an empty id', gives(evaluation, 'id', '')],
  ],
  'decision-evaluation-id-unique': [
    ['gives every decision the same id', gives(evaluation, 'id', nobody)],
    ['gives the decisions of an endpoint one id', gives(evaluation, 'id', idOfPath)],
  ],
  'decision-evaluation-correlation-id': [
    ['correlates a decision by an object', gives(evaluation, 'correlationId', (id: unknown) => ({ id }))],
    ['correlates a decision by an empty text', gives(evaluation, 'correlationId', '')],
    ['correlates a decision by a number', gives(evaluation, 'correlationId', 17)],
    ['correlates a decision by a list', gives(evaluation, 'correlationId', (id: unknown) => [id])],
  ],
  'decision-evaluation-decision-present': [
    [
      'leaves the decision out where no policy applies',
      decidesAs((one) => (one === 'NOT_APPLICABLE' ? undefined : one)),
    ],
    [
      'leaves the decision out where there was trouble',
      decidesAs((one) => (one === 'INDETERMINATE' ? undefined : one)),
    ],
    ['decides null where no policy applies', decidesAs((one) => (one === 'NOT_APPLICABLE' ? null : one))],
    ['wraps a decision in an object', decidesAs((value) => ({ value }))],
  ],
  'decision-evaluation-decision-values': [
    ['says ALLOW for PERMIT', decidesAs((one) => (one === 'PERMIT' ? 'ALLOW' : one))],
    ['says Permit for PERMIT', decidesAs((one) => (one === 'PERMIT' ? 'Permit' : one))],
    ['says NOT APPLICABLE with a space', decidesAs((one) => one.replace('_', ' '))],
    ['says ERROR for INDETERMINATE', decidesAs((one) => (one === 'INDETERMINATE' ? 'ERROR' : one))],
    ['says DENIED for DENY', decidesAs((one) => (one === 'DENY' ? 'DENIED' : one))],
  ],
  'decision-evaluation-elapsed-microseconds': [
    ['tells fractions of microseconds', gives(evaluation, 'elapsedMicroseconds', 1.5)],
    ['tells microseconds in a text', gives(evaluation, 'elapsedMicroseconds', String)],
    ['tells microseconds below zero', gives(evaluation, 'elapsedMicroseconds', -1)],
  ],
  'decision-evaluation-status-code-values': [
    ['says OK for OKAY', tells((status) => (status.code === 'OKAY' ? { ...status, code: 'OK' } : status))],
    [
      'writes codes of a status in small letters',
      tells((status) => ({ ...status, code: String(status.code).toLowerCase() })),
    ],
    [
      'calls a missing attribute unknown',
      tells((status) =>
        status.code === 'MISSING_ATTRIBUTE' ? { ...status, code: 'UNKNOWN_ATTRIBUTE' } : status,
      ),
    ],
    ['tells a status in numbers', tells((status) => ({ ...status, code: 0 }))],
  ],
  'decision-evaluation-status-message': [
    [
      'tells messages of a status in a list',
      tells((status) => ({ ...status, message: [{ text: status.message }] })),
    ],
    [
      'tells the message of trouble as an object',
      tells((status) => (status.message === undefined ? status : { ...status, message: {} })),
    ],
    ['tells the message of a status as a number', tells((status) => ({ ...status, message: 1 }))],
  ],
  'decision-evaluation-timestamp': [
    [
      'tells the time of a decision in seconds',
      gives(evaluation, 'timestamp', () => Math.floor(Date.now() / 1000)),
    ],
    [
      'tells the time of a decision in another zone',
      gives(evaluation, 'timestamp', () => new Date(Date.now() + 7_200_000).toISOString()),
    ],
    [
      'tells the day of a decision alone',
      gives(evaluation, 'timestamp', (time: unknown) => String(time).slice(0, 10)),
    ],
    ['tells the time at which the endpoint was made', withTimeOfEndpoint()],
  ],
});

function idOfPath(_id: unknown, { path }: { path: string }): string {
  return path.slice(-36).replace(/^.{8}/, '11111111');
}

function withTimeOfEndpoint(): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    decides((one, { parameters }) => {
      const shelf = world.shelf(parameters.environmentId ?? '', decisionEndpoints.kind);
      one.timestamp = shelf.get(parameters.decisionEndpointId ?? '')?.createdAt;
    })(parts);
  };
}
