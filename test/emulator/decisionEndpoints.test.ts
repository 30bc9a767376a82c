import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoint, seeded } from './decisions.ts';
import { attempt } from './services.ts';
import { faultsOf, type Json, openSession, type Session } from './session.ts';

let session: Session;
let env: string;
let path: string;
beforeAll(async () => {
  session = await openSession();
  env = `/environments/${session.ids.sandbox}`;
  path = `${env}/decisionEndpoints`;
});
afterAll(() => session.emulator.close());

const get = async (href: string) => (await session.send('GET', href)).body;
const remove = (one: Json) => session.send('DELETE', one._links.self.href);
const uuid = '3c9a1f0e-5d2b-4c67-9e1f-0a2b3c4d5e6f';

describe('a decision endpoint', () => {
  test('is created, read, replaced and removed', async () => {
    const { status, body: made } = await session.send('POST', path, { body: endpoint({ id: uuid }) });
    expect(status).toBe(201);
    const base = `${session.emulator.apiUrl}${env}`;
    expect(made).toEqual({
      _links: { self: { href: `${base}/decisionEndpoints/${made.id}` }, environment: { href: base } },
      id: expect.not.stringMatching(uuid),
      environment: { id: session.ids.sandbox },
      ...endpoint(),
      owned: false,
    });
    expect(await get(made._links.self.href)).toEqual(made);
    const change = { name: 'Other', description: '', recordRecentRequests: false, id: uuid };
    const replaced = await session.send('PUT', made._links.self.href, { body: change });
    expect([replaced.status, replaced.body]).toEqual([200, { ...made, ...change, id: made.id }]);
    expect((await session.send('PATCH', made._links.self.href, { body: {} })).status).toBe(405);
    expect((await remove(made)).status).toBe(204);
    expect((await session.send('GET', made._links.self.href)).status).toBe(404);
    expect((await session.send('POST', made._links.self.href, { body: { parameters: {} } })).status).toBe(
      404,
    );
  });

  test.each<[string, object, string[]]>([
    ['without a name', { name: undefined }, ['REQUIRED_VALUE name']],
    ['with an empty name', { name: '' }, ['EMPTY_VALUE name']],
    ['with a name of 257 characters', { name: 'a'.repeat(257) }, ['SIZE_LIMIT_EXCEEDED name']],
    ['with a name that is no text', { name: { a: 1 } }, ['INVALID_VALUE name']],
    ['with a description that is no text', { description: [1] }, ['INVALID_VALUE description']],
    [
      'without recordRecentRequests',
      { recordRecentRequests: undefined },
      ['REQUIRED_VALUE recordRecentRequests'],
    ],
    [
      'with text as recordRecentRequests',
      { recordRecentRequests: 'sometimes' },
      ['INVALID_VALUE recordRecentRequests'],
    ],
    [
      'with text as recentDecisionsEnabled',
      { recentDecisionsEnabled: 'no' },
      ['INVALID_VALUE recentDecisionsEnabled'],
    ],
    ['with text as owned', { owned: 'nobody' }, ['INVALID_VALUE owned']],
    ['with an object as alternateId', { alternateId: { a: 1 } }, ['INVALID_VALUE alternateId']],
    ['with a policyId that is no UUID', { policyId: 'root' }, ['INVALID_VALUE policyId']],
    [
      'with text as authorizationVersion',
      { authorizationVersion: 'latest' },
      ['INVALID_VALUE authorizationVersion'],
    ],
    [
      'with a version that is no UUID',
      { authorizationVersion: { id: 'x' } },
      ['INVALID_VALUE authorizationVersion.id'],
    ],
    [
      'with a version nobody made',
      { authorizationVersion: { id: uuid } },
      ['INVALID_VALUE authorizationVersion.id'],
    ],
  ])('%s is refused', async (_what, change, faults) => {
    expect(await attempt(session, path, endpoint(change))).toEqual(faults);
  });

  test.each<[string, object, object]>([
    ['a name of 256 characters', { name: 'a'.repeat(256) }, { name: 'a'.repeat(256) }],
    ['no description, which is then empty', { description: undefined }, { description: '' }],
    ['an alternate id', { alternateId: uuid }, { alternateId: uuid }],
    ['an alternate id that is no UUID', { alternateId: '1234567890' }, { alternateId: '1234567890' }],
    ['the older switch', { recentDecisionsEnabled: false }, { recentDecisionsEnabled: false }],
    ['a claim to be owned, which is ignored', { owned: true }, { owned: false }],
    ['a version', { authorizationVersion: { id: seeded.first } }, {}],
    ['a policy', { policyId: seeded.root }, { policyId: seeded.root }],
    ['an unknown policy, for which the root stands in', { policyId: uuid }, { policyId: seeded.root }],
  ])('takes %s', async (_what, change, shown) => {
    expect(await attempt(session, path, endpoint(change))).toMatchObject(shown);
  });

  test('has an alternate id that no other has', async () => {
    const [one, other] = await Promise.all([
      session.make(path, endpoint({ alternateId: 'a' })),
      session.make(path, endpoint({ alternateId: 'b' })),
    ]);
    const taken = ['UNIQUENESS_VIOLATION alternateId'];
    expect(await attempt(session, path, endpoint({ alternateId: 'a' }))).toEqual(taken);
    const change = { body: endpoint({ alternateId: 'a' }) };
    expect(faultsOf(await session.send('PUT', other._links.self.href, change))).toEqual(taken);
    expect((await session.send('PUT', one._links.self.href, change)).status).toBe(200);
    await remove(one);
    expect((await session.send('PUT', other._links.self.href, change)).status).toBe(200);
    await remove(other);
  });

  test('is bound to a version, to another one, and to none', async () => {
    const one = await session.make(path, endpoint({ authorizationVersion: { id: seeded.first } }));
    const href = one._links.self.href;
    expect(one.authorizationVersion).toEqual({ id: seeded.first });
    expect((await get(one._links.authorizationVersion.href)).id).toBe(seeded.first);
    const bind = (id?: string) =>
      session.send('PUT', href, { body: endpoint(id === undefined ? {} : { authorizationVersion: { id } }) });
    expect((await bind(seeded.newest)).body.authorizationVersion).toEqual({ id: seeded.newest });
    const untagged = await bind(seeded.untagged);
    expect([untagged.status, untagged.body.code]).toEqual([404, 'NOT_FOUND']);
    expect(untagged.body.message).toContain('is not tagged');
    expect((await get(href)).authorizationVersion).toEqual({ id: seeded.newest });
    await bind();
    const free = await get(href);
    expect(free).not.toHaveProperty('authorizationVersion');
    expect(Object.keys(free._links)).toEqual(['self', 'environment']);
    await remove(one);
  });
});
