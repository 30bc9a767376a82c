/** The types of a path pattern of an API operation. */
export type PatternType = 'EXACT' | 'PARAMETER';

/**
 * What is wrong with a path pattern, if anything (facts 4.4). EXACT patterns are compared as they are; PARAMETER
 * patterns have wildcards, a final double wildcard, named parameters and escapes.
 */
export function patternFault(type: PatternType, pattern: string): string | undefined {
  if (controlCharacter.test(pattern)) return 'The pattern must not have control characters.';
  if (/\/(?:\.{1,2})?\//.test(pattern)) return 'The pattern must not have empty, dot or double-dot segments.';
  return type === 'EXACT' ? undefined : parameterFault(pattern);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const controlCharacter = /[\u0000-\u001f\u007f]/;

function parameterFault(pattern: string): string | undefined {
  if (!pattern.startsWith('/')) return 'The pattern must start with a slash.';
  const names = new Set<string>();
  let variable = false;
  for (let at = 0; at < pattern.length; at++) {
    switch (pattern[at]) {
      case '\\':
        at++;
        if (!'{}\\*'.includes(pattern[at] ?? 'end')) return 'A backslash must precede one of { } \\ and *.';
        break;
      case '*':
        variable = true;
        if (pattern[at + 1] !== '*') break;
        if (at + 2 < pattern.length) return 'Nothing may follow a double wildcard.';
        at++;
        break;
      case '{': {
        const name = nameAt(pattern, at);
        if (name === undefined) return 'A named parameter must be a whole segment with a name in braces.';
        if (names.has(name)) return `The parameter name ${name} occurs twice.`;
        names.add(name);
        variable = true;
        at += name.length + 1;
        break;
      }
      case '}':
        return 'A closing brace must have its opening brace, or a backslash before it.';
      default:
    }
  }
  return variable ? undefined : 'The pattern must have a wildcard, a double wildcard or a named parameter.';
}

/** The name of the parameter whose opening brace is at `at`, when it fills its segment. */
function nameAt(pattern: string, at: number): string | undefined {
  if (pattern[at - 1] !== '/') return undefined;
  wholeSegment.lastIndex = at;
  return wholeSegment.exec(pattern)?.[1];
}

const wholeSegment = /\{([^{}\\/]+)\}(?=\/|$)/y;
