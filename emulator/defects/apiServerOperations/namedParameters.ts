import { defectsOf, type Fault } from '../defect.ts';
import { acceptsPatterns, readsPatterns, refusesPaths, refusesPatterns } from './writes.ts';

/** What a server can do wrong with named parameters of patterns. */
export const namedParameters = defectsOf({
  'api-server-operations-pattern-parameter-named': [
    ['refuses named parameters', refuses(/\{/)],
    ['takes a named parameter at the end only', refuses(/\}./)],
  ],
  'api-server-operations-pattern-parameter-several-named': [
    ['takes one named parameter a pattern', refuses(/\{.*\{/)],
  ],
  'api-server-operations-pattern-parameter-mixed': [
    ['takes one kind of variable part a pattern', refuses(/\{.*\*/)],
    ['takes no double wildcard beside a parameter', refuses(/\{.*\*\*/)],
  ],
  'api-server-operations-pattern-parameter-nested': [
    ['takes a parameter inside another', accepts(/\{[^}]*\{/)],
  ],
  'api-server-operations-pattern-parameter-partial-prefix': [
    ['takes text before a parameter', accepts(/[^/]\{/)],
    [
      'takes the text before a parameter away',
      readsPatterns('PARAMETER', (one) => one.replace(/[^/{}]+(?=\{)/, '')),
    ],
  ],
  'api-server-operations-pattern-parameter-partial-suffix': [
    ['takes text after a parameter', accepts(/\}[^/]/)],
    ['takes text between two parameters', accepts(/\}[^/{]+\{/)],
    ['takes text at the end after a parameter', accepts(/\}[^/{}]+$/)],
  ],
  'api-server-operations-pattern-parameter-partial-twice': [
    ['takes two parameters in one segment', accepts(/\}\{/)],
    [
      'takes two parameters in one segment for two segments',
      readsPatterns('PARAMETER', (one) => one.replace('}{', '}/{')),
    ],
  ],
  'api-server-operations-pattern-parameter-name-empty': [
    ['takes a parameter without a name', accepts(/\{\}/)],
    ['makes up the name of a parameter', readsPatterns('PARAMETER', (one) => one.replace('{}', '{1}'))],
  ],
  'api-server-operations-pattern-parameter-name-slash': [
    ['takes a slash in a parameter name', accepts(/\{[^{}]*\/[^{}]*\}/)],
  ],
  'api-server-operations-pattern-parameter-name-backslash': [
    ['takes backslashes in a parameter name', accepts(/\{[^{}]*\\[^{}]*\}/)],
    ['takes one backslash in a parameter name', accepts(/\{[^{}\\]*\\[^{}\\]*\}/)],
    ['takes an escaped backslash in a parameter name', accepts(/\{[^{}]*\\\\[^{}]*\}/)],
  ],
  'api-server-operations-pattern-parameter-name-brace': [
    ['takes escaped braces in a parameter name', accepts(/\{[^{}]*\\[{}]/)],
    ['takes an escaped left brace in a parameter name', accepts(/\{[^{}]*\\\{/)],
    ['takes an escaped right brace in a parameter name', accepts(/\{[^{}]*\\\}/)],
  ],
  'api-server-operations-pattern-parameter-name-other-characters': [
    ['takes letters and digits in a parameter name only', refuses(/\{[^}]*[^A-Za-z0-9}][^}]*\}/)],
    ['refuses a hyphen in a parameter name', refuses(/\{[^}]*-/)],
    ['refuses a space in a parameter name', refuses(/\{[^}]* /)],
    ['refuses letters beyond ASCII in a parameter name', refuses(/\{[^}]*[^\0-\x7f]/)],
    ['refuses a dot in a parameter name', refuses(/\{[^}]*\./)],
  ],
  'api-server-operations-pattern-parameter-name-duplicate': [
    ['takes a parameter name twice in a pattern', accepts(/(\{[^}]+\}).*\1/)],
  ],
  'api-server-operations-pattern-parameter-name-reused-elsewhere': [
    [
      'takes a parameter name once in an operation',
      refusesPaths((all) => {
        const names = all.flatMap(({ pattern }) => pattern.match(/\{[^}]+\}/g) ?? []);
        return new Set(names).size < names.length;
      }),
    ],
  ],
  'api-server-operations-pattern-parameter-control-characters-in-name': [
    ['skips parameter names when it looks for control characters', accepts(/\{[^}]*\p{Cc}/u)],
    [
      'takes control characters out of parameter names',
      readsPatterns('PARAMETER', (one) => one.replace(/\p{Cc}/gu, '')),
    ],
  ],
});

function accepts(when: RegExp): Fault {
  return acceptsPatterns('PARAMETER', when);
}

function refuses(when: RegExp): Fault {
  return refusesPatterns('PARAMETER', when);
}
