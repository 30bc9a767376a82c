import { FilterFault, type Literal } from './expression.ts';

/** A piece of a filter expression. Operators are words like any other until the parser looks at them. */
export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'literal'; readonly value: Literal }
  | { readonly kind: 'sign'; readonly text: '(' | ')' | '[' | ']' | ',' };

/**
 * Splits a filter expression into tokens. Texts stand in double quotes with JSON escapes.
 * @throws FilterFault for a character that begins no token, such as an unclosed quote
 */
export function tokenize(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  tokenAt.lastIndex = 0;
  while (tokenAt.lastIndex < expression.length) {
    const start = tokenAt.lastIndex;
    const match = tokenAt.exec(expression);
    if (match === null) throw new FilterFault(`The filter cannot be read from character ${start} on.`);
    const [, sign, quoted, number, word] = match;
    if (sign !== undefined) tokens.push({ kind: 'sign', text: sign as '(' });
    else if (quoted !== undefined) tokens.push({ kind: 'literal', value: unquote(quoted) });
    else if (number !== undefined) tokens.push({ kind: 'literal', value: Number(number) });
    else if (word !== undefined) tokens.push(fromWord(word));
    if (tokens.length > longest) throw new FilterFault('The filter is too long.');
  }
  return tokens;
}

const longest = 400;
const tokenAt =
  /\s*(?:([()[\],])|("(?:[^"\\]|\\.)*")|(-?[0-9]+(?:\.[0-9]+)?)(?![A-Za-z0-9_.-])|([A-Za-z$_][A-Za-z0-9_.:$-]*)|$)/suy;

function unquote(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    throw new FilterFault('The filter has a text with a forbidden character or escape.');
  }
}

function fromWord(word: string): Token {
  if (word === 'true' || word === 'false') return { kind: 'literal', value: word === 'true' };
  if (word === 'null') return { kind: 'literal', value: null };
  return { kind: 'word', text: word };
}
