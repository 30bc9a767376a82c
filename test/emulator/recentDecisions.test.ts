import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetOldDecisions, recordDecision } from '../../emulator/collections/recentDecisions.ts';
import { World } from '../../emulator/store/world.ts';
import { endpoint, evaluate, evaluateAll, payment } from './decisions.ts';
import { type Json, openSession, type Session } from './session.ts';

let session: Session;
let path: string;
let one: Json;
beforeAll(async () => {
  session = await openSession();
  path = `/environments/${session.ids.sandbox}/decisionEndpoints`;
});
beforeEach(async () => {
  one = await session.make(path, endpoint());
  return async () => {
    await session.send('DELETE', one._links.self.href);
  };
});
afterAll(() => session.emulator.close());

const decide = async (amount: number) => (await evaluate(session, one, { parameters: payment(amount) })).body;
const get = async (href: string) => (await session.send('GET', href)).body;
const history = (query = '') => get(`${one._links.self.href}/recentDecisions${query}`);
const ids = (page: Json): string[] => page._embedded.recentDecisions.map(({ id }: Json) => id);
const put = (change: object) => session.send('PUT', one._links.self.href, { body: endpoint(change) });

describe('the recent decisions of an endpoint', () => {
  test('show the answer that the caller got', async () => {
    const fromMs = Date.now();
    const answer = await decide(1);
    const page = await history();
    const base = `${session.emulator.apiUrl}/environments/${session.ids.sandbox}`;
    expect(page._links).toEqual({
      self: { href: `${one._links.self.href}/recentDecisions` },
      environment: { href: base },
    });
    const [item] = page._embedded.recentDecisions;
    expect(item).toEqual({
      _links: {
        self: { href: `${one._links.self.href}/recentDecisions/${answer.id}` },
        decisionEndpoint: { href: one._links.self.href },
        environment: { href: base },
      },
      id: answer.id,
      decisionResponse: {
        id: answer.id,
        elapsedTime: expect.any(Number),
        decision: 'PERMIT',
        authorised: true,
        statements: answer.statements,
      },
      decisionEndpointId: one.id,
      environmentId: session.ids.sandbox,
      requestedAt: answer.timestamp,
    });
    expect(Date.parse(item.requestedAt)).toBeGreaterThanOrEqual(fromMs);
    expect(await get(item._links.self.href)).toEqual(item);
    await decide(20000);
    expect((await history())._embedded.recentDecisions[0].decisionResponse).toMatchObject({
      decision: 'DENY',
      authorised: false,
    });
  });

  test('are the latest twenty, the newest first, also of a bulk request', async () => {
    const first = await decide(1);
    const items = { decisionRequests: Array(20).fill({ parameters: payment(1) }) };
    const bulk = (await evaluateAll(session, one, items)).body.responses.map(({ id }: Json) => id);
    const page = await history();
    expect(ids(page)).toEqual(bulk.toReversed());
    expect([page.count, page.size, page._links.next]).toEqual([20, 20, undefined]);
    const gone = await session.send('GET', `${one._links.self.href}/recentDecisions/${first.id}`);
    expect(gone.status).toBe(404);
  });

  test('come in pages that go on where the one before ended, even when there is news', async () => {
    const made = [];
    for (let count = 0; count < 4; count++) made.push((await decide(1)).id);
    const page = await history('?limit=2');
    expect([ids(page), page.size, page.count]).toEqual([[made[3], made[2]], 2, 4]);
    await decide(2);
    const next = await get(page._links.next.href);
    expect(ids(next)).toEqual([made[1], made[0]]);
    expect(next._links.next).toBeUndefined();
    expect(ids(await get(next._links.prev.href))).toEqual([made[3], made[2]]);
  });

  test('are not recorded while that is switched off, and gone when it is', async () => {
    await decide(1);
    await put({ name: 'renamed' });
    expect(ids(await history())).toHaveLength(1);
    await put({ recordRecentRequests: false });
    expect(ids(await history())).toEqual([]);
    await decide(2);
    expect((await history()).count).toBe(0);
    await put({});
    expect(ids(await history())).toEqual([]);
    const { id } = await decide(3);
    expect(ids(await history())).toEqual([id]);
  });

  test('belong to that endpoint alone and go with it', async () => {
    const other = await session.make(path, endpoint());
    const { id } = await decide(1);
    expect((await get(`${other._links.self.href}/recentDecisions`)).count).toBe(0);
    const elsewhere = `${other._links.self.href}/recentDecisions/${id}`;
    expect((await session.send('GET', elsewhere)).status).toBe(404);
    await session.send('DELETE', other._links.self.href);
    expect((await session.send('GET', `${other._links.self.href}/recentDecisions`)).status).toBe(404);
    expect((await session.send('GET', elsewhere)).status).toBe(404);
  });

  test('cannot be written', async () => {
    const href = `${one._links.self.href}/recentDecisions`;
    expect((await session.send('POST', href, { body: {} })).status).toBe(405);
    const { id } = await decide(1);
    expect((await session.send('DELETE', `${href}/${id}`)).status).toBe(405);
  });
});

test('decisions are forgotten after a day', () => {
  const world = new World();
  const place = { world, base: '', ownerId: 'environment', parentId: '', url: '' };
  const requestedAt = '2026-01-01T00:00:00.000Z';
  const decisionResponse = { id: 'd', elapsedTime: 0, decision: 'DENY', authorised: false, statements: [] };
  recordDecision('endpoint', { decisionResponse, requestedAt }, place);
  const shelf = world.shelf('environment', 'recentDecisions');
  const dayLaterMs = Date.parse(requestedAt) + 24 * 60 * 60 * 1000;
  forgetOldDecisions(world, 'environment', 'endpoint', dayLaterMs);
  expect(shelf.size).toBe(1);
  forgetOldDecisions(world, 'environment', 'endpoint', dayLaterMs + 1);
  expect(shelf.size).toBe(0);
});
