import { describe, expect, test } from 'vitest';
import { baseUrl } from '../../emulator/validation/baseUrl.ts';
import type { Faults } from '../../emulator/validation/faults.ts';

const codesOf = (url: string) => {
  const faults: Faults = [];
  baseUrl(url, 'url', faults);
  return faults.map(({ code }) => code);
};

describe('a base URL', () => {
  test.each([
    'https://api.example.com',
    'http://api.example.com/v1',
    'https://a-b.example.co.uk/v1',
    'https://xn--bcher-kva.example',
    'https://API.example.com/V1',
    'https://gateway/v1',
    'https://api.example.com:8443/v1',
    'https://192.0.2.10/v1',
    'https://[2001:db8::1]/v1',
    'https://[2001:db8::1]:8443/v1',
    'https://api.example.com/v1.0/a..b/.well-known/...',
    'https://api.example.com/a%20b',
    `https://api.example.com/${'a'.repeat(256 - 24)}`,
    `https://${'a'.repeat(63)}.example.com`,
  ])('may be %s', (url) => {
    expect(codesOf(url)).toEqual([]);
  });

  test.each([
    '/v1',
    'api.example.com/v1',
    '//api.example.com/v1',
    'ftp://api.example.com/v1',
    'ws://api.example.com/v1',
    'mailto:a@example.com',
    'https:api.example.com',
    'https://api.example.com/',
    'https://api.example.com/v1/',
    'https://api.example.com/a//b',
    'https://api.example.com/a\\b',
    'https://api.example.com/\\/b',
    'https://api.example.com/a/./b',
    'https://api.example.com/a/.',
    'https://api.example.com/a/../b',
    'https://api.example.com/a/..',
    'https://api.example.com/v1?x=1',
    'https://api.example.com/v1#top',
    'https://api.example.com/v1?',
    'https://api.example.com/v1#',
    'https://api.example.com?x',
    'https:///v1',
    'https://',
    'https://:80',
    'https://bad..example.com',
    'https://-a.example.com',
    'https://a-.example.com',
    'https://a_b.example.com',
    `https://${'a'.repeat(64)}.example.com`,
    'https://a b.example.com',
    'https://256.1.1.1/v1',
    'https://1.2.3.4.5/v1',
    'https://1.2.3',
    'https://[2001:db8::zz]/v1',
    'https://[1:2:3]/v1',
    'https://[]/v1',
    'https://2001:db8::1/v1',
    'https://api.example.com:99999',
    'https://api.example.com:port',
    'https://api.example.com:',
    'https://user:pw@api.example.com',
    'https://api.example.com/a b',
    'https://api.example.com/a%2',
    ' https://api.example.com',
    'https://api.example.com\n',
  ])('may not be %s', (url) => {
    expect(codesOf(url)).toEqual(['INVALID_VALUE']);
  });

  test('has at most 256 characters', () => {
    expect(codesOf(`https://api.example.com/${'a'.repeat(257 - 24)}`)).toEqual(['SIZE_LIMIT_EXCEEDED']);
  });
});
