import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApplicationParts, listed, prepareApplicationParts } from './applicationParts.ts';
import { faultsOf, type Json } from './session.ts';

let parts: ApplicationParts;
let role: Json;
let holders: Json[];
let url: string;
beforeAll(async () => {
  parts = await prepareApplicationParts();
  role = await parts.role('held by many');
  holders = await Promise.all(Array.from({ length: 26 }, (_, index) => parts.user(`user ${index}`)));
  for (const { _links } of holders)
    await parts.session.make(`${_links.self.href}/applicationRoles`, { id: role.id });
  url = `${role._links.self.href}/users`;
});
afterAll(() => parts.session.emulator.close());

describe('the users of an application role', () => {
  test('come 25 to a page unless another limit is asked for', async () => {
    const { session } = parts;
    const { body: page } = await session.send('GET', url);
    expect([page._embedded.users.length, page.count, page.size]).toEqual([25, 26, 25]);
    const { body: rest } = await session.send('GET', page._links.next.href);
    expect(rest._embedded.users.map(({ id }: Json) => id)).toEqual([holders[25]?.id]);
    expect(rest._links).not.toHaveProperty('next');
    const { body: all } = await session.send('GET', `${url}?limit=1024`);
    expect([all.size, all._links.next]).toEqual([26, undefined]);
  });

  test('are walked whole, forwards and backwards, whatever leaves meanwhile', async () => {
    const { session } = parts;
    const seen: string[] = [];
    let page = (await session.send('GET', `${url}?limit=7&expand=user`)).body;
    for (;;) {
      seen.push(...page._embedded.users.map(({ _embedded }: Json) => _embedded.user.id));
      if (page._links.next === undefined) break;
      page = (await session.send('GET', page._links.next.href)).body;
    }
    expect(seen).toEqual(holders.map(({ id }) => id));
    const back = (await session.send('GET', page._links.prev.href)).body;
    expect(back._embedded.users.map(({ id }: Json) => id)).toEqual(seen.slice(14, 21));
  });

  test.each(['0', '1025', '-1', 'x', '1.5', ''])('are not read with the limit %j', async (limit) => {
    const answer = await parts.session.send('GET', `${url}?limit=${limit}`);
    expect([answer.status, answer.body.details[0].target]).toEqual([400, 'limit']);
  });

  test.each(['role', 'user,role', 'User', ''])('are not expanded by %j', async (expand) => {
    const answer = await parts.session.send('GET', `${url}?expand=${expand}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_DATA']);
    expect(answer.body.details).toMatchObject([
      { target: 'expand', innerError: { allowedValues: ['user'] } },
    ]);
  });

  test('are not filtered', async () => {
    const answer = await parts.session.send('GET', `${url}?filter=${encodeURIComponent('id eq "x"')}`);
    expect(faultsOf(answer)[0]).toMatch('INVALID_FILTER');
  });

  test('name a user, and show it when asked to', async () => {
    const { session, env } = parts;
    const [user] = holders;
    const { body } = await session.send('GET', `${url}/${user.id}`);
    const base = session.emulator.apiUrl + env;
    expect(body).toEqual({
      _links: {
        self: { href: `${url}/${user.id}` },
        environment: { href: base },
        role: { href: role._links.self.href },
        user: { href: user._links.self.href },
      },
      environment: { id: session.ids.sandbox },
      id: user.id,
    });
    const expanded = await session.send('GET', `${url}/${user.id}?expand=user`);
    expect(expanded.body).toEqual({ ...body, _embedded: { user } });
    const stranger = await parts.user('stranger');
    for (const id of [stranger.id, role.id])
      expect((await session.send('GET', `${url}/${id}`)).body.code).toBe('NOT_FOUND');
  });

  test('are the subjects of its assignments', async () => {
    const { session } = parts;
    const found = await listed(session, `${role._links.self.href}/assignments`);
    expect(found.map(({ subject }) => subject.id)).toEqual(holders.map(({ id }) => id));
    expect(new Set(found.map(({ id }) => id)).size).toBe(26);
    expect(found.every((one) => one.role.id === role.id)).toBe(true);
    expect((await session.send('GET', found[3]._links.self.href)).body).toEqual(found[3]);
    const other = await parts.role('held by none');
    expect(await listed(session, `${other._links.self.href}/assignments`)).toEqual([]);
    const misplaced = `${other._links.self.href}/assignments/${found[3].id}`;
    expect((await session.send('GET', misplaced)).status).toBe(404);
  });
});
