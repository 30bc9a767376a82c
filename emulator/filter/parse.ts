import { type Comparison, comparisons, type Expression, FilterFault, type Literal } from './expression.ts';
import { type Token, tokenize } from './tokens.ts';

/**
 * Parses a filter expression: comparisons joined by `and`, `or` and `not`, parentheses, and value paths such as
 * `memberOfGroups[id eq "…"]`. `and` binds tighter than `or`; operators are written in any case.
 * @throws FilterFault with what was expected
 */
export function parseFilter(text: string): Expression {
  const parser = new Parser(tokenize(text));
  const expression = parser.disjunction(0);
  parser.end();
  return expression;
}

const deepest = 30;

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  disjunction(level: number): Expression {
    let left = this.#conjunction(level);
    while (this.#takeWord('or')) left = { kind: 'or', left, right: this.#conjunction(level) };
    return left;
  }

  end(): void {
    if (this.#at < this.#tokens.length) throw new FilterFault('The filter has text after its end.');
  }

  #conjunction(level: number): Expression {
    let left = this.#term(level);
    while (this.#takeWord('and')) left = { kind: 'and', left, right: this.#term(level) };
    return left;
  }

  #term(level: number): Expression {
    if (level > deepest) throw new FilterFault(`The filter is nested deeper than ${deepest} levels.`);
    if (this.#takeSign('(')) return this.#until(')', level);
    const token = this.#tokens[this.#at++];
    if (token?.kind !== 'word') throw new FilterFault('The filter lacks an attribute.');
    const next = this.#tokens[this.#at];
    if (token.text.toLowerCase() === 'not' && next?.kind === 'sign' && next.text === '(') {
      this.#at++;
      return { kind: 'not', inner: this.#until(')', level) };
    }
    if (this.#takeSign('[')) return { kind: 'path', attribute: token.text, inner: this.#until(']', level) };
    return this.#comparison(token.text);
  }

  #comparison(attribute: string): Expression {
    const token = this.#tokens[this.#at++];
    const operator = token?.kind === 'word' ? token.text.toLowerCase() : '';
    if (!isComparison(operator)) throw new FilterFault(`The filter lacks an operator after ${attribute}.`);
    if (operator === 'pr') return { kind: 'comparison', attribute, operator, values: [] };
    const values = operator === 'in' ? this.#literals() : [this.#literal()];
    return { kind: 'comparison', attribute, operator, values };
  }

  #literals(): readonly Literal[] {
    if (!this.#takeSign('(')) throw new FilterFault('The filter lacks a list of values after in.');
    const values = [this.#literal()];
    while (this.#takeSign(',')) values.push(this.#literal());
    if (!this.#takeSign(')')) throw new FilterFault('The filter has a list of values without an end.');
    return values;
  }

  #literal(): Literal {
    const token = this.#tokens[this.#at++];
    if (token?.kind !== 'literal')
      throw new FilterFault('The filter lacks a value; texts stand in double quotes.');
    return token.value;
  }

  #until(sign: ')' | ']', level: number): Expression {
    const inner = this.disjunction(level + 1);
    if (!this.#takeSign(sign)) throw new FilterFault(`The filter lacks a closing ${sign}`);
    return inner;
  }

  #takeSign(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.#at++;
    return true;
  }

  #takeWord(word: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'word' || token.text.toLowerCase() !== word) return false;
    this.#at++;
    return true;
  }
}

function isComparison(text: string): text is Comparison {
  return (comparisons as readonly string[]).includes(text);
}
