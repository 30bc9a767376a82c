import { describe, expect, test } from 'vitest';
import { baseUrl } from '../../emulator/validation/baseUrl.ts';
import type { Faults } from '../../emulator/validation/faults.ts';
import { publicHttpsUrl } from '../../emulator/validation/publicHttpsUrl.ts';

const codesOf = (check: typeof baseUrl, url: string) => {
  const faults: Faults = [];
  check(url, 'url', faults);
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
    expect(codesOf(baseUrl, url)).toEqual([]);
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
    expect(codesOf(baseUrl, url)).toEqual(['INVALID_VALUE']);
  });

  test('has at most 256 characters', () => {
    expect(codesOf(baseUrl, `https://api.example.com/${'a'.repeat(257 - 24)}`)).toEqual([
      'SIZE_LIMIT_EXCEEDED',
    ]);
  });
});

describe('a public https URL', () => {
  test.each([
    'https://example.com/as/jwks',
    'https://example.com',
    'https://example.com:8443/a?b#c',
    'https://192.0.2.10/jwks',
  ])('may be %s', (url) => {
    expect(codesOf(publicHttpsUrl, url)).toEqual([]);
  });

  test.each([
    'http://example.com/as/jwks',
    'ftp://example.com/jwks',
    'example.com/as/jwks',
    'https://',
    'not a url',
    'https://exa mple.com/jwks',
    'https://localhost/jwks',
    'https://127.0.0.1/jwks',
    'https://127.1.2.3:8443/jwks',
    'https://169.254.169.254/jwks',
    'https://10.0.0.1/jwks',
    'https://172.16.0.1/jwks',
    'https://192.168.1.1/jwks',
    'https://0.0.0.0/jwks',
    'https://[::1]/jwks',
    'https://[::]/jwks',
    'https://[fe80::1]/jwks',
    'https://[fd00::1]/jwks',
    'https://[::ffff:127.0.0.1]/jwks',
  ])('may not be %s', (url) => {
    expect(codesOf(publicHttpsUrl, url)).toEqual(['INVALID_VALUE']);
  });
});
