import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FilterFault } from '../../emulator/filter/expression.ts';
import { parseFilter } from '../../emulator/filter/parse.ts';
import { faultsOf, type Json, openSession, type Session } from './session.ts';

let session: Session;
let users: string;
let group: Json;
beforeAll(async () => {
  session = await openSession();
  users = `/environments/${session.ids.sandbox}/users`;
  group = await session.make(`/environments/${session.ids.sandbox}/groups`, { name: 'filtered' });
  const ann = await session.make(users, {
    username: 'ann',
    email: 'ann@example.com',
    name: { family: 'A.b' },
  });
  await session.make(users, { username: 'Bob', email: 'bob@example.org', title: 'a%b' });
  await session.make(`${users}/${ann.id}/memberOfGroups`, { id: group.id });
});
afterAll(() => session.emulator.close());

const filtered = (path: string, filter: string) =>
  session.send('GET', `${path}?filter=${encodeURIComponent(filter)}`);

describe('parseFilter', () => {
  test.each([
    'name sw "x"',
    '(name sw "x")',
    'not (name pr) and a.b eq true or c in (1, "2", null)',
    'NAME SW "x" AND b EQ -1.5',
    'memberOfGroups[id eq "x" and type eq "DIRECT"]',
    'name eq "quotes \\" and unicode \\u00e9 é"',
  ])('reads %s', (text) => {
    expect(parseFilter(text)).toMatchObject({ kind: expect.any(String) });
  });

  test.each([
    '',
    'name',
    'name sw',
    'sw "x"',
    'name sw x',
    'name sw "x',
    'name sw "x" and',
    '(name sw "x"',
    'name sw "x")',
    'name like "x"',
    'name sw "x" "y"',
    'a in "x"',
    'a[b eq "x"',
    "name sw 'x'",
    'name sw "\\x"',
    '('.repeat(100),
    `${'not ('.repeat(60)}a pr${')'.repeat(60)}`,
  ])('refuses %s', (text) => {
    expect(() => parseFilter(text)).toThrow(FilterFault);
  });

  test('binds and tighter than or', () => {
    expect(parseFilter('a pr or b pr and c pr')).toMatchObject({ kind: 'or', right: { kind: 'and' } });
  });
});

describe('the filter of users', () => {
  test.each([
    ['username eq "ANN"', ['ann']],
    ['username sw "b"', ['Bob']],
    ['email ew ".org" or username eq "ann"', ['ann', 'Bob']],
    ['not (username eq "ann")', ['Bob']],
    ['name.family co "."', ['ann']],
    ['name.family co "%"', []],
    ['title co "%"', ['Bob']],
    ['title pr', ['Bob']],
    ['title ne "a%b"', ['ann']],
    ['username in ("bob", "carl")', ['Bob']],
    ['enabled eq true and username gt "b"', ['Bob']],
    ['createdAt lt "2001-01-01T00:00:00Z"', []],
  ])('finds exactly what satisfies %s', async (filter, names) => {
    const { body } = await filtered(users, filter);
    expect(body._embedded.users.map(({ username }: Json) => username)).toEqual(names);
    expect(body.count).toBe(names.length);
  });

  test('looks at the groups a user is in', async () => {
    const members = async (filter: string) => (await filtered(users, filter)).body._embedded.users.length;
    expect(await members(`memberOfGroups[id eq "${group.id}" and type eq "DIRECT"]`)).toBe(1);
    expect(await members(`memberOfGroups[id eq "${group.id}" and type eq "DYNAMIC"]`)).toBe(0);
    expect(await members(`memberOfGroups[id eq "${session.ids.sandbox}"]`)).toBe(0);
  });
});

describe('a filter that a collection does not take', () => {
  const environments = '/environments';
  test.each<[string, string, object]>([
    [environments, 'name eq "x"', { supportedOperators: ['sw'] }],
    [
      environments,
      'description sw "x"',
      { supportedAttributes: ['name', 'id', 'organization.id', 'license.id', 'status'] },
    ],
    [environments, 'name sw "x" or name sw "y"', { supportedOperators: ['sw', 'eq', 'and'] }],
    [environments, 'not (name sw "x")', { supportedOperators: ['sw', 'eq', 'and'] }],
    ['/organizations', 'name sw "x" and name sw "y"', { supportedOperators: ['sw'] }],
    ['/roles', 'name sw "x"', { supportedAttributes: [] }],
  ])('is refused, and told what would work: %s %s', async (path, filter, innerError) => {
    const answer = await filtered(path, filter);
    expect([answer.status, answer.body.code, faultsOf(answer)]).toEqual([
      400,
      'INVALID_DATA',
      ['INVALID_FILTER filter'],
    ]);
    expect(answer.body.details[0].innerError).toEqual(innerError);
  });

  test.each([
    'name',
    'name sw x',
    'name sw "x" and',
    'name sw 1',
    'name sw null',
  ])('is refused: %s', async (filter) => {
    const answer = await filtered(environments, filter);
    expect([answer.status, faultsOf(answer)]).toEqual([400, ['INVALID_FILTER filter']]);
  });
});

describe('the filter of environments', () => {
  const names = async (filter: string) =>
    (await session.send('GET', `/environments?filter=${filter}`)).body._embedded.environments.map(
      ({ name }: Json) => name,
    );

  test('takes a plus for a space, and the beginning of a name in any case', async () => {
    expect(await names('name+sw+%22sand%22')).toEqual(['Sandbox']);
    expect(await names('name%20sw%20%22SECOND%22')).toEqual(['Second Sandbox']);
  });

  test('takes ids, and conditions joined with and', async () => {
    const { organization, sandbox, license, foreign } = session.ids;
    const all = ['Administrators', 'Sandbox', 'Second Sandbox'];
    expect(await names(`id eq "${sandbox}"`)).toEqual(['Sandbox']);
    expect(await names(`organization.id eq "${organization}"`)).toEqual(all);
    expect(await names(`organization.id eq "${foreign}"`)).toEqual([]);
    expect(await names(`license.id eq "${license}" and name sw "s"`)).toEqual(['Sandbox', 'Second Sandbox']);
    expect(await names('status eq "ACTIVE"')).toEqual(all);
  });
});
