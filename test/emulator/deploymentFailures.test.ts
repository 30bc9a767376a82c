import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Deployments, durationMs, openDeployments, pass } from './deployments.ts';

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

describe('a deployment that fails', () => {
  const failing = { name: 'marked DEPLOYMENT_FAILED' };

  test('says why and has no decision endpoint; success takes the error away', async () => {
    const one = await on.service(failing);
    const { status, ...others } = await on.settled(one);
    expect(status).toEqual({
      code: 'DEPLOYMENT_FAILED',
      error: {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        code: 'UNEXPECTED_ERROR',
        message: expect.stringContaining(failing.name),
      },
    });
    expect(Object.keys(others)).toEqual(['_links']);
    expect((await on.state(one)).status).toEqual(status);
    await on.put(one, {});
    expect((await on.deploy(one)).body.status).toEqual({ code: 'POLICIES_CREATE_IN_PROGRESS' });
    pass(durationMs / 2);
    expect((await on.state(one)).status).toEqual({ code: 'DECISION_ENDPOINT_CREATE_IN_PROGRESS' });
    pass(durationMs / 2);
    expect((await on.state(one)).status).toEqual({ code: 'DEPLOYMENT_SUCCESSFUL' });
    await on.remove(one);
  });

  test('leaves what an earlier one deployed', async () => {
    const one = await on.service();
    const { status: _, ...deployed } = await on.settled(one);
    await on.put(one, failing);
    pass(1000);
    const { status, ...left } = await on.settled(one);
    expect([status.code, left]).toEqual(['DEPLOYMENT_FAILED', deployed]);
    expect((await on.session.send('GET', left._links.decisionEndpoint.href)).body.name).toBe('deployed');
    await on.remove(one);
  });
});

describe('a seed', () => {
  test('can have deployments end at once, and name what fails', async () => {
    const own = await openDeployments({ durationMs: 0, failingNames: ['doomed'] });
    const codeOf = async (name: string) => (await own.deploy(await own.service({ name }))).body.status.code;
    expect(await codeOf('a doomed one')).toBe('DEPLOYMENT_FAILED');
    expect(await codeOf('DEPLOYMENT_FAILED')).toBe('DEPLOYMENT_SUCCESSFUL');
    await own.session.emulator.close();
  });

  test.each<[object, string]>([
    [{ durationMs: -1 }, 'deployment.durationMs'],
    [{ failingNames: [''] }, 'deployment.failingNames[0]'],
  ])('with %j is refused', async (deployment, member) => {
    await expect(openDeployments(deployment)).rejects.toThrow(`seed's ${member} is not usable`);
  });
});
