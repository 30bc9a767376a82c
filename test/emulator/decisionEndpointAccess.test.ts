import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoint, seeded } from './decisions.ts';
import { faultsOf, openSession, type Session } from './session.ts';

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

describe('the decision endpoint of an API service', () => {
  test('lets clients switch recording and nothing else', async () => {
    const { id } = await session.make(`${env}/resources`, { name: 'owned' });
    const service = await session.make(`${env}/apiServers`, {
      name: 'owned',
      baseUrls: ['https://api.example.com/owned'],
      authorizationServer: { resource: { id } },
    });
    const deployment = `${service._links.self.href}/deployment`;
    await session.send('POST', deployment, {
      headers: { 'content-type': 'application/vnd.pingidentity.apiserver.deploy+json' },
    });
    await expect.poll(async () => (await get(deployment)).status.code).toBe('DEPLOYMENT_SUCCESSFUL');
    const { href } = (await get(deployment))._links.decisionEndpoint;
    const owned = await get(href);
    expect(owned.owned).toBe(true);
    const put = (change: object) => session.send('PUT', href, { body: { ...owned, ...change } });
    const flipped = await put({ recordRecentRequests: true });
    expect([flipped.status, flipped.body]).toEqual([200, { ...owned, recordRecentRequests: true }]);
    for (const change of [
      { name: 'Mine' },
      { authorizationVersion: { id: seeded.first } },
      { policyId: seeded.root },
    ]) {
      const refused = await put(change);
      expect([refused.status, refused.body.code]).toEqual([403, 'ACCESS_FAILED']);
    }
    expect((await session.send('DELETE', href)).status).toBe(403);
    expect(await get(href)).toEqual(flipped.body);
    await session.send('DELETE', service._links.self.href);
    expect((await session.send('GET', href)).status).toBe(404);
  });
});

describe('access to decision endpoints', () => {
  test('needs a role, and the licence for dynamic authorization', async () => {
    const second = `/environments/${session.ids.second}/decisionEndpoints`;
    const { _embedded } = (await session.send('GET', second, { as: 'limited' })).body;
    const href = _embedded.decisionEndpoints[0]._links.self.href;
    expect((await session.send('GET', path, { as: 'limited' })).status).toBe(403);
    for (const [method, where, body] of [
      ['POST', second, endpoint()],
      ['PUT', href, endpoint()],
      ['DELETE', href, undefined],
      ['POST', href, { parameters: {} }],
    ] as const)
      expect((await session.send(method, where, { as: 'limited', body })).status).toBe(403);
    const trial = await session.make('/environments', {
      name: 'Trial',
      type: 'SANDBOX',
      region: 'NA',
      license: { id: session.ids.trial },
    });
    const refused = await session.send('GET', `${trial._links.self.href}/decisionEndpoints`);
    expect([refused.status, ...faultsOf(refused)]).toEqual([403, 'LICENSE_EXCEEDED']);
    await session.send('DELETE', trial._links.self.href);
  });

  test('ends at the environment', async () => {
    const one = await session.make(path, endpoint());
    const elsewhere = `/environments/${session.ids.second}/decisionEndpoints/${one.id}`;
    expect((await session.send('GET', elsewhere)).status).toBe(404);
    expect((await session.send('POST', elsewhere, { body: { parameters: {} } })).status).toBe(404);
    const foreign = `/environments/${session.ids.foreign}/decisionEndpoints`;
    const { _embedded } = (await session.send('GET', foreign, { as: 'other' })).body;
    expect(_embedded.decisionEndpoints).toHaveLength(3);
    await session.send('DELETE', one._links.self.href);
  });
});
