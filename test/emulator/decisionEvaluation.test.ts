import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoint, evaluate, payment, seeded } from './decisions.ts';
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
const codes = (body: Json) => body.statements.map(({ code }: Json) => code);

describe('an answer to a decision request', () => {
  test('has the documented members', async () => {
    const fromMs = Date.now();
    const { status, body } = await evaluate(session, one, { parameters: payment(3000), ...user(one.id) });
    const untilMs = Date.now();
    expect(status).toBe(200);
    const version = `${session.emulator.apiUrl}/environments/${session.ids.sandbox}/authorizationVersions/${seeded.newest}`;
    expect(body).toEqual({
      _links: { authorizationVersion: { href: version } },
      id: expect.stringMatching(uuid),
      correlationId: expect.stringMatching(uuid),
      timestamp: expect.any(String),
      elapsedMicroseconds: expect.any(Number),
      decision: 'PERMIT',
      status: { code: 'OKAY' },
      authorizationVersion: { id: seeded.newest },
      statements: [
        {
          id: expect.stringMatching(uuid),
          name: 'Payment permitted',
          code: 'payment-permitted',
          payload: { limit: 10000 },
        },
      ],
    });
    expect(Number.isInteger(body.elapsedMicroseconds) && body.elapsedMicroseconds >= 0).toBe(true);
    expect(Date.parse(body.timestamp)).toBeGreaterThanOrEqual(fromMs);
    expect(Date.parse(body.timestamp)).toBeLessThanOrEqual(untilMs);
    expect((await evaluate(session, one, { parameters: payment(3000) })).body.id).not.toBe(body.id);
  });

  const balance = 'Request - Payment.accountBalance';
  test.each<[string, object, string, string, string[]]>([
    ['a payment within the limit', { parameters: payment(10000) }, 'PERMIT', 'OKAY', ['payment-permitted']],
    ['a payment above it', { parameters: payment(10000.01) }, 'DENY', 'OKAY', ['limit-exceeded']],
    [
      'a payment beyond the balance',
      { parameters: payment(3000, { [balance]: 100 }) },
      'DENY',
      'OKAY',
      ['balance-exhausted'],
    ],
    [
      'a payment above both',
      { parameters: payment(20000, { [balance]: 100 }) },
      'DENY',
      'OKAY',
      ['limit-exceeded', 'balance-exhausted'],
    ],
    [
      'a blocked user',
      { parameters: payment(1), ...user(seeded.blockedUser) },
      'DENY',
      'OKAY',
      ['user-blocked'],
    ],
    [
      'a blocked user and nothing else',
      { parameters: {}, ...user(seeded.blockedUser) },
      'DENY',
      'OKAY',
      ['user-blocked'],
    ],
    ['another request', { parameters: { 'Policy Request': 'refund' } }, 'NOT_APPLICABLE', 'OKAY', []],
    ['no parameters', { parameters: {} }, 'INDETERMINATE', 'MISSING_ATTRIBUTE', []],
    ['no amount', { parameters: payment() }, 'INDETERMINATE', 'MISSING_ATTRIBUTE', []],
    [
      'a parameter nobody knows',
      { parameters: { 'Policy Request': 'refund', count: 1 } },
      'INDETERMINATE',
      'MISSING_ATTRIBUTE',
      [],
    ],
    ['an amount in words', { parameters: payment('a lot') }, 'INDETERMINATE', 'TYPE_CONVERSION_ERROR', []],
    [
      'a number as a text',
      { parameters: { 'Policy Request': 7 } },
      'INDETERMINATE',
      'TYPE_CONVERSION_ERROR',
      [],
    ],
    [
      'a balance of nothing',
      { parameters: payment(1, { [balance]: 0 }) },
      'INDETERMINATE',
      'PROCESSING_ERROR',
      [],
    ],
    [
      'the documented sample',
      {
        parameters: payment('3000', {
          'Request - Payment.creditorName': 'Customer2987',
          'Request - Payment.consentId': 'c',
        }),
        userContext: { user: { id: seeded.root }, environment: { id: seeded.root } },
      },
      'PERMIT',
      'OKAY',
      ['payment-permitted'],
    ],
  ])('to %s', async (_what, body, decision, code, statements) => {
    const answer = await evaluate(session, one, body);
    expect([answer.status, answer.body.decision, answer.body.status.code]).toEqual([200, decision, code]);
    expect(codes(answer.body)).toEqual(statements);
    expect(typeof answer.body.status.message).toBe(code === 'OKAY' ? 'undefined' : 'string');
  });

  test('follows the version of the endpoint', async () => {
    const bound = await session.make(path, endpoint({ authorizationVersion: { id: seeded.first } }));
    const { body } = await evaluate(session, bound, { parameters: payment(3000) });
    expect([body.decision, body.authorizationVersion]).toEqual(['DENY', { id: seeded.first }]);
    expect(body._links.authorizationVersion.href).toMatch(`/${seeded.first}`);
    expect(body.statements[0].payload).toEqual({ limit: 1000 });
    await session.send('DELETE', bound._links.self.href);
  });

  test('is that nothing applies where there are no policies', async () => {
    const { _embedded } = (await session.send('GET', `/environments/${session.ids.admins}/decisionEndpoints`))
      .body;
    const { body } = await evaluate(session, _embedded.decisionEndpoints[0], { parameters: {} });
    expect([body.decision, body.status, body.statements]).toEqual(['NOT_APPLICABLE', { code: 'OKAY' }, []]);
    expect(Object.keys(body)).not.toContain('authorizationVersion');
  });

  test('does not change the endpoint', async () => {
    await evaluate(session, one, { parameters: {}, name: 'changed', recordRecentRequests: true });
    expect((await session.send('GET', one._links.self.href)).body).toEqual(one);
  });
});

describe('a decision request', () => {
  test.each<[string, object, string[]]>([
    ['without parameters', {}, ['REQUIRED_VALUE parameters']],
    ['with a user alone', user(seeded.root), ['REQUIRED_VALUE parameters']],
    ['with text as parameters', { parameters: 'a' }, ['INVALID_VALUE parameters']],
    ['with a list as parameters', { parameters: [] }, ['INVALID_VALUE parameters']],
    [
      'with a user that is no UUID',
      { parameters: {}, ...user('nobody') },
      ['INVALID_VALUE userContext.user.id'],
    ],
    ['of bulk form', { decisionRequests: [{ parameters: {} }] }, ['REQUIRED_VALUE parameters']],
  ])('%s is refused', async (_what, body, faults) => {
    const answer = await evaluate(session, one, body);
    expect([answer.status, answer.body.code, ...faultsOf(answer)]).toEqual([400, 'INVALID_DATA', ...faults]);
  });

  test('is taken in two media types and no other', async () => {
    const body = { parameters: {} };
    const plain = { 'content-type': 'application/json; charset=utf-8' };
    expect((await evaluate(session, one, body, plain)).status).toBe(200);
    const other = await evaluate(session, one, body, { 'content-type': 'application/vnd.other+json' });
    expect([other.status, other.body.code]).toEqual([415, 'INVALID_REQUEST']);
  });
});
