import { patternFault } from '../../validation/pathPattern.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { acceptsPatterns, readsPatterns, refusesPaths, refusesPatterns, storesPatterns } from './writes.ts';

/** What a server can do wrong with EXACT patterns. */
export const exactPatterns = defectsOf({
  'api-server-operations-pattern-exact-unicode': [
    ['refuses EXACT patterns beyond ASCII', refuses(/[^\0-\x7f]/)],
    ['refuses EXACT patterns beyond Latin letters', refuses(/[^\0-\u024f]/)],
    ['refuses EXACT patterns beyond the basic plane', refuses(/[\u{10000}-\u{10ffff}]/u)],
  ],
  'api-server-operations-pattern-exact-url-reserved': [
    ['refuses EXACT patterns with a space', refuses(/ /)],
    ['refuses EXACT patterns with a question mark', refuses(/\?/)],
    ['refuses EXACT patterns with a hash', refuses(/#/)],
    ['refuses EXACT patterns with square brackets', refuses(/[[\]]/)],
    ['refuses EXACT patterns with a bare percent sign', refuses(/%(?![0-9A-Fa-f]{2})/)],
    ['stores EXACT patterns up to the question mark', storesPatterns((one) => one.replace(/\?.*/, ''))],
  ],
  'api-server-operations-pattern-exact-percent-encoding': [
    [
      'stores the characters that percent escapes in patterns stand for',
      storesPatterns((one) => one.replaceAll('%20', ' ')),
    ],
    ['refuses EXACT patterns with percent escapes', refuses(/%[0-9A-Fa-f]{2}/)],
    ['stores percent signs of patterns escaped', storesPatterns((one) => one.replaceAll('%', '%25'))],
  ],
  'api-server-operations-pattern-exact-wildcards-literal': [
    ['refuses asterisks in EXACT patterns', refuses(/\*/)],
    ['refuses two asterisks in EXACT patterns', refuses(/\*\*/)],
    [
      'lets nothing follow two asterisks in EXACT patterns',
      refuses((one) => parameterFault(one)?.includes('double wildcard') === true),
    ],
  ],
  'api-server-operations-pattern-exact-braces-literal': [
    ['refuses braces in EXACT patterns', refuses(/[{}]/)],
    ['refuses unbalanced braces in EXACT patterns', refuses(/\{[^}]*$/)],
    ['refuses braces beside other text in EXACT patterns', refuses(/[^/]\{/)],
    ['refuses the same text in braces twice in EXACT patterns', refuses(/(\{\w+\}).*\1/)],
  ],
  'api-server-operations-pattern-exact-backslash-literal': [
    ['refuses backslashes in EXACT patterns', refuses(/\\/)],
    ['refuses a final backslash in EXACT patterns', refuses(/\\$/)],
    ['stores EXACT patterns without their backslashes', storesPatterns((one) => one.replaceAll('\\', ''))],
    ['stores backslashes of EXACT patterns as slashes', storesPatterns((one) => one.replaceAll('\\', '/'))],
  ],
  'api-server-operations-pattern-exact-no-parameter-needed': [
    ['demands a variable part of EXACT patterns', refuses(/^[^*{]*$/)],
    [
      'demands a variable part of EXACT patterns when an operation is replaced',
      refusesPaths(
        (paths, old) =>
          old !== undefined && paths.some(({ type, pattern }) => type === 'EXACT' && !/[*{]/.test(pattern)),
      ),
    ],
  ],
  'api-server-operations-pattern-exact-no-leading-slash': [
    ['demands a leading slash of EXACT patterns', refuses(/^[^/]/)],
    [
      'puts a slash before EXACT patterns',
      readsPatterns('EXACT', (one) => (one.startsWith('/') ? one : `/${one}`)),
    ],
  ],
  'api-server-operations-pattern-exact-line-feed': controls('a line feed', /\n/),
  'api-server-operations-pattern-exact-carriage-return': controls('a carriage return', /\r/),
  'api-server-operations-pattern-exact-other-controls': [
    ...controls('control characters', /(?![\n\r])\p{Cc}/u),
    ['takes U+0000 in EXACT patterns', acceptsPatterns('EXACT', /\0/)],
    ['takes a tab in EXACT patterns', acceptsPatterns('EXACT', /\t/)],
    ['takes U+007F in EXACT patterns', acceptsPatterns('EXACT', /\x7f/)],
  ],
});

function refuses(when: Parameters<typeof refusesPatterns>[1]): Fault {
  return refusesPatterns('EXACT', when);
}

function parameterFault(pattern: string): string | undefined {
  return patternFault('PARAMETER', pattern);
}

function controls(what: string, meant: RegExp): readonly (readonly [string, Fault])[] {
  return [
    [`stores ${what} in EXACT patterns`, acceptsPatterns('EXACT', meant)],
    [
      `takes ${what} out of EXACT patterns`,
      readsPatterns('EXACT', (one) => one.replace(new RegExp(meant, 'gu'), '')),
    ],
    [
      `stores ${what} in EXACT patterns escaped`,
      readsPatterns('EXACT', (one) => one.replace(new RegExp(meant, 'gu'), encodeURIComponent)),
    ],
  ];
}
