import fc from 'fast-check';
import { type LargeBody, largeBody, oddDocument, oddText, oddValue } from './oddValues.ts';
import { anyQuery } from './queries.ts';

/** What fills one parameter of a path: an id that exists, one of another kind, or something odd. */
export type Segment =
  | { readonly kind: 'known' | 'spare' | 'upper case' }
  | { readonly kind: 'other' | 'text'; readonly text: string };

/** What is sent as a body. `near` is an acceptable body in which some members were replaced or left out. */
export type BodyPlan =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'near';
      readonly changes: readonly (readonly [number, unknown])[];
      readonly which: 0 | 1;
    }
  | { readonly kind: 'document'; readonly document: string | Uint8Array }
  | { readonly kind: 'large'; readonly large: LargeBody };

/** One request, before the ids of a playground are put in. */
export type Drawn = {
  readonly operation: number;
  /** instead of the method of the operation */
  readonly otherMethod: string | undefined;
  readonly segments: readonly Segment[];
  /** instead of the path of the route */
  readonly rawPath: string | undefined;
  readonly query: readonly (readonly [string, string])[];
  readonly name: string;
  readonly body: BodyPlan;
  readonly contentType: string | undefined;
  readonly authorization: string;
  readonly headers: Readonly<Record<string, string>>;
};

const segment = fc.oneof<fc.MaybeWeightedArbitrary<Segment>[]>(
  { weight: 60, arbitrary: fc.constant<Segment>({ kind: 'known' }) },
  { weight: 2, arbitrary: fc.constant<Segment>({ kind: 'spare' }) },
  { weight: 1, arbitrary: fc.constant<Segment>({ kind: 'upper case' }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('environmentId', 'userId', 'resourceId')
      .map((text) => ({ kind: 'other', text })),
  },
  { weight: 3, arbitrary: oddText.map((text) => ({ kind: 'text', text })) },
);

const rawPath = fc.oneof(
  fc.webPath(),
  fc
    .string({ unit: fc.constantFrom(...'abz019/%?&=+:;,@!$\'()*[]"^`{|}~._-'), maxLength: 40 })
    .map((text) => `/v1/${text}`),
  fc.constantFrom(
    '/',
    '//',
    '/v1',
    '/v1/',
    '/v1//environments',
    '/v1/%65nvironments',
    '/v1/./environments',
    '/V1/roles',
  ),
);

const body = fc.oneof<fc.MaybeWeightedArbitrary<BodyPlan>[]>(
  {
    weight: 80,
    arbitrary: fc.record({
      kind: fc.constant('near' as const),
      changes: fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        { weight: 3, arbitrary: fc.array(fc.tuple(fc.nat({ max: 20 }), oddValue), { maxLength: 2 }) },
      ),
      which: fc.constantFrom<0 | 1>(0, 1),
    }),
  },
  { weight: 4, arbitrary: fc.constant<BodyPlan>({ kind: 'none' }) },
  { weight: 15, arbitrary: oddDocument.map((document) => ({ kind: 'document', document })) },
  { weight: 1, arbitrary: largeBody.map((large) => ({ kind: 'large', large })) },
);

const contentType = fc.oneof(
  { weight: 20, arbitrary: fc.constant('application/json') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      undefined,
      'application/json; charset=utf-8',
      'application/json; charset=latin1',
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/vnd.pingidentity.apiserver.deploy+json',
      'application/vnd.pingidentity.user.import+json',
      'application/vnd.pingidentity.decisionengine.authorize.bulk+json',
      ';',
      'json',
      '/',
      'a/b;'.repeat(200),
    ),
  },
);

const headers = fc.dictionary(
  fc.constantFrom(
    'accept',
    'origin',
    'x-ping-external-transaction-id',
    'x-ping-external-session-id',
    'x-http-method-override',
    'if-match',
    'cookie',
    'x-forwarded-host',
    '__proto__',
  ),
  fc.oneof(fc.constantFrom('application/json', '*/*', 'DELETE', ''), fc.string({ maxLength: 200 })),
  { maxKeys: 2 },
);

/** The workers whose tokens are sent, and what is sent in their place. */
export const senders = [
  'admin',
  'limited',
  'other',
  'nobody',
  'Bearer',
  'Bearer x.y.z',
  'Basic eDp5',
  '😀',
] as const;

const methods = [
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'HEAD',
  'TRACE',
  'PROPFIND',
  'PURGE',
  'get',
];

/** Any request to one of `operations` operations, near what it takes more often than not. */
export function anyRequest(operations: number): fc.Arbitrary<Drawn> {
  return fc.record({
    operation: fc.nat({ max: operations - 1 }),
    otherMethod: fc.oneof(
      { weight: 20, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(...methods) },
    ),
    segments: fc.array(segment, { minLength: 4, maxLength: 4 }),
    rawPath: fc.oneof({ weight: 30, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: rawPath }),
    query: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: anyQuery }),
    name: fc.oneof(
      { weight: 9, arbitrary: fc.nat({ max: 500 }).map((number) => `n${number}`) },
      { weight: 1, arbitrary: oddText },
    ),
    body,
    contentType,
    authorization: fc.oneof(
      { weight: 30, arbitrary: fc.constant('admin') },
      { weight: 2, arbitrary: fc.constantFrom(...senders) },
    ),
    headers: fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: headers }),
  });
}
