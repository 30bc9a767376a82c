import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attempt, makeService, operation, path } from './services.ts';
import { openSession, type Session } from './session.ts';

let session: Session;
let operations: string;

beforeAll(async () => {
  session = await openSession();
  ({ operations } = await makeService(session));
});
afterAll(() => session.emulator.close());

const times = (count: number, one: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => one(index));

const tried = (body: object) => attempt(session, operations, body);

describe('an operation', () => {
  test.each<[string, object, readonly string[]]>([
    ['no name', operation({ name: undefined }), ['REQUIRED_VALUE name']],
    ['no paths', operation({ paths: undefined }), ['REQUIRED_VALUE paths']],
    ['empty paths', operation({ paths: [] }), ['EMPTY_VALUE paths']],
    ['an object as paths', operation({ paths: path('/a') }), ['INVALID_VALUE paths']],
    ['a text as path', operation({ paths: ['/a'] }), ['INVALID_VALUE paths[0]']],
    [
      'eleven paths',
      operation({ paths: times(11, (index) => path(`/p${index}`)) }),
      ['SIZE_LIMIT_EXCEEDED paths'],
    ],
    [
      'a path without pattern',
      operation({ paths: [{ type: 'EXACT' }] }),
      ['REQUIRED_VALUE paths[0].pattern'],
    ],
    ['a path without type', operation({ paths: [{ pattern: '/a' }] }), ['REQUIRED_VALUE paths[0].type']],
    ['a type in lower case', operation({ paths: [path('/a', 'exact')] }), ['INVALID_VALUE paths[0].type']],
    ['a list as pattern', operation({ paths: [path(['/a'])] }), ['INVALID_VALUE paths[0].pattern']],
    [
      'a bad second pattern',
      operation({ paths: [path('/a'), path('b/*', 'PARAMETER')] }),
      ['INVALID_VALUE paths[1].pattern'],
    ],
    [
      'a pattern twice',
      operation({ paths: [path('/a'), path('/a')] }),
      ['UNIQUENESS_VIOLATION paths[1].pattern'],
    ],
    [
      'a pattern under both types',
      operation({ paths: [path('/a/*'), path('/a/*', 'PARAMETER')] }),
      ['UNIQUENESS_VIOLATION paths[1].pattern'],
    ],
    [
      'a pattern of 2049 characters',
      operation({ paths: [path(`/${'a'.repeat(2048)}`)] }),
      ['SIZE_LIMIT_EXCEEDED paths[0].pattern'],
    ],
    ['empty methods', operation({ methods: [] }), ['EMPTY_VALUE methods']],
    ['an object as methods', operation({ methods: { GET: true } }), ['INVALID_VALUE methods']],
    [
      'eleven methods',
      operation({ methods: times(11, (index) => `M${index}`) }),
      ['SIZE_LIMIT_EXCEEDED methods'],
    ],
    ['a method twice', operation({ methods: ['GET', 'POST', 'GET'] }), ['UNIQUENESS_VIOLATION methods']],
    ['an empty method', operation({ methods: [''] }), ['EMPTY_VALUE methods[0]']],
    [
      'a method of 65 characters',
      operation({ methods: ['A'.repeat(65)] }),
      ['SIZE_LIMIT_EXCEEDED methods[0]'],
    ],
    ['an object as method', operation({ methods: [{}] }), ['INVALID_VALUE methods[0]']],
  ])('is refused with %s', async (_what, body, faults) => {
    expect(await tried(body)).toEqual(faults);
  });

  test.each([
    'GET POST',
    'GE/T',
    'GET,PUT',
    'GET\n',
    'G(ET)',
    'GÉT',
  ])('is refused with the method %j', async (method) => {
    expect(await tried(operation({ methods: [method] }))).toEqual(['INVALID_VALUE methods[0]']);
  });

  test.each<[string, object]>([
    [
      'ten methods and paths',
      operation({
        methods: times(10, (index) => `M${index}`),
        paths: times(10, (index) => path(`/p${index}`)),
      }),
    ],
    [
      'methods that differ in case, and odd tokens',
      operation({ methods: ['GET', 'get', "!#$%&'*+-.^_`|~09Az", 'A'.repeat(64)] }),
    ],
    [
      'patterns that match the same',
      operation({
        paths: [path('/a/{x}', 'PARAMETER'), path('/a/{y}', 'PARAMETER'), path('/b'), path('/B')],
      }),
    ],
    ['a pattern of 2048 characters of two bytes', operation({ paths: [path(`/${'é'.repeat(2047)}`)] })],
  ])('is accepted with %s, and shown as sent', async (_what, body) => {
    expect(await tried(body)).toMatchObject(body);
  });
});
