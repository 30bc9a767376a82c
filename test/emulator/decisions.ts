import type { Answered, Json, Session } from './session.ts';

/** Policies and versions of the default seed, by what they are for; docs/emulator-policies.md describes them. */
export const seeded = {
  root: '00ee15a2-855c-4c99-aa69-c7601db768d9',
  first: '22eb63b5-0cf5-4ba2-b524-cbbeae7261de',
  untagged: '43364f26-c839-4b11-ba05-432b941bca56',
  newest: '8eb94458-7f06-4337-9e62-a8610e181ba2',
  blockedUser: 'a918b441-6ccf-444a-84ca-36dfc2621ce6',
} as const;

/** The media type of bulk evaluation. */
export const bulkType = 'application/vnd.pingidentity.decisionengine.authorize.bulk+json';

/** The body of a decision endpoint. */
export const endpoint = (more: object = {}) => ({
  name: 'Test Endpoint',
  description: 'Endpoint for use in tests',
  recordRecentRequests: true,
  ...more,
});

/** Parameters of a payment. */
export const payment = (amount?: unknown, more: object = {}) => ({
  'Policy Request': 'payment',
  ...(amount === undefined ? {} : { 'Request - Payment.paymentAmount': amount }),
  ...more,
});

/** Sends a decision request to an endpoint. */
export function evaluate(
  session: Session,
  one: Json,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  return session.send('POST', one._links.self.href, { body, headers });
}

/** Sends several decision requests at once. */
export function evaluateAll(session: Session, one: Json, body: unknown): Promise<Answered> {
  return evaluate(session, one, body, { 'content-type': bulkType });
}
