import { defectsOf } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { misreports } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { accepts } from '../faults/validation.ts';
import { at, operations } from './places.ts';
import { readsMethods, refusesMethods, storesMethods } from './writes.ts';

const known = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'CONNECT'];

/** What a server can do wrong with each method of an operation. */
export const methodTokens = defectsOf({
  'api-server-operations-methods-case-sensitive': [
    [
      'takes methods that differ in case for the same',
      refusesMethods((all) => new Set(all.map(upper)).size < all.length),
    ],
    [
      'removes methods that differ in case only',
      storesMethods((all) =>
        all.filter((one, index) => all.findIndex((other) => upper(other) === upper(one)) === index),
      ),
    ],
  ],
  'api-server-operations-methods-case-kept': [
    ['stores methods in capitals', storesMethods((all) => all.map(upper))],
    ['reads methods in capitals', gives(at.read, 'methods', (all: readonly string[]) => all.map(upper))],
    ['stores methods in small letters', storesMethods((all) => all.map((one) => one.toLowerCase()))],
  ],
  'api-server-operations-methods-custom-token': [
    [
      'takes the nine registered methods only',
      refusesMethods((all) => !all.every((one) => known.includes(one))),
    ],
    ['takes letters in methods only', refusesMethods((all) => !all.every((one) => /^[A-Za-z]+$/.test(one)))],
    [
      'takes letters, digits and hyphens in methods only',
      refusesMethods((all) => !all.every((one) => /^[\w-]+$/.test(one))),
    ],
  ],
  'api-server-operations-methods-invalid-token': [
    [
      'refuses a method that is no token for the name',
      misreports(at.write, { target: 'methods[*]' }, (detail) => ({ ...detail, target: 'name' })),
    ],
    ['takes any text for a method', accepts(operations, 'methods[*]', 'INVALID_VALUE')],
    ...(
      [
        ['a space', / /],
        ['a slash', /\//],
        ['a comma', /,/],
        ['a final line feed', /\n$/],
        ['parentheses', /[()]/],
        ['letters beyond ASCII', /\p{L}(?<![A-Za-z])/u],
      ] as const
    ).map(
      ([what, pattern]) =>
        [
          `takes ${what} in a method`,
          accepts(operations, 'methods[*]', 'INVALID_VALUE', {
            when: (sent) => typeof sent === 'string' && pattern.test(sent),
          }),
        ] as const,
    ),
  ],
  'api-server-operations-methods-empty-token': [
    ['takes an empty method', accepts(operations, 'methods[*]', 'EMPTY_VALUE')],
    ['drops empty methods', readsMethods((all) => (all.length === 1 && all[0] === '' ? undefined : all))],
  ],
  'api-server-operations-methods-token-max-length': [
    [
      'takes a method of 65 characters',
      accepts(operations, 'methods[*]', 'SIZE_LIMIT_EXCEEDED', { when: (sent) => lengthOf(sent) === 65 }),
    ],
    ['cuts methods to 64 characters', readsMethods((all) => all.map((one) => one.slice(0, 64)))],
    ['refuses a method of 64 characters', refusesMethods((all) => all.some((one) => one.length >= 64))],
    ['stores 63 characters of a method', storesMethods((all) => all.map((one) => one.slice(0, 63)))],
  ],
  'api-server-operations-methods-element-type': [
    [
      'stores an object as a method',
      accepts(operations, 'methods[*]', 'INVALID_VALUE', { when: (sent) => typeof sent !== 'string' }),
    ],
    [
      'takes the name in an object for a method',
      reads(at.write, (sent) =>
        Array.isArray(sent.methods)
          ? { ...sent, methods: sent.methods.map((one: { name?: unknown }) => one?.name ?? one) }
          : undefined,
      ),
    ],
  ],
});

function upper(method: string): string {
  return method.toUpperCase();
}

function lengthOf(sent: unknown): number {
  return (sent as string | readonly unknown[]).length;
}
