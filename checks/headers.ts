import type { Exchange } from '../fixtures/exchange.ts';
import { operations } from '../schemas/contract.ts';
import { type Answers, answersOf, assertDistinct, assertEach, everyAnswer } from './answers.ts';
import { type Check, caseFor } from './check.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;
/** Clocks of client and server may differ; the same allowance as for createdAt. */
const CLOCK_SKEW_MS = 300_000;

/** Headers that stand on every answer, each a row of its own (Response headers of the resource pages). */
const PRESENT: readonly (readonly [row: string, title: string, names: readonly string[]])[] = [
  ['platform-header-correlation-id', 'every answer has a correlation id', ['correlation-id']],
  ['platform-header-cache-control', 'every answer says how it may be cached', ['cache-control']],
  ['platform-header-pragma-expires', 'every answer has the older cache headers', ['pragma', 'expires']],
  [
    'platform-header-content-type-options',
    'every answer forbids sniffing and framing',
    ['x-content-type-options', 'x-frame-options'],
  ],
  [
    'platform-header-strict-transport-security',
    'every answer over HTTPS asks for HTTPS',
    ['strict-transport-security'],
  ],
];

/** What headers answers carry, successes and errors alike (Conventions, Response headers). */
export const headers: Check = function* (resource) {
  for (const [row, title, names] of PRESENT) {
    yield* caseFor(resource, row, title, async ({ scope }) => {
      const answers = everyAnswer(await answersOf(scope, resource));
      for (const name of names) assertPresent(answers, name);
    });
  }
  yield* caseFor(
    resource,
    'platform-header-correlation-id-unique',
    'every answer has a correlation id of its own, a UUID',
    async ({ scope }) => {
      const { shownAt: to } = await scope.create(resource);
      const same = [await scope.api.get(to), await scope.api.get(to), await scope.api.get(to)];
      const answers = [...same, ...everyAnswer(await answersOf(scope, resource))];
      assertEach(answers, 'a UUID as Correlation-Id', (answer) => UUID.test(id(answer)), id);
      assertDistinct(answers, 'Correlation-Id', id);
    },
  );
  yield* caseFor(resource, 'platform-header-no-store', 'reads must not be stored', async ({ scope }) => {
    const reads = readsOf(await answersOf(scope, resource));
    assertEach(reads, 'no-store and no-cache', forbidsStoring, (answer) => answer.headers['cache-control']);
    assertEach(reads, 'Pragma no-cache', ({ headers }) => headers.pragma === 'no-cache', pragma);
    assertEach(reads, 'Expires 0 or in the past', isExpired, ({ headers }) => headers.expires);
  });
  yield* caseFor(
    resource,
    'platform-header-date',
    'every answer has the date it was sent',
    async ({ scope }) => {
      const answers = everyAnswer(await answersOf(scope, resource));
      assertEach(answers, 'an HTTP date close to the exchange', isDated, ({ headers }) => headers.date);
    },
  );
  yield* caseFor(
    resource,
    'platform-header-content-type',
    'every body names its format',
    async ({ scope }) => {
      const bodies = everyAnswer(await answersOf(scope, resource)).filter(({ text }) => text !== '');
      assertPresent(bodies, 'content-type');
    },
  );
  yield* caseFor(
    resource,
    'platform-header-cors-allow',
    'answers carry the cross-origin headers',
    async ({ scope }) => {
      const answers = everyAnswer(await answersOf(scope, resource, { origin: 'https://app.example.com' }));
      assertPresent(answers, 'access-control-allow-methods');
      assertPresent(answers, 'access-control-allow-headers');
      // The page spells the age with Allow, the Fetch standard without.
      const aged = ({ headers }: Exchange) =>
        Boolean(headers['access-control-allow-max-age'] ?? headers['access-control-max-age']);
      assertEach(answers, 'Access-Control-Allow-Max-Age', aged, ({ headers }) => headers);
    },
  );
  yield* caseFor(
    resource,
    'platform-header-cors-methods-of-route',
    'the cross-origin methods are those of the route',
    async ({ scope }) => {
      const answers = await answersOf(scope, resource, { origin: 'https://app.example.com' });
      for (const answer of readsOf(answers)) {
        const path = answer.operation?.path;
        const documented = operations().filter((each) => each.path === path && each.side === 'api');
        const methods = [...new Set(documented.map(({ method }) => method))];
        assertEach([answer], `${methods.join(', ')} allowed`, allows(methods), allowed);
      }
    },
  );
};

function assertPresent(answers: readonly Exchange[], name: string): void {
  assertEach(
    answers,
    `a ${name} header`,
    ({ headers }) => Boolean(headers[name]),
    ({ headers }) => headers,
  );
}

function readsOf({ list, read }: Answers): readonly Exchange[] {
  return read === undefined ? [list] : [list, read];
}

function id({ headers }: Exchange): string {
  return headers['correlation-id'] ?? '';
}

function pragma({ headers }: Exchange): string | undefined {
  return headers.pragma;
}

function forbidsStoring({ headers }: Exchange): boolean {
  const directives = (headers['cache-control'] ?? '').split(',').map((each) => each.trim().toLowerCase());
  return directives.includes('no-store') && directives.includes('no-cache');
}

function isExpired({ headers, sentAtMs }: Exchange): boolean {
  const { expires } = headers;
  return expires === '0' || Date.parse(expires ?? '') <= sentAtMs;
}

function isDated({ headers, sentAtMs }: Exchange): boolean {
  const date = headers.date ?? '';
  return HTTP_DATE.test(date) && Math.abs(Date.parse(date) - sentAtMs) <= CLOCK_SKEW_MS;
}

function allowed({ headers }: Exchange): string | undefined {
  return headers['access-control-allow-methods'];
}

function allows(methods: readonly string[]): (answer: Exchange) => boolean {
  return (answer) => {
    const listed = (allowed(answer) ?? '').split(',').map((each) => each.trim());
    return methods.every((method) => listed.includes(method));
  };
}
