import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Deployments, deployType, durationMs, openDeployments, pass } from './deployments.ts';
import type { Json } from './session.ts';

let on: Deployments;
beforeAll(async () => {
  on = await openDeployments();
});
afterAll(() => on.session.emulator.close());

// the clock stands still, so that every state lasts until a test moves on
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});
const now = () => new Date().toISOString();

describe('a deployment', () => {
  test('answers at once and goes through its states to success', async () => {
    const one = await on.service();
    expect(await on.state(one)).toMatchObject({ status: { code: 'DEPLOYMENT_UNINITIALIZED' } });
    expect(Object.keys(await on.state(one))).toEqual(['_links', 'status']);
    const asked = await on.deploy(one);
    expect([asked.status, asked.body.status]).toEqual([200, { code: 'POLICIES_CREATE_IN_PROGRESS' }]);
    expect(Object.keys(asked.body)).toEqual(['_links', 'status']);
    pass(durationMs / 2);
    expect((await on.state(one)).status).toEqual({ code: 'DECISION_ENDPOINT_CREATE_IN_PROGRESS' });
    pass(durationMs / 2);
    const ended = now();
    pass(1000);
    const done = await on.state(one);
    expect([done.status, done.deployedAt]).toEqual([{ code: 'DEPLOYMENT_SUCCESSFUL' }, ended]);
    expect(Object.keys(done._links)).toEqual(['self', 'environment', 'apiServer', 'decisionEndpoint']);
    const { body: endpoint } = await on.session.send('GET', done._links.decisionEndpoint.href);
    expect(endpoint).toMatchObject({ id: done.decisionEndpoint.id, name: 'deployed', owned: true });
    pass(1000);
    expect(await on.state(one)).toEqual(done);
    await on.remove(one);
  });

  test('makes its decision endpoint without being looked at', async () => {
    const one = await on.service({ name: 'unobserved' });
    const named = async () => {
      const { body } = await on.session.send('GET', `${on.env}/decisionEndpoints?limit=100`);
      return body._embedded.decisionEndpoints.filter(({ name }: Json) => name === 'unobserved').length;
    };
    await on.deploy(one);
    expect(await named()).toBe(0);
    pass(durationMs);
    expect(await named()).toBe(1);
    await on.remove(one);
    expect(await named()).toBe(0);
  });

  test('made again updates the decision endpoint; changes alone do not deploy', async () => {
    const one = await on.service();
    const first = await on.settled(one);
    await on.put(one, { name: 'renamed' });
    await on.session.make(`${on.env}/apiServers/${one.id}/operations`, {
      name: 'operation',
      paths: [{ type: 'EXACT', pattern: '/a' }],
    });
    pass(1000);
    expect(await on.state(one)).toEqual(first);
    const { href } = first._links.decisionEndpoint;
    const { body: endpoint } = await on.session.send('GET', href);
    const recording = { ...endpoint, recordRecentRequests: true };
    expect((await on.session.send('PUT', href, { body: recording })).status).toBe(200);
    expect((await on.deploy(one)).body.deployedAt).toBe(first.deployedAt);
    pass(durationMs / 2);
    expect(await on.state(one)).toEqual({
      ...first,
      status: { code: 'DECISION_ENDPOINT_UPDATE_IN_PROGRESS' },
    });
    pass(durationMs / 2);
    expect(await on.state(one)).toEqual({ ...first, deployedAt: now() });
    const { name, description, ...others } = (await on.session.send('GET', href)).body;
    expect([name, description]).toEqual(['renamed', expect.stringContaining('renamed')]);
    expect(recording).toMatchObject(others);
    await on.remove(one);
    for (const href of [first._links.self.href, first._links.decisionEndpoint.href])
      expect((await on.session.send('GET', href)).status).toBe(404);
  });

  test('deploys the service as it was asked to, and begins anew when asked again', async () => {
    const one = await on.service();
    await on.deploy(one);
    pass(durationMs - 1);
    await on.put(one, { name: 'too late' });
    await on.deploy(one, deployType.replace('apiserver', 'apiServer'));
    pass(1);
    expect((await on.state(one)).status.code).toBe('POLICIES_CREATE_IN_PROGRESS');
    pass(durationMs - 1);
    const done = await on.state(one);
    expect([done.status.code, done.deployedAt]).toEqual(['DEPLOYMENT_SUCCESSFUL', now()]);
    expect((await on.session.send('GET', done._links.decisionEndpoint.href)).body.name).toBe('too late');
    await on.remove(one);
  });

  test('takes no plain JSON, adopts no body and leaves other services alone', async () => {
    const [one, other] = [await on.service(), await on.service({ name: 'other' })];
    for (const type of ['application/json', 'text/plain']) {
      const plain = await on.deploy(one, type, '{}');
      expect([plain.status, plain.body.code]).toEqual([415, 'INVALID_REQUEST']);
    }
    expect((await on.deploy(one, deployType, '{"status"')).status).toBe(400);
    expect((await on.state(one)).status.code).toBe('DEPLOYMENT_UNINITIALIZED');
    await on.deploy(one, deployType, '{"status":{"code":"DEPLOYMENT_FAILED"},"decisionEndpoint":{"id":"x"}}');
    pass(durationMs);
    expect((await on.state(one)).status.code).toBe('DEPLOYMENT_SUCCESSFUL');
    expect((await on.state(other)).status.code).toBe('DEPLOYMENT_UNINITIALIZED');
    await on.remove(one);
    await on.remove(other);
  });

  test('ends with its service, and with its environment', async () => {
    const one = await on.service();
    await on.deploy(one);
    await on.remove(one);
    expect((await on.deploy(one)).status).toBe(404);
    const made = await on.session.make('/environments', {
      name: 'short-lived',
      type: 'SANDBOX',
      region: 'NA',
      license: { id: on.session.ids.license },
    });
    const inside = `/environments/${made.id}`;
    const { id } = await on.session.make(`${inside}/resources`, { name: 'inside' });
    const body = on.bodyOf({ authorizationServer: { resource: { id } } });
    const another = await on.session.make(`${inside}/apiServers`, body);
    expect((await on.deploy(another)).status).toBe(200);
    expect((await on.session.send('DELETE', inside)).status).toBe(204);
    pass(durationMs);
    expect((await on.deploy(another)).status).toBe(404);
    const { body: left } = await on.session.send('GET', `${on.env}/decisionEndpoints`);
    expect(left._embedded.decisionEndpoints.filter(({ name }: Json) => name === 'deployed')).toEqual([]);
  });

  test('of an EXTERNAL service needs no resource', async () => {
    const one = await on.service({
      authorizationServer: { type: 'EXTERNAL' },
      directory: { type: 'EXTERNAL' },
    });
    expect((await on.settled(one)).status.code).toBe('DEPLOYMENT_SUCCESSFUL');
    await on.remove(one);
  });

  test('names the deployed version while custom policies are on', async () => {
    const custom = { accessControl: { custom: { enabled: true } } };
    const one = await on.service(custom);
    expect(await on.state(one)).not.toHaveProperty('authorizationVersion');
    const first = await on.settled(one);
    expect(first).toMatchObject({ ...custom, policy: one.policy });
    const version = { authorizationVersion: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) } };
    expect(first).toMatchObject(version);
    const deployed = `${on.env}/authorizationVersions/${first.authorizationVersion.id}`;
    expect((await on.session.send('GET', deployed)).status).toBe(200);
    await on.put(one, {});
    for (const member of ['authorizationVersion', 'policy', 'accessControl'])
      expect(await on.state(one)).not.toHaveProperty(member);
    expect(await on.settled(one)).not.toHaveProperty('authorizationVersion');
    await on.put(one, custom);
    expect(await on.state(one)).not.toHaveProperty('authorizationVersion');
    await on.remove(one);
  });
});
