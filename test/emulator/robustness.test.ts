import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../emulator/collections/catalogue.ts';
import { type Answered, openSession, type Session } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session.emulator.close());

/** Values that handlers are not written for. */
const oddText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '%',
    '%00',
    '..',
    '__proto__',
    'constructor',
    'null',
    '\u0000',
    '😀',
    'é',
    '"',
    '{{id}}',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const oddValue = fc.jsonValue({ maxDepth: 3, noUnicodeString: false });
const knownMembers = [
  'name',
  'action',
  'username',
  'population',
  'scope',
  'role',
  'type',
  'status',
  'license',
  'products',
  'baseUrls',
  'authorizationServer',
  'directory',
  'accessControl',
  'paths',
  'methods',
  'validation',
  'issuers',
  'grantTypes',
  'billOfMaterials',
  'default',
  'accessTokenValiditySeconds',
  'audience',
  'customData',
];
const oddBody = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.dictionary(fc.constantFrom(...knownMembers), oddValue).map((body) => JSON.stringify(body)),
  },
  { weight: 1, arbitrary: oddValue.map((body) => JSON.stringify(body)) },
  { weight: 1, arbitrary: oddText },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }) },
);
const oddQuery = fc.dictionary(
  fc.constantFrom('filter', 'limit', 'cursor', 'expand', 'order', 'x'),
  fc.oneof(
    oddText,
    fc.constantFrom(
      'name sw "a"',
      'name sw',
      '(((',
      'not (a pr)',
      '-1',
      '1.5',
      'groups,scopes',
      'a[b eq "c"]',
    ),
  ),
);

/** What is wrong with an answer to a faulty request, if anything. */
async function faultOf(answer: Promise<Answered>): Promise<string | undefined> {
  const { status, body, text, headers } = await answer;
  if (status >= 500) return text;
  if (status < 400) return undefined;
  if (headers['correlation-id'] === undefined) return 'no correlation id';
  const documented = [body?.id, body?.code, body?.message].every((member) => typeof member === 'string');
  return documented ? undefined : `no documented error body: ${text}`;
}

async function expectWhole(answers: readonly Promise<Answered>[]): Promise<void> {
  const faults = await Promise.all(answers.map(faultOf));
  expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
}

test('no request of a client makes the server fail', async () => {
  const { sandbox, organization } = session.ids;
  const resource = await session.make(`/environments/${sandbox}/resources`, { name: 'robust' });
  const apiServer = await session.make(`/environments/${sandbox}/apiServers`, {
    name: 'robust',
    baseUrls: ['https://robust.example.com'],
    authorizationServer: { resource: { id: resource.id } },
  });
  const known: Record<string, string> = {
    environmentId: sandbox,
    organizationId: organization,
    resourceId: resource.id,
    apiServerId: apiServer.id,
  };
  const route = fc
    .constantFrom(...catalogue)
    .filter(({ path }) => !path.endsWith('/status') && path !== '/environments');
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH');
  const requests = fc.array(fc.tuple(route, method, oddBody, oddQuery, oddText), {
    minLength: 25,
    maxLength: 25,
  });
  const send = ([{ path }, verb, body, query, odd]: typeof requests extends fc.Arbitrary<(infer One)[]>
    ? One
    : never) => {
    const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeSafely(known[name] ?? odd));
    const search = Object.entries(query).map(([name, value]) => `${name}=${encodeSafely(value)}`);
    return session.send(verb, `${filled}?${search.join('&')}`, verb === 'GET' ? {} : { body });
  };
  await fc.assert(
    fc.asyncProperty(requests, (drawn) => expectWhole(drawn.map(send))),
    { seed: 20260101, numRuns: 100 },
  );
});

test('no raw target or token request makes the server fail', async () => {
  const printable = fc.string({
    unit: fc.constantFrom(...'abz019/%?&=+:;,@!$\'()*[]"\\^`{|}~._-'),
    maxLength: 40,
  });
  const { sandbox, admins } = session.ids;
  const token = `${session.emulator.authUrl}/${admins}/as/token`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const pairs = fc.array(fc.tuple(printable, printable), { minLength: 20, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(pairs, async (drawn) => {
      const targets = drawn.map(([target]) => `/environments/${sandbox}/${target.replaceAll('\\', '')}`);
      await expectWhole(targets.map((target) => session.send('GET', target)));
      for (const [, body] of drawn) {
        const answer = await session.send('POST', token, { as: undefined, body, headers });
        expect([400, 401]).toContain(answer.status);
        expect(answer.body.error).toEqual(expect.any(String));
      }
    }),
    { seed: 20260102, numRuns: 15 },
  );
});

function encodeSafely(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, ''));
}
