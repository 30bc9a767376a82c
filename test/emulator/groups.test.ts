import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, openSession, type Session } from './session.ts';

let session: Session;
let env: string;
beforeAll(async () => {
  session = await openSession();
  env = `/environments/${session.ids.sandbox}`;
});
afterAll(() => session.emulator.close());

describe('a group', () => {
  test('keeps what is sent, and its population for good', async () => {
    const [one, two] = [
      await session.make(`${env}/populations`, { name: 'first home' }),
      await session.make(`${env}/populations`, { name: 'second home' }),
    ];
    const body = {
      name: "Zoë's /team_1.0-ß 日本",
      description: '',
      population: { id: one.id },
      userFilter: 'title eq "Manager"',
      externalId: 'x',
      customData: { groupOwner: 'Tom', security: true, nested: { a: [1, null] } },
    };
    const made = await session.make(`${env}/groups`, body);
    expect(made).toMatchObject(body);
    const moved = await session.send('PUT', made._links.self.href, {
      body: { name: 'n', population: { id: two.id } },
    });
    expect([moved.status, moved.body.population.id]).toEqual([200, one.id]);
    const bare = await session.make(`${env}/groups`, { name: 'bare' });
    const settled = await session.send('PUT', bare._links.self.href, {
      body: { name: 'n', population: { id: two.id } },
    });
    expect(settled.body).not.toHaveProperty('population');
  });

  test.each([
    ['<b>', 'INVALID_VALUE name'],
    ['', 'EMPTY_VALUE name'],
  ])('is not named %j', async (name, fault) => {
    expect(faultsOf(await session.send('POST', `${env}/groups`, { body: { name } }))).toEqual([fault]);
  });

  test('counts its members, who stay when it goes', async () => {
    const group = await session.make(`${env}/groups`, { name: 'counting' });
    const user = await session.make(`${env}/users`, { username: 'member' });
    const memberOf = user._links.memberOfGroups.href;
    const join = (id: unknown) => session.send('POST', memberOf, { body: { id } });
    expect((await join(group.id)).status).toBe(201);
    expect(faultsOf(await join(group.id))).toEqual(['UNIQUENESS_VIOLATION id']);
    expect(faultsOf(await join(user.id))).toEqual(['INVALID_VALUE id']);
    expect(faultsOf(await join(undefined))).toEqual(['REQUIRED_VALUE id']);
    expect((await session.send('GET', group._links.self.href)).body.directMemberCounts.users).toBe(1);
    expect((await session.send('GET', memberOf)).body._embedded.groupMemberships[0].id).toBe(group.id);
    expect((await session.send('GET', `${memberOf}/${group.id}`)).body.id).toBe(group.id);
    await session.send('DELETE', group._links.self.href);
    expect((await session.send('GET', memberOf)).body.count).toBe(0);
    expect((await session.send('GET', user._links.self.href)).status).toBe(200);
  });
});
