import { defectsOf, type Fault } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { accepts } from '../faults/validation.ts';
import { at, operations } from './places.ts';
import { acceptsPatterns, readsPatterns, refusesPatterns, storesPatterns } from './writes.ts';

/** What a server can do wrong with patterns of either type. */
export const patterns = defectsOf({
  'api-server-operations-pattern-verbatim': [
    ['stores patterns percent-encoded', storesPatterns(encodeURI)],
    ['stores patterns percent-decoded', storesPatterns(decodedText)],
    ['stores patterns in small letters', storesPatterns((one) => one.toLowerCase())],
    ['stores patterns without their backslashes', storesPatterns((one) => one.replace(/\\(.)/g, '$1'))],
    ['reads patterns percent-encoded', gives(at.read, 'paths.*.pattern', encodeURI)],
    ['stores patterns decomposed', storesPatterns((one) => one.normalize('NFD'))],
  ],
  'api-server-operations-pattern-max-length': [
    ['takes patterns of 2049 characters', acceptsLength(2049)],
    ['takes EXACT patterns of 2049 characters', acceptsLength(2049, 'EXACT')],
    ['takes PARAMETER patterns of any length', acceptsLength(Number.POSITIVE_INFINITY, 'PARAMETER')],
    ['cuts EXACT patterns to 2048 characters', readsPatterns('EXACT', (one) => one.slice(0, 2048))],
    ['cuts PARAMETER patterns to 2048 characters', readsPatterns('PARAMETER', (one) => one.slice(0, 2048))],
    ['refuses EXACT patterns of 2048 characters', refusesPatterns('EXACT', (one) => one.length >= 2048)],
    [
      'refuses PARAMETER patterns of 2048 characters',
      refusesPatterns('PARAMETER', (one) => one.length >= 2048),
    ],
    ['stores 2047 characters of a pattern', storesPatterns((one) => one.slice(0, 2047))],
  ],
  'api-server-operations-pattern-length-in-characters': [
    ['counts the bytes of a pattern', refusesPatterns('EXACT', (one) => Buffer.byteLength(one) > 2048)],
    [
      'counts the characters of a percent-encoded pattern',
      refusesPatterns('EXACT', (one) => encodeURI(one).length > 2048),
    ],
    ['cuts a pattern to 2048 bytes', storesPatterns((one) => Buffer.from(one).subarray(0, 2048).toString())],
  ],
  'api-server-operations-pattern-empty-segment-exact': segments(
    'EXACT',
    'an empty segment',
    /\/\//,
    (one) => one.replace(/\/+/g, '/'),
    [
      ['at the beginning of an EXACT pattern', /^\/\//],
      ['inside an EXACT pattern', /[^/]\/\//],
    ],
  ),
  'api-server-operations-pattern-empty-segment-parameter': segments(
    'PARAMETER',
    'an empty segment',
    /\/\//,
    (one) => one.replace(/\/+/g, '/'),
    [
      ['at the beginning of a PARAMETER pattern', /^\/\//],
      ['inside a PARAMETER pattern', /[^/]\/\//],
    ],
  ),
  'api-server-operations-pattern-dot-segment-exact': segments('EXACT', 'a dot segment', /\/\.\//, (one) =>
    one.replaceAll('/./', '/'),
  ),
  'api-server-operations-pattern-dot-segment-parameter': segments(
    'PARAMETER',
    'a dot segment',
    /\/\.\//,
    (one) => one.replaceAll('/./', '/'),
  ),
  'api-server-operations-pattern-double-dot-segment-exact': segments(
    'EXACT',
    'a double-dot segment',
    /\/\.\.\//,
    (one) => one.replace(/\/[^/]+\/\.\.\//g, '/'),
  ),
  'api-server-operations-pattern-double-dot-segment-parameter': segments(
    'PARAMETER',
    'a double-dot segment',
    /\/\.\.\//,
    (one) => one.replace(/\/[^/]+\/\.\.\//g, '/'),
  ),
  'api-server-operations-pattern-dots-inside-segment': [
    ['refuses EXACT patterns with a dot', refusesPatterns('EXACT', /\./)],
    ['refuses PARAMETER patterns with a dot', refusesPatterns('PARAMETER', /\./)],
    ['refuses segments that begin with a dot', refusesPatterns('EXACT', /\/\./)],
    ['refuses two dots inside a segment', refusesPatterns('EXACT', /\.\./)],
  ],
});

function acceptsLength(maximum: number, type?: 'EXACT' | 'PARAMETER'): Fault {
  return accepts(operations, 'paths[*].pattern', 'SIZE_LIMIT_EXCEEDED', {
    when: (pattern, { holder }) =>
      (pattern as string).length <= maximum &&
      (type === undefined || (holder as { type?: unknown }).type === type),
  });
}

/** Segments that a server does not see, sees only in some places, or takes out. */
function segments(
  type: 'EXACT' | 'PARAMETER',
  what: string,
  meant: RegExp,
  without: (pattern: string) => string,
  places: readonly (readonly [string, RegExp])[] = [],
): readonly (readonly [string, Fault])[] {
  return [
    [`takes ${what} in ${type} patterns`, acceptsPatterns(type, meant)],
    [`takes ${what} out of ${type} patterns`, readsPatterns(type, without)],
    ...places.map(([place, pattern]) => [`takes ${what} ${place}`, acceptsPatterns(type, pattern)] as const),
  ];
}

function decodedText(pattern: string): string {
  return pattern.replace(/%[0-9A-Fa-f]{2}/g, (one) => decodeURIComponent(one));
}
