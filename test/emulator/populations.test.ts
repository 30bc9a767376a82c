import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, type Json, openSession, type Session } from './session.ts';

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

describe('a population', () => {
  test('needs a name that is its own', async () => {
    await session.make(`${env}/populations`, { name: 'own' });
    const post = async (body: object) => faultsOf(await session.send('POST', `${env}/populations`, { body }));
    expect(await post({})).toEqual(['REQUIRED_VALUE name']);
    expect(await post({ name: 'own' })).toEqual(['UNIQUENESS_VIOLATION name']);
    expect(await post({ name: 'x', default: 'yes', description: 1 })).toEqual([
      'INVALID_VALUE description',
      'INVALID_VALUE default',
    ]);
    expect(await post({ name: 'x', passwordPolicy: { id: session.ids.sandbox } })).toEqual([
      'INVALID_VALUE passwordPolicy.id',
    ]);
    expect(
      (
        await session.send('POST', `/environments/${session.ids.second}/populations`, {
          body: { name: 'own' },
        })
      ).status,
    ).toBe(201);
  });

  test('shows its password policy, and clears by null and by leaving out', async () => {
    const { body } = await session.send('GET', `${env}/passwordPolicies`);
    const passwordPolicy = { id: body._embedded.passwordPolicies[0].id };
    const made = await session.make(`${env}/populations`, {
      name: 'policed',
      description: 'd',
      passwordPolicy,
    });
    expect(made).toMatchObject({ passwordPolicy, userCount: 0, default: false, description: 'd' });
    const cleared = await session.send('PUT', made._links.self.href, {
      body: { name: 'policed', description: null },
    });
    expect(Object.keys(cleared.body)).not.toContain('description');
    expect(Object.keys(cleared.body)).not.toContain('passwordPolicy');
  });

  test('is the only default, and as such, as the last or with users it stays', async () => {
    const fresh = await freshEnvironment('For populations');
    const [one, two] = [
      await session.make(`${fresh}/populations`, { name: 'one' }),
      await session.make(`${fresh}/populations`, { name: 'two' }),
    ];
    for (const { name, _links } of [one, two])
      await session.send('PUT', _links.self.href, { body: { name, default: true } });
    const { body } = await session.send('GET', `${fresh}/populations`);
    expect(body._embedded.populations.map((population: Json) => population.default)).toEqual([false, true]);
    const user = await session.make(`${fresh}/users`, { username: 'u', population: { id: one.id } });
    const remove = async (target: Json) => session.send('DELETE', target._links.self.href);
    expect(faultsOf(await remove(two))).toEqual(['CONSTRAINT_VIOLATION default']);
    expect(faultsOf(await remove(one))).toEqual(['CONSTRAINT_VIOLATION userCount']);
    await remove(user);
    expect((await remove(one)).status).toBe(204);
    await session.send('PUT', two._links.self.href, { body: { name: 'two', default: false } });
    const last = await remove(two);
    expect(last.body.details[0].message).toContain('must contain at least one population');
  });
});
