import { describe, expect, test } from 'vitest';
import type { Faults } from '../../emulator/validation/faults.ts';
import { publicHttpsUrl } from '../../emulator/validation/publicHttpsUrl.ts';

const codesOf = (url: string) => {
  const faults: Faults = [];
  publicHttpsUrl(url, 'url', faults);
  return faults.map(({ code }) => code);
};

describe('a public https URL', () => {
  test.each([
    'https://example.com/as/jwks',
    'https://example.com',
    'HTTPS://Example.COM/as',
    'https://example.com./jwks',
    'https://example.com:8443/a?b#c',
    'https://example.com/a%20b/~c;d=e?f=[g]',
    'https://b\u00fccher.example/jwks',
    'https://xn--bcher-kva.example/jwks',
    'https://localhost.example.com/jwks',
    'https://internal-keys.example.com/jwks',
    'https://10.example.com/jwks',
    'https://192.0.2.10/jwks',
    'https://172.32.0.1/jwks',
    'https://134744072/jwks',
    'https://[2001:db8::10]/jwks',
    'https://[2001:4860:4860::8888]:8443/jwks',
    'https://[::ffff:192.0.2.10]/jwks',
    'https://[2002:c000:20a::1]/jwks',
    'https://[64:ff9b::192.0.2.10]/jwks',
  ])('may be %s', (url) => {
    expect(codesOf(url)).toEqual([]);
  });

  test.each([
    ['another scheme', 'http://example.com/as/jwks'],
    ['another scheme', 'ftp://example.com/jwks'],
    ['no scheme', 'example.com/as/jwks'],
    ['no scheme', '//example.com/as/jwks'],
    ['no slashes', 'https:example.com/jwks'],
    ['one slash', 'https:/example.com/jwks'],
    ['no host', 'https://'],
    ['no host', 'https:///jwks'],
    ['no host', 'https://:443/jwks'],
    ['no host', 'https://?a'],
    ['no URL', 'not a url'],
    ['a blank', 'https://exa mple.com/jwks'],
    ['a blank', 'https://example.com/jw ks'],
    ['a blank', ' https://example.com/jwks'],
    ['a line break', 'https://example.com/jwks\n'],
    ['a tab', 'https://exam\tple.com/jwks'],
    ['a broken escape', 'https://example.com/%zz'],
    ['a backslash', 'https://example.com\\jwks'],
    ['a port that is none', 'https://example.com:65536/jwks'],
    ['a port that is none', 'https://example.com:a/jwks'],
    ['a user', 'https://user:pw@example.com/jwks'],
    ['an odd label', 'https://bad..example.com/jwks'],
    ['an odd label', 'https://-bad.example.com/jwks'],
    ['an odd address', 'https://256.1.1.1/jwks'],
    ['an odd address', 'https://[::zz]/jwks'],
    ['an open bracket', 'https://[::1/jwks'],
  ])('has no %s: %j', (_what, url) => {
    expect(codesOf(url)).toEqual(['INVALID_VALUE']);
  });

  test.each([
    'localhost',
    'LOCALHOST',
    'localhost.',
    'keys.localhost',
    'lo%63alhost',
    'printer.local',
    'metadata.google.internal',
    '127.0.0.1',
    '127.1.2.3:8443',
    '127.0.0.1.',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '017700000001',
    '%31%32%37.0.0.1',
    '\u2460\u2461\u2466.\u24ea.\u24ea.\u2460',
    '127\u30020\u30020\u30021',
    '0.0.0.0',
    '0',
    '10.0.0.1',
    '167772161',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '0xc0a80101',
    '100.64.0.1',
    '169.254.169.254',
    '2852039166',
    '0251.0376.0251.0376',
    '168.63.129.16',
    '224.0.0.1',
    '255.255.255.255',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::]',
    '[fe80::1]',
    '[febf::1]',
    '[fd00::1]',
    '[fd00:ec2::254]',
    '[ff02::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::FFFF:A9FE:A9FE]',
    '[::127.0.0.1]',
    '[::10.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b::a9fe:a9fe]',
    '[2002:7f00:1::]',
    '[2002:a00:1::1]',
  ])('does not lead to %s', (host) => {
    expect(codesOf(`https://${host}/jwks`)).toEqual(['INVALID_VALUE']);
  });

  test('has 1 to 1024 characters', () => {
    const padded = (length: number) => `https://example.com/${'a'.repeat(length - 20)}`;
    expect(codesOf(padded(1024))).toEqual([]);
    expect(codesOf(padded(1025))).toEqual(['SIZE_LIMIT_EXCEEDED']);
    expect(codesOf('')).toEqual(['EMPTY_VALUE']);
  });
});
