import { expect, test } from 'vitest';
import { validate } from '../../schemas/contract.ts';

const id = '11111111-1111-4111-8111-111111111111';

/** Made from the table of keys: no event is published (Policy decision authorization events generated). */
const event = {
  enm: 'Prod',
  eid: id,
  pid: id,
  ver: id,
  dec: 'DENY',
  sce: { P: [id], D: [id, id], I: [] },
  exe: 1586,
  svc: [{ n: 'Risk', v: { score: 42 } }],
};

test('the content of a decision event has short keys', () => {
  expect(validate('DecisionEvent', 'response', event)).toEqual([]);
  expect(validate('DecisionEvent', 'response', { enm: 'Prod', eid: id, dec: 'PERMIT' })).toEqual([]);
});

test.each([
  ['enm', undefined],
  ['enm', 7],
  ['eid', 'Prod'],
  ['pid', 'policy'],
  ['ver', 3],
  ['dec', 'Deny'],
  ['sce', [id]],
  ['sce', { D: id }],
  ['sce', { I: ['rule'] }],
  ['exe', 1.5],
  ['exe', -1],
  ['svc', { Risk: 42 }],
  ['svc', [{ v: 42 }]],
])('an event whose %s is %j is not one', (key, value) => {
  expect(validate('DecisionEvent', 'response', { ...event, [key]: value })).not.toEqual([]);
});

test('a decision and a bulk of decisions are told apart by what they must have', () => {
  expect(validate('Decision', 'response', { decision: 'PERMIT' })).toEqual([]);
  expect(validate('Decision', 'response', { responses: [] })).not.toEqual([]);
  expect(validate('BulkDecision', 'response', { responses: [{ decision: 'PERMIT' }] })).toEqual([]);
  expect(validate('BulkDecision', 'response', { decision: 'PERMIT' })).not.toEqual([]);
  expect(validate('BulkDecisionRequest', 'create', { decisionRequests: Array(21).fill({}) })).not.toEqual([]);
  expect(validate('DecisionRequest', 'create', { userContext: { user: { id } } })).not.toEqual([]);
});
