import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApplicationParts, listed, prepareApplicationParts, removed } from './applicationParts.ts';
import { faultsOf, type Json } from './session.ts';

let parts: ApplicationParts;
let [one, two, first, second]: Json[] = [];
beforeAll(async () => {
  parts = await prepareApplicationParts();
  [one, two] = [await parts.user('one'), await parts.user('two')];
  [first, second] = [await parts.role('first'), await parts.role('second')];
});
afterAll(() => parts.session.emulator.close());

const rolesOf = (user: Json) => `${user._links.self.href}/applicationRoles`;
const give = (user: Json, role: Json) => parts.session.make(rolesOf(user), { id: role.id });
const take = (user: Json, role: Json) => removed(parts.session, `${rolesOf(user)}/${role.id}`);

/** Who has which role, as each of the three lists tells it. */
async function pairs(): Promise<readonly (readonly string[])[]> {
  const [users, roles] = [
    [one, two],
    [first, second],
  ];
  const fromUsers = users.map(async (user) =>
    (await listed(parts.session, rolesOf(user))).map(({ id }) => `${user.id} ${id}`),
  );
  const fromRoles = (name: string, read: (item: Json) => string) =>
    roles.map(async ({ id, _links }) =>
      (await listed(parts.session, `${_links.self.href}/${name}`)).map((item) => `${read(item)} ${id}`),
    );
  const views = [
    fromUsers,
    fromRoles('users', ({ id }) => id),
    fromRoles('assignments', ({ subject }) => subject.id),
  ];
  return Promise.all(views.map(async (lists) => (await Promise.all(lists)).flat().sort()));
}

describe('an application role of a user', () => {
  test('is shown as in the documents; only its id can be sent', async () => {
    const { session, env } = parts;
    const role = await session.make(`${env}/applicationRoles`, { name: 'CEO', description: 'The CEO' });
    const environment = { id: session.ids.second };
    const answer = await session.send('POST', rolesOf(one), {
      body: { id: role.id, name: 'x', description: 'y', environment },
    });
    expect([answer.status, answer.body]).toEqual([
      201,
      {
        _links: {
          self: { href: `${rolesOf(one)}/${role.id}` },
          environment: { href: session.emulator.apiUrl + env },
          role: { href: role._links.self.href },
        },
        environment: { id: session.ids.sandbox },
        id: role.id,
        name: 'CEO',
        description: 'The CEO',
      },
    ]);
    expect((await session.send('GET', answer.body._links.self.href)).body).toEqual(answer.body);
    expect((await session.send('GET', answer.body._links.role.href)).body).toEqual(role);
    expect(await listed(session, rolesOf(one))).toEqual([answer.body]);
    await take(one, role);
    expect((await session.send('GET', role._links.self.href)).status).toBe(200);
  });

  test.each<[string, () => unknown, readonly string[]]>([
    ['no id', () => ({}), ['REQUIRED_VALUE id']],
    ['a name', () => ({ id: 'first' }), ['INVALID_VALUE id']],
    ['an object', () => ({ id: { a: 1 } }), ['INVALID_VALUE id']],
    ['an unknown id', () => ({ id: randomUUID() }), ['INVALID_VALUE id']],
    ['the id of a user', () => ({ id: two.id }), ['INVALID_VALUE id']],
    ['an administrator role', () => ({ id: '1813bc13-8d13-4e88-a825-000000000002' }), ['INVALID_VALUE id']],
  ])('cannot be given with %s', async (_what, body, faults) => {
    const answer = await parts.session.send('POST', rolesOf(one), { body: body() });
    expect([answer.status, answer.body.code, faultsOf(answer)]).toEqual([400, 'INVALID_DATA', faults]);
    expect(await listed(parts.session, rolesOf(one))).toEqual([]);
  });

  test('is seen alike from the user and from the role', async () => {
    const { session } = parts;
    const expectPairs = async (...expected: readonly [Json, Json][]) => {
      const texts = expected.map(([user, role]) => `${user.id} ${role.id}`).sort();
      expect(await pairs()).toEqual([texts, texts, texts]);
    };
    await give(one, first);
    await give(one, second);
    await give(two, first);
    await expectPairs([one, first], [one, second], [two, first]);
    expect(faultsOf(await session.send('POST', rolesOf(one), { body: { id: first.id } }))).toEqual([
      'UNIQUENESS_VIOLATION id',
    ]);
    await expectPairs([one, first], [one, second], [two, first]);
    await take(one, first);
    await expectPairs([one, second], [two, first]);
    for (const url of [`${rolesOf(one)}/${first.id}`, `${rolesOf(two)}/${second.id}`])
      expect((await session.send('DELETE', url)).body.code).toBe('NOT_FOUND');
    await give(one, first);
    await removed(session, one._links.self.href);
    expect((await session.send('GET', rolesOf(one))).status).toBe(404);
    one = await parts.user('one');
    await expectPairs([two, first]);
    await take(two, first);
    await expectPairs();
  });

  test('needs a role for users and a licence for application permissions', async () => {
    const { session } = parts;
    const statuses = (as: string | undefined, user: Json) =>
      Promise.all(
        [
          ['GET', rolesOf(user)],
          ['POST', rolesOf(user)],
          ['DELETE', `${rolesOf(user)}/${first.id}`],
        ].map(async ([method = '', url = '']) => {
          const body = method === 'POST' ? { id: first.id } : undefined;
          return (await session.send(method, url, { as, body })).status;
        }),
      );
    // the role of this worker is to read, and for the second sandbox alone
    const there = await session.make(`/environments/${session.ids.second}/populations`, { name: 'p' });
    const reader = { username: 'r', population: { id: there.id } };
    const user = await session.make(`/environments/${session.ids.second}/users`, reader);
    expect(await statuses('limited', user)).toEqual([200, 403, 403]);
    expect(await statuses('limited', two)).toEqual([403, 403, 403]);
    expect(await statuses(undefined, two)).toEqual([401, 401, 401]);
    expect(await statuses('other', two)).toEqual([404, 404, 404]);
    const { body: trial } = await session.send('POST', '/environments', {
      body: { name: 'on trial', type: 'SANDBOX', region: 'NA', license: { id: session.ids.trial } },
    });
    const roles = await session.send('GET', `/environments/${trial.id}/applicationRoles`);
    expect([roles.status, roles.body.details[0].code]).toEqual([403, 'LICENSE_EXCEEDED']);
  });
});
