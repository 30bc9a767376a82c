import type { Collection } from '../../engine/collection.ts';
import { isObject } from '../../json/json.ts';
import type { Fault } from '../defect.ts';
import type { Where } from '../where.ts';
import { reads } from './requests.ts';
import { together } from './state.ts';
import { merges } from './storage.ts';
import { accepts, refuses } from './validation.ts';

type Body = Record<string, unknown>;

/** Cuts a text to so many characters in place of refusing it. */
export function cuts(where: Where, property: string, most: number): Fault {
  return readsText(where, property, (text) =>
    lengthOf(text) > most ? [...text].slice(0, most).join('') : text,
  );
}

/** Takes texts up to another length. */
export function longest<T>(collection: Collection<T>, property: keyof T & string, most: number): Fault {
  return together(
    accepts(collection, property, 'SIZE_LIMIT_EXCEEDED'),
    refuses(collection, property, (value) => lengthOf(String(value[property] ?? '')) > most),
  );
}

/** Leaves characters out of a text in place of refusing them. */
export function strips(where: Where, property: string, characters: RegExp): Fault {
  return readsText(where, property, (text) => text.replace(characters, ''));
}

/** Takes characters in a text that it has to refuse. */
export function takesCharacters<T>(
  collection: Collection<T>,
  property: keyof T & string,
  characters: string,
): Fault {
  const has = (value: unknown) =>
    typeof value === 'string' && [...characters].some((one) => value.includes(one));
  return accepts(collection, property, 'INVALID_VALUE', { when: has });
}

/** Refuses a text of a form that it has to take. */
export function refusesText<T>(
  collection: Collection<T>,
  property: keyof T & string,
  when: RegExp | ((text: string) => boolean),
): Fault {
  const holds = when instanceof RegExp ? (text: string) => when.test(text) : when;
  return refuses(collection, property, (value) => {
    const text = value[property];
    return typeof text === 'string' && holds(text);
  });
}

/** Understands a text otherwise than it was sent. */
export function readsText(where: Where, property: string, as: (text: string) => string): Fault {
  return reads(where, (body) => {
    const text = body[property];
    return typeof text === 'string' ? { ...body, [property]: as(text) } : undefined;
  });
}

/** Puts a text of its own in the place of one that is missing or empty. */
export function invents(where: Where, property: string, instead: '' | undefined): Fault {
  return reads(where, (body) =>
    body[property] === instead
      ? { ...body, [property]: `One-${crypto.randomUUID().slice(0, 8)}` }
      : undefined,
  );
}

/** Makes a text of what is none in place of refusing it. */
export function converts(where: Where, property: string): Fault {
  return reads(where, (body) => {
    const value = body[property];
    if (typeof value !== 'object' || value === null) return undefined;
    return { ...body, [property]: Object.values(value).join(' ') };
  });
}

/** Keeps what a replacement leaves out. */
export function keepsLeftOut<T>(collection: Collection<T>, property: keyof T & string): Fault {
  return merges(collection, (body, value) => ({ [property]: value[property], ...body }) as never);
}

/** Whether a value is an object, for faults that swallow one. */
export function isStructure(value: unknown): boolean {
  return isObject(value as never) || Array.isArray(value);
}

/** A text among the members of a body. */
export function textIn(body: unknown, property: string): string | undefined {
  const text = (body as Body | undefined)?.[property];
  return typeof text === 'string' ? text : undefined;
}

function lengthOf(text: string): number {
  return [...text].length;
}
