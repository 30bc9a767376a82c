import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoint, evaluateAll, payment, seeded } from './decisions.ts';
import { faultsOf, type Json, openSession, type Session } from './session.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

let session: Session;
let path: string;
let one: Json;
beforeAll(async () => {
  session = await openSession();
  path = `/environments/${session.ids.sandbox}/decisionEndpoints`;
  one = await session.make(path, endpoint({ recordRecentRequests: false }));
});
afterAll(() => session.emulator.close());

const user = (id: string) => ({ userContext: { user: { id } } });

describe('a bulk request', () => {
  const denied = payment(20000);
  const permitted = payment(1);

  test('is answered in its order, with the shared parameters below those of each item', async () => {
    const amount = 'Request - Payment.paymentAmount';
    const { status, body } = await evaluateAll(session, one, {
      parameters: denied,
      decisionRequests: [
        { parameters: { [amount]: 1 } },
        {},
        { parameters: { 'Policy Request': 'refund' } },
        { parameters: { [amount]: 'a lot' } },
        { parameters: { [amount]: 1 }, ...user(seeded.blockedUser) },
      ],
    });
    expect(status).toBe(200);
    expect(body.responses.map(({ decision }: Json) => decision)).toEqual([
      'PERMIT',
      'DENY',
      'NOT_APPLICABLE',
      'INDETERMINATE',
      'DENY',
    ]);
    expect(body.summary).toEqual({ requested: 5, errors: 1, successful: 4 });
    expect(body.correlationId).toMatch(uuid);
    expect(new Set(body.responses.map(({ id }: Json) => id)).size).toBe(5);
  });

  test('lends its user to items without one', async () => {
    const { body } = await evaluateAll(session, one, {
      ...user(seeded.blockedUser),
      decisionRequests: [{ parameters: permitted }, { parameters: permitted, ...user(seeded.root) }],
    });
    expect(body.responses.map(({ decision }: Json) => decision)).toEqual(['DENY', 'PERMIT']);
  });

  test('has at most twenty items', async () => {
    const items = (count: number) => ({ decisionRequests: Array(count).fill({ parameters: permitted }) });
    expect((await evaluateAll(session, one, items(20))).body.responses).toHaveLength(20);
    expect((await evaluateAll(session, one, items(0))).body.responses).toEqual([]);
    const refused = await evaluateAll(session, one, items(21));
    expect([refused.status, refused.body.code, refused.body.message]).toEqual([
      400,
      'INVALID_DATA',
      'Payload Too Large',
    ]);
    expect(faultsOf(refused)).toEqual(['SIZE_LIMIT_EXCEEDED decisionRequests']);
  });

  test.each<[string, object, string[]]>([
    ['without requests', { parameters: {} }, ['REQUIRED_VALUE decisionRequests']],
    ['with an object as requests', { decisionRequests: {} }, ['INVALID_VALUE decisionRequests']],
    ['with a text among them', { decisionRequests: ['a'] }, ['INVALID_VALUE decisionRequests[0]']],
    [
      'with text as the parameters of one',
      { decisionRequests: [{}, { parameters: 'a' }] },
      ['INVALID_VALUE decisionRequests[1].parameters'],
    ],
    [
      'with text as shared parameters',
      { parameters: 'a', decisionRequests: [{}] },
      ['INVALID_VALUE parameters'],
    ],
  ])('%s is refused', async (_what, body, faults) => {
    const answer = await evaluateAll(session, one, body);
    expect([answer.status, answer.body.code, ...faultsOf(answer)]).toEqual([400, 'INVALID_DATA', ...faults]);
  });
});
