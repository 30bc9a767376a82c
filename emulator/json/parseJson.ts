import type { Json } from './json.ts';

/** Why a text is not acceptable JSON; the message is fit for an error body. */
export class JsonFault extends Error {}

/**
 * Parses a JSON text. Stricter than JSON.parse, because what two readers understand differently must not be
 * stored: member names occur once, `__proto__` is no member name, numbers are finite, nesting is bounded.
 * @throws JsonFault with the reason and the position
 */
export function parseJson(text: string): Json {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

const deepestLevel = 64;
// biome-ignore lint/suspicious/noControlCharactersInRegex: strings must not have them unescaped
const plainStringEnd = /["\\\u0000-\u001f]/g;
const numberAt = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(level: number): Json {
    if (level > deepestLevel) throw this.#fault(`is nested deeper than ${deepestLevel} levels`);
    switch (this.#peek()) {
      case '{':
        return this.#object(level);
      case '[':
        return this.#array(level);
      case '"':
        return this.#string();
      case 't':
        return this.#word('true', true);
      case 'f':
        return this.#word('false', false);
      case 'n':
        return this.#word('null', null);
      default:
        return this.#number();
    }
  }

  end(): void {
    if (this.#peek() !== undefined) throw this.#fault('has text after its end');
  }

  #object(level: number): Json {
    const members: Record<string, Json> = {};
    this.#at++;
    if (this.#peek() === '}') {
      this.#at++;
      return members;
    }
    for (;;) {
      if (this.#peek() !== '"') throw this.#fault('has no member name');
      const name = this.#string();
      if (name === '__proto__') throw this.#fault('has the member name __proto__');
      if (Object.hasOwn(members, name)) throw this.#fault('has a member name twice');
      this.#expect(':');
      members[name] = this.value(level + 1);
      if (this.#separator('}')) return members;
    }
  }

  #array(level: number): Json {
    const items: Json[] = [];
    this.#at++;
    if (this.#peek() === ']') {
      this.#at++;
      return items;
    }
    for (;;) {
      items.push(this.value(level + 1));
      if (this.#separator(']')) return items;
    }
  }

  #string(): string {
    const start = this.#at;
    plainStringEnd.lastIndex = start + 1;
    const stop = plainStringEnd.exec(this.#text);
    if (stop?.[0] === '"') {
      this.#at = stop.index + 1;
      return this.#text.slice(start + 1, stop.index);
    }
    for (let at = start + 1; at < this.#text.length; at++) {
      const character = this.#text[at];
      if (character === '\\') at++;
      else if (character === '"') return this.#escaped(start, at + 1);
    }
    throw this.#fault('has an unfinished string');
  }

  #escaped(start: number, end: number): string {
    this.#at = end;
    try {
      return JSON.parse(this.#text.slice(start, end)) as string;
    } catch {
      throw this.#fault('has a string with a forbidden character or escape');
    }
  }

  #number(): number {
    numberAt.lastIndex = this.#at;
    const match = numberAt.exec(this.#text);
    if (match === null) throw this.#fault('has no value where one is expected');
    this.#at += match[0].length;
    const value = Number(match[0]);
    if (!Number.isFinite(value)) throw this.#fault('has a number out of range');
    return value;
  }

  #word<T>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at)) throw this.#fault('has an unknown word');
    this.#at += word.length;
    return value;
  }

  #separator(close: string): boolean {
    const character = this.#peek();
    this.#at++;
    if (character === ',') return false;
    if (character === close) return true;
    throw this.#fault(`has no comma or ${close} after a value`);
  }

  #expect(character: string): void {
    if (this.#peek() !== character) throw this.#fault(`has no ${character} after a member name`);
    this.#at++;
  }

  #peek(): string | undefined {
    for (;;) {
      const character = this.#text[this.#at];
      if (character !== ' ' && character !== '\n' && character !== '\r' && character !== '\t')
        return character;
      this.#at++;
    }
  }

  #fault(reason: string): JsonFault {
    return new JsonFault(`The body ${reason} (at character ${this.#at}).`);
  }
}
