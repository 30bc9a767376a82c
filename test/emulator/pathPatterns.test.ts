import { describe, expect, test } from 'vitest';
import { patternFault } from '../../emulator/validation/pathPattern.ts';

describe('an EXACT pattern', () => {
  test.each([
    '/accountsPayable',
    'accountsPayable',
    '/a/*/b',
    '/a/**/b',
    '/a/{id',
    '/part1{part2}',
    '/{n}/{n}',
    '/a\\b',
    '/a\\',
    '/a b',
    '/a?b',
    '/a#b',
    '/a[1]',
    '/100%',
    '/a%20b',
    '/café/日本/😀',
    '/v1.0/a..b/.well-known',
  ])('may be %s', (pattern) => {
    expect(patternFault('EXACT', pattern)).toBeUndefined();
  });

  test.each([
    '/a//b',
    '//a',
    '/a/./b',
    '/a/../b',
    '/a\n',
    '/a\rb',
    '/a\u0000',
    '/a\tb',
    '/a\u007f',
  ])('may not be %j', (pattern) => {
    expect(patternFault('EXACT', pattern)).toEqual(expect.any(String));
  });
});

describe('a PARAMETER pattern', () => {
  test.each([
    '/a/*',
    '/*',
    '/a/*/b/*',
    '/a/**',
    '/**',
    '/{variable}',
    '/a/{id}/b',
    '/{a}/x/{b}',
    '/test/{variable}/*',
    '/test/{variable}/**',
    '/a\\{b/*',
    '/a\\}b/*',
    '/a\\\\b/*',
    '/a\\*b/{id}',
    '/a\\*\\*/{id}',
    '/{user-id}',
    '/{user id}',
    '/{näme_1}',
    '/{a.b}',
    '/{a*b}',
    '/日本/{名}',
    '/café/*',
    '/a b/*',
    '/a?b/*',
    '/a#b/{id}',
    '/v1.0/*',
  ])('may be %s', (pattern) => {
    expect(patternFault('PARAMETER', pattern)).toBeUndefined();
  });

  test.each([
    'accounts/*',
    '{id}',
    '*',
    '/accounts',
    '/',
    '',
    '/a\\*b',
    '/a//*',
    '//{id}',
    '/a/./*',
    '/a/../*',
    '/a/**/b',
    '/a/**b',
    '/a/**/',
    '/**/**',
    '/a/***',
    '/{name1{name2}}',
    '/part1{part2}',
    '/{part1}part2',
    '/{a}-{b}',
    '/{a}{b}',
    '/{a}*',
    '/a\\b/*',
    '/*/a\\',
    '/{id',
    '/id}/*',
    '/{a}}',
    '/{}',
    '/{a/b}',
    '/{a\\b}',
    '/{a\\\\b}',
    '/{a\\{b}',
    '/{a\\}b}',
    '/\\{a}',
    '/{name1}/resource/{name1}',
    '/a\n/*',
    '/a\u0000/*',
    '/a\u007f/*',
    '/{a\u0007b}',
  ])('may not be %j', (pattern) => {
    expect(patternFault('PARAMETER', pattern)).toEqual(expect.any(String));
  });
});
