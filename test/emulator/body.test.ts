import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JsonFault, parseJson } from '../../emulator/json/parseJson.ts';
import { openSession, type Session } from './session.ts';

let session: Session;
let path: string;
beforeAll(async () => {
  session = await openSession();
  path = `/environments/${session.ids.sandbox}/groups`;
});
afterAll(() => session.emulator.close());

describe('a request body', () => {
  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;charset="UTF-8"',
  ])('is taken as %s', async (type) => {
    const body = JSON.stringify({ name: 'taken' });
    expect((await session.send('POST', path, { body, headers: { 'content-type': type } })).status).toBe(201);
  });

  test.each([
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'application/json;charset=latin1',
    'nonsense',
    ';',
  ])('is not taken as %s', async (type) => {
    const answer = await session.send('POST', path, {
      body: '{"name":"x"}',
      headers: { 'content-type': type },
    });
    expect([answer.status, answer.body.code]).toEqual([415, 'INVALID_REQUEST']);
  });

  const bytes = (...values: number[]) =>
    Buffer.concat([Buffer.from('{"name":"a'), Buffer.from(values), Buffer.from('"}')]);

  test.each<[string, string | Uint8Array]>([
    ['a truncated object', '{"name":"x"'],
    ['a trailing comma', '{"name":"x",}'],
    ['single quotes', "{'name':'x'}"],
    ['plain text', 'name'],
    ['two values', '{"name":"x"} {}'],
    ['an array', '[{"name":"x"}]'],
    ['null', 'null'],
    ['a string', '"name"'],
    ['a number', '1'],
    ['true', 'true'],
    ['nothing', ''],
    ['blanks', ' \n'],
    ['a member twice', '{"name":"x","name":"y"}'],
    ['__proto__', '{"name":"x","__proto__":{"description":"y"}}'],
    ['too deep nesting', `{"name":"x","customData":${'['.repeat(5000)}${']'.repeat(5000)}}`],
    ['an infinite number', '{"name":"x","customData":{"a":1e999}}'],
    ['a raw line feed in a string', '{"name":"a\nb"}'],
    ['a lone byte', bytes(0xe9)],
    ['an overlong sequence', bytes(0xc0, 0xaf)],
    ['an encoded surrogate', bytes(0xed, 0xa0, 0x80)],
  ])('is refused: %s', async (_what, body) => {
    const { status, body: error } = await session.send('POST', path, { body });
    expect([status, error.code]).toEqual([400, 'INVALID_REQUEST']);
    expect(error.details[0].message).toEqual(expect.any(String));
  });

  test('of more than a megabyte is refused, and the server goes on', async () => {
    const body = JSON.stringify({ name: 'x', description: 'y'.repeat(1024 * 1024) });
    const answer = await session.send('POST', path, { body }).catch(() => undefined);
    expect(answer?.status ?? 400).toBe(400);
    expect((await session.send('GET', path)).status).toBe(200);
  });

  test('keeps text of every script as it was sent', async () => {
    const description = 'Zürich \u05e9\u05dc\u05d5\u05dd 日本 😀 e\u0301 \u2028 "\\/\b';
    const { id } = await session.make(path, { name: 'scripts', description });
    expect((await session.send('GET', `${path}/${id}`)).body.description).toBe(description);
  });
});

describe('parseJson', () => {
  test.each([
    '{}',
    '[]',
    '""',
    '-0.5e-3',
    '{"a":[1,{"b":null}],"c":true,"constructor":{}}',
    ' [ 1 , "\\u00e9\\ud83d" ] ',
  ])('reads %s as JSON.parse does', (text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  test.each([
    '01',
    '+1',
    '.5',
    '1.',
    '1e',
    'tru',
    '[1 2]',
    '{"a" 1}',
    '{a:1}',
    '"\\x"',
    '"',
    '[',
    '{',
    '',
    '1 1',
    '\u00a01',
  ])('refuses %s', (text) => {
    expect(() => parseJson(text)).toThrow(JsonFault);
  });
});
