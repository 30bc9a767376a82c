import { defectsOf, type Fault } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { reverts, together } from '../faults/state.ts';
import { freezes, losesUpdate } from '../faults/storage.ts';
import { keepsLeftOut } from '../faults/texts.ts';
import { accepts, refuses, stores } from '../faults/validation.ts';
import { type Body, elsewhere, isNoText } from './bodies.ts';
import { at, services, shown } from './places.ts';
import { readsUrls, refusesUrls, showsUrls } from './urls.ts';

const list = 'baseUrls';
const each = 'baseUrls[*]';

/** What a server can do wrong with the base URLs of a service as a list, and with their length. */
export const baseUrls = defectsOf({
  'api-servers-base-urls-required': [
    ['stores a service without base URLs', accepts(services, list, 'REQUIRED_VALUE')],
    ['keeps the base URLs that a replace leaves out', keepsLeftOut(services, list)],
    [
      'gives a service without base URLs one of its own',
      reads(at.write, (body) => ({ [list]: ['https://api.example.com'], ...body })),
    ],
    [
      'refuses a service without base URLs for its name',
      misreports(at.write, { target: list }, elsewhere('name')),
    ],
    [
      'answers 422 to a service without base URLs',
      refusesWith(at.write, { target: list }, 422, 'INVALID_DATA'),
    ],
  ],
  'api-servers-base-urls-type': [
    ['stores anything as base URLs', accepts(services, list, 'INVALID_VALUE')],
    [
      'takes a text for a list of one base URL',
      reads(at.write, (body) =>
        typeof body[list] === 'string' ? { ...body, [list]: [body[list]] } : undefined,
      ),
    ],
    ['shows a single base URL without its list', gives(shown, list, ofOne)],
    ['reads base URLs by their place', gives(at.read, list, (all: unknown) => ({ ...(all as string[]) }))],
  ],
  'api-servers-base-urls-not-empty': [
    ['stores a service with no base URL', accepts(services, list, 'EMPTY_VALUE')],
    ['stores a replaced service with no base URL', accepts(services, list, 'EMPTY_VALUE', { on: 'replace' })],
    [
      'gives a service with no base URL one of its own',
      reads(at.write, (body) =>
        withUrls(body, (all) => (all.length === 0 ? ['https://api.example.com'] : all)),
      ),
    ],
    [
      'refuses an empty list of base URLs for the name',
      misreports(at.write, { target: list }, elsewhere('name')),
    ],
  ],
  'api-servers-base-urls-element-string': [
    ['stores anything as a base URL', accepts(services, each, 'INVALID_VALUE', { when: isNoText })],
    [
      'leaves out base URLs that are no text',
      reads(at.write, (body) =>
        withUrls(body, (all) => [...all.filter((one) => !isNoText(one)), 'https://api.example.com']),
      ),
    ],
    [
      'takes the base URL out of an object',
      reads(at.write, (body) =>
        withUrls(body, (all) => all.map((one) => (isNoText(one) ? 'https://api.example.com' : one))),
      ),
    ],
    [
      'refuses a base URL that is no text for the name',
      misreports(at.write, { target: each, says: 'string' }, elsewhere('name')),
    ],
  ],
  'api-servers-base-urls-several': [
    [
      'keeps the first base URL only',
      stores(services, (value) => ({ ...value, baseUrls: value.baseUrls.slice(0, 1) })),
    ],
    [
      'keeps the last base URL only',
      stores(services, (value) => ({ ...value, baseUrls: value.baseUrls.slice(-1) })),
    ],
    [
      'sorts base URLs',
      stores(services, (value) => ({ ...value, baseUrls: [...value.baseUrls].sort().reverse() })),
    ],
    ['refuses more than one base URL', refuses(services, list, (value) => value.baseUrls.length > 1)],
    ['shows base URLs as one text', gives(shown, list, (all: unknown) => (all as string[]).join(' '))],
  ],
  'api-servers-base-urls-every-element-checked': [
    ['looks at the first base URL only', accepts(services, /^baseUrls\[[1-9]/)],
    [
      'looks at the first base URL of a replace only',
      accepts(services, /^baseUrls\[[1-9]/, undefined, { on: 'replace' }),
    ],
    [
      'drops a wrong base URL beside a right one',
      reads(at.write, (body) =>
        withUrls(body, (all) => (all.length > 1 ? all.filter((one) => String(one).startsWith('http')) : all)),
      ),
    ],
  ],
  'api-servers-base-urls-mutable': [
    ['answers 200 and keeps the base URLs', freezes(services, list)],
    ['shows the new base URLs once and keeps the old ones', reverts(services, list)],
    [
      'adds the new base URLs to the old ones',
      stores(services, (value, old) => ({
        ...value,
        baseUrls: [...new Set([...(old?.baseUrls ?? []), ...value.baseUrls])],
      })),
    ],
    ['shows a replaced service once and keeps the old one', losesUpdate(services)],
  ],
  'api-servers-base-url-max-length': [
    ['takes a base URL of any length', accepts(services, each, 'SIZE_LIMIT_EXCEEDED')],
    [
      'takes a base URL of any length in a replace',
      accepts(services, each, 'SIZE_LIMIT_EXCEEDED', { on: 'replace' }),
    ],
    [
      'takes a base URL of 257 characters',
      together(
        accepts(services, each, 'SIZE_LIMIT_EXCEEDED'),
        refusesUrls((url) => url.length > 257),
      ),
    ],
    ['refuses a base URL of 256 characters', refusesUrls((url) => url.length >= 256)],
    [
      'counts the characters of all base URLs of a service',
      refuses(services, list, (value) => value.baseUrls.join('').length > 256),
    ],
    ['cuts a base URL to 256 characters', readsUrls(/^(.{256}).*$/, '$1')],
    ['shows the first 255 characters of a base URL', showsUrls(/^(.{255}).*$/, '$1')],
    [
      'refuses a long base URL for the name',
      misreports(at.write, { target: each, code: 'SIZE_LIMIT_EXCEEDED' }, elsewhere('name')),
    ],
    [
      'answers 413 to a long base URL',
      refusesWith(at.write, { target: each, code: 'SIZE_LIMIT_EXCEEDED' }, 413, 'INVALID_REQUEST'),
    ],
  ],
  'api-servers-base-url-not-normalised': [
    ['writes the paths of base URLs in small letters', lowers()],
    [
      'reads base URLs in small letters',
      gives(at.read, `${list}.*`, (url: unknown) => String(url).toLowerCase()),
    ],
    ['refuses base URLs with capitals', refusesUrls(/[A-Z]/)],
    ['takes capitals for something that must be escaped', showsUrls(/V/g, '%56')],
  ],
});

function ofOne(all: unknown): unknown {
  return Array.isArray(all) && all.length === 1 ? all[0] : all;
}

function withUrls(
  body: Body,
  as: (all: readonly unknown[]) => readonly unknown[],
): Record<string, unknown> | undefined {
  return Array.isArray(body[list]) ? { ...body, [list]: as(body[list]) } : undefined;
}

function lowers(): Fault {
  return stores(services, (value) => ({
    ...value,
    baseUrls: value.baseUrls.map((url) => url.toLowerCase()),
  }));
}
