import { defectsOf, type Fault } from '../defect.ts';
import { acceptsPatterns, readsPaths, readsPatterns, refusesPatterns, storesPatterns } from './writes.ts';

/** What a server can do wrong with wildcards, slashes and escapes of PARAMETER patterns. */
export const parameterPatterns = defectsOf({
  'api-server-operations-pattern-parameter-leading-slash': [
    ['takes PARAMETER patterns without a leading slash', accepts(/^[^/]/)],
    ['takes PARAMETER patterns that begin with text', accepts(/^[^/{*]/)],
    ['takes PARAMETER patterns that begin with a parameter', accepts(/^\{/)],
    ['takes PARAMETER patterns that begin with a wildcard', accepts(/^\*/)],
    [
      'puts a slash before PARAMETER patterns',
      readsPatterns('PARAMETER', (one) => (one.startsWith('/') ? one : `/${one}`)),
    ],
  ],
  'api-server-operations-pattern-parameter-needs-variable': [
    ['takes PARAMETER patterns without a variable part', accepts(/^[^*{]*$/)],
    ['takes a slash for a PARAMETER pattern', accepts(/^\/$/)],
    [
      'takes PARAMETER patterns without a variable part for EXACT ones',
      readsPaths((all) =>
        all.map((one) => (/^[^*{]*$/.test(String(one.pattern)) ? { ...one, type: 'EXACT' } : one)),
      ),
    ],
  ],
  'api-server-operations-pattern-parameter-escaped-wildcard-is-no-variable': [
    ['counts an escaped asterisk as a wildcard', accepts(/^[^*{]*\\\*[^*{]*$/)],
    [
      'takes the backslash before an asterisk out of a pattern',
      readsPatterns('PARAMETER', (one) => one.replaceAll('\\*', '*')),
    ],
  ],
  'api-server-operations-pattern-parameter-wildcard': [
    ['takes a wildcard at the end only', refuses(/\*[^*]/)],
    ['takes one wildcard a pattern', refuses(/\*.+\*/)],
    ['demands text beside a wildcard', refuses(/^\/\*$/)],
    ['stores wildcards as double wildcards', storesPatterns((one) => one.replace(/\*$/, '**'))],
  ],
  'api-server-operations-pattern-parameter-double-wildcard': [
    ['refuses the double wildcard', refuses(/\*\*/)],
    ['demands text beside a double wildcard', refuses(/^\/\*\*$/)],
    ['stores double wildcards as wildcards', storesPatterns((one) => one.replace(/\*\*$/, '*'))],
  ],
  'api-server-operations-pattern-parameter-double-wildcard-followed': [
    ['takes the double wildcard anywhere', accepts(/\*\*(?!\*)./)],
    ['takes segments after a double wildcard', accepts(/\*\*\/[^*]/)],
    ['takes text directly after a double wildcard', accepts(/\*\*[^/*]/)],
    ['takes a final slash after a double wildcard', accepts(/\*\*\/$/)],
    ['takes a double wildcard after another', accepts(/\*\*\/\*\*/)],
    [
      'takes a final slash after a double wildcard away',
      readsPatterns('PARAMETER', (one) => one.replace(/\*\*\/$/, '**')),
    ],
  ],
  'api-server-operations-pattern-parameter-triple-wildcard': [
    ['takes three asterisks for a wildcard and a double wildcard', accepts(/\*\*\*/)],
    ['takes three asterisks for two', readsPatterns('PARAMETER', (one) => one.replaceAll('***', '**'))],
  ],
  'api-server-operations-pattern-parameter-escaped-left-brace': [
    ['takes an escaped left brace for the start of a parameter', refuses(/\\\{/)],
    [
      'stores an escaped left brace without its backslash',
      storesPatterns((one) => one.replaceAll('\\{', '{')),
    ],
  ],
  'api-server-operations-pattern-parameter-escaped-right-brace': [
    ['takes an escaped right brace for the end of a parameter', refuses(/\\\}/)],
    [
      'stores an escaped right brace without its backslash',
      storesPatterns((one) => one.replaceAll('\\}', '}')),
    ],
  ],
  'api-server-operations-pattern-parameter-escaped-backslash': [
    ['refuses two backslashes', refuses(/\\\\/)],
    ['stores two backslashes as one', storesPatterns((one) => one.replaceAll('\\\\', '\\'))],
  ],
  'api-server-operations-pattern-parameter-escaped-wildcard': [
    ['refuses escaped asterisks', refuses(/\\\*/)],
    ['takes two escaped asterisks for a double wildcard', refuses(/\\\*\\\*/)],
    [
      'stores escaped asterisks without their backslashes',
      storesPatterns((one) => one.replaceAll('\\*', '*')),
    ],
  ],
  'api-server-operations-pattern-parameter-invalid-escape': [
    ['takes a backslash before any character', accepts(/\\[^{}\\*]/)],
    ['takes a final backslash', accepts(/\\$/)],
    [
      'drops the backslash before a letter',
      readsPatterns('PARAMETER', (one) => one.replace(/\\(?=[a-z])/g, '')),
    ],
  ],
  'api-server-operations-pattern-parameter-unbalanced-braces': [
    ['takes a brace that is never closed for itself', accepts(/\{[^}]*$/)],
    ['takes a brace that was never opened for itself', accepts(/^[^{]*\}/)],
    ['takes a second closing brace for itself', accepts(/\}\}/)],
  ],
  'api-server-operations-pattern-parameter-control-characters': [
    ['looks for control characters in EXACT patterns only', accepts(/\p{Cc}/u)],
    ['takes a line feed in PARAMETER patterns', accepts(/\n/)],
    ['takes U+0000 in PARAMETER patterns', accepts(/\0/)],
    ['takes U+007F in PARAMETER patterns', accepts(/\x7f/)],
    [
      'takes control characters out of PARAMETER patterns',
      readsPatterns('PARAMETER', (one) => one.replace(/\p{Cc}/gu, '')),
    ],
  ],
  'api-server-operations-pattern-parameter-unicode': [
    ['refuses PARAMETER patterns beyond ASCII', refuses(/[^\0-\x7f]/)],
    ['refuses parameter names beyond Latin letters', refuses(/\{[^}]*[^\0-\u024f]/)],
  ],
  'api-server-operations-pattern-parameter-url-reserved': [
    ['refuses PARAMETER patterns with a space', refuses(/ /)],
    ['refuses PARAMETER patterns with a question mark', refuses(/\?/)],
    ['refuses PARAMETER patterns with a hash', refuses(/#/)],
  ],
});

function accepts(when: RegExp): Fault {
  return acceptsPatterns('PARAMETER', when);
}

function refuses(when: RegExp): Fault {
  return refusesPatterns('PARAMETER', when);
}
