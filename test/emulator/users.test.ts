import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, openSession, type Session } from './session.ts';

let session: Session;
let env: string;
beforeAll(async () => {
  session = await openSession();
  env = `/environments/${session.ids.sandbox}`;
});
afterAll(() => session.emulator.close());

const freshEnvironment = async (name: string) => {
  const { id } = await session.make('/environments', {
    name,
    type: 'SANDBOX',
    region: 'NA',
    license: { id: session.ids.license },
  });
  return `/environments/${id}`;
};

describe('a user', () => {
  test('is shown as the sample shows it', async () => {
    const population = await session.make(`${env}/populations`, { name: 'of the sample' });
    const made = await session.make(`${env}/users`, {
      email: 'shared@example.com',
      population: { id: population.id },
      username: 'sharedTestUser',
    });
    expect(made).toMatchObject({
      account: { canAuthenticate: true, status: 'OK' },
      email: 'shared@example.com',
      enabled: true,
      identityProvider: { type: 'PING_ONE' },
      lifecycle: { status: 'ACCOUNT_OK' },
      mfaEnabled: false,
      population: { id: population.id },
      verifyStatus: 'NOT_INITIATED',
    });
    for (const name of [
      'population',
      'devices',
      'roleAssignments',
      'linkedAccounts',
      'memberOfGroups',
      'account.sendVerificationCode',
    ])
      expect([name, (await session.send('GET', made._links[name].href)).status]).toEqual([name, 200]);
  });

  test('has a user name of its own, an e-mail address that is one, and a population', async () => {
    await session.make(`${env}/users`, { username: 'taken' });
    const post = async (body: object, at = env) =>
      faultsOf(await session.send('POST', `${at}/users`, { body }));
    expect(await post({})).toEqual(['REQUIRED_VALUE username']);
    expect(await post({ username: 'taken' })).toEqual(['UNIQUENESS_VIOLATION username']);
    expect(await post({ username: 'x', email: 'x' })).toEqual(['INVALID_VALUE email']);
    expect(await post({ username: 'x', population: { id: session.ids.sandbox } })).toEqual([
      'INVALID_VALUE population.id',
    ]);
    expect(await post({ username: 'x' }, await freshEnvironment('Without population'))).toEqual([
      'REQUIRED_VALUE population',
    ]);
  });

  test('moves from one population to another', async () => {
    const [from, to] = [
      await session.make(`${env}/populations`, { name: 'from' }),
      await session.make(`${env}/populations`, { name: 'to' }),
    ];
    const user = await session.make(`${env}/users`, { username: 'moving', population: { id: from.id } });
    const moved = await session.send('PUT', `${user._links.self.href}/population`, { body: { id: to.id } });
    expect([moved.status, moved.body.id]).toEqual([200, to.id]);
    const counts = [from, to].map(
      async ({ _links }) => (await session.send('GET', _links.self.href)).body.userCount,
    );
    expect(await Promise.all(counts)).toEqual([0, 1]);
    const unknown = await session.send('PUT', `${user._links.self.href}/population`, {
      body: { id: user.id },
    });
    expect(faultsOf(unknown)).toEqual(['INVALID_VALUE id']);
  });

  test('is changed in part by PATCH and as a whole by PUT', async () => {
    const body = {
      username: 'changing',
      email: 'a@example.com',
      name: { given: 'A', family: 'B' },
      title: 't',
    };
    const { _links } = await session.make(`${env}/users`, body);
    const self = _links.self.href;
    const patched = await session.send('PATCH', self, {
      body: { email: 'b@example.com', name: { family: 'C' }, title: null },
    });
    expect(patched.body).toMatchObject({
      username: 'changing',
      email: 'b@example.com',
      name: { given: 'A', family: 'C' },
    });
    expect(patched.body).not.toHaveProperty('title');
    expect(faultsOf(await session.send('PATCH', self, { body: { username: null } }))).toEqual([
      'REQUIRED_VALUE username',
    ]);
    const replaced = await session.send('PUT', self, { body: { username: 'changing' } });
    expect([replaced.body.email, replaced.body.name, replaced.body.population.id]).toEqual([
      undefined,
      undefined,
      patched.body.population.id,
    ]);
  });
});
