import type { ExternalOAuthServer } from '../../collections/externalOAuthServers.ts';
import { defectsOf } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { readsAt } from '../faults/nested.ts';
import { misreports } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { reverts } from '../faults/state.ts';
import { freezes } from '../faults/storage.ts';
import { accepts, refuses } from '../faults/validation.ts';
import { at, servers, shown } from './places.ts';

type Element = (issuer: unknown, index: number) => unknown;

/** What a server can do wrong with the issuers of an external OAuth server. */
export const issuers = defectsOf({
  'external-oauth-servers-issuers-optional': [
    [
      'refuses an OAuth server without issuers',
      refuses(servers, 'issuers', (one) => one.issuers === undefined),
    ],
    [
      'refuses a replace of an OAuth server without issuers',
      refuses(servers, 'issuers', (one, old) => old !== undefined && one.issuers === undefined),
    ],
    [
      'takes the address of the keys for the issuer of an OAuth server',
      reads(at.write, (body) => ({ issuers: ['https://example.com/as'], ...body })),
    ],
  ],
  'external-oauth-servers-issuers-type': [
    ['stores a text as the issuers of an OAuth server', accepts(servers, 'issuers', 'INVALID_VALUE')],
    [
      'makes a list of a text for the issuers of an OAuth server',
      readsAt(at.write, 'issuers', (sent) => (typeof sent === 'string' ? [sent] : sent)),
    ],
    [
      'ignores issuers of an OAuth server that are no list',
      readsAt(at.write, 'issuers', (sent) => (Array.isArray(sent) ? sent : undefined)),
    ],
    [
      'shows a single issuer of an OAuth server as a text',
      gives(shown, 'issuers', (all: readonly unknown[]) => (all.length === 1 ? all[0] : all)),
    ],
  ],
  'external-oauth-servers-issuers-size': [
    ['takes an empty list of issuers', accepts(servers, 'issuers', 'EMPTY_VALUE')],
    ['takes an empty list of issuers for none', readsAt(at.write, 'issuers', unlessEmpty)],
    ['takes any number of issuers', accepts(servers, 'issuers', 'SIZE_LIMIT_EXCEEDED')],
    ['takes nine issuers', accepts(servers, 'issuers', undefined, { when: (all) => isOf(all, 9) })],
    [
      'keeps the first eight issuers',
      readsAt(at.write, 'issuers', (all) => (Array.isArray(all) ? all.slice(0, 8) : all)),
    ],
    ['refuses eight issuers', refuses(servers, 'issuers', (one) => isOf(one.issuers, 8))],
    ['refuses one issuer', refuses(servers, 'issuers', (one) => isOf(one.issuers, 1))],
    [
      'shows no more than seven issuers',
      gives(shown, 'issuers', (all: readonly unknown[]) => all.slice(0, 7)),
    ],
    [
      'takes nine issuers in a replace',
      accepts(servers, 'issuers', 'SIZE_LIMIT_EXCEEDED', { on: 'replace' }),
    ],
    [
      'refuses nine issuers for the name of the OAuth server',
      misreports(at.write, { target: 'issuers' }, (detail) => ({ ...detail, target: 'name' })),
    ],
  ],
  'external-oauth-servers-issuers-element-length': [
    ['takes an empty issuer', accepts(servers, 'issuers[*]', 'EMPTY_VALUE')],
    ['takes an issuer of any length', accepts(servers, 'issuers[*]', 'SIZE_LIMIT_EXCEEDED')],
    ['looks at the length of the first issuer only', accepts(servers, /^issuers\[[1-9]\]$/)],
    [
      'takes an issuer of one character too many',
      accepts(servers, 'issuers[*]', undefined, { when: (one) => isOf(one, 1025) }),
    ],
    ['refuses an issuer of 1024 characters', refusesOne((one) => one.length === 1024)],
    ['refuses an issuer of one character', refusesOne((one) => one.length === 1)],
    ['cuts issuers', eachRead((one) => (typeof one === 'string' ? one.slice(0, 1024) : one))],
    ['leaves empty issuers out', readsAt(at.write, 'issuers', (all) => withoutEmpty(all))],
  ],
  'external-oauth-servers-issuers-element-type': [
    ['stores an object as an issuer', accepts(servers, 'issuers[*]', 'INVALID_VALUE')],
    [
      'makes a text of an object for an issuer',
      eachRead((one) => (typeof one === 'object' ? JSON.stringify(one) : one)),
    ],
    [
      'takes the first member of an object for an issuer',
      eachRead((one) => (typeof one === 'object' && one !== null ? Object.values(one)[0] : one)),
    ],
  ],
  'external-oauth-servers-issuers-any-text': [
    ['refuses issuers that are no addresses', refusesOne((one) => !one.startsWith('https://'))],
    ['refuses issuers that are no URLs', refusesOne((one) => !URL.canParse(one))],
    ['shows issuers in lower case', gives(shown, 'issuers.*', (one: string) => one.toLowerCase())],
    ['shows issuers backwards', gives(shown, 'issuers', (all: readonly unknown[]) => all.toReversed())],
    ['sorts issuers', gives(shown, 'issuers', (all: readonly unknown[]) => all.toSorted())],
    ['keeps the ASCII of issuers', eachRead((one) => (typeof one === 'string' ? ascii(one) : one))],
  ],
  'external-oauth-servers-issuers-mutable': [
    ['answers 200 and keeps the issuers of an OAuth server', freezes(servers, 'issuers')],
    ['shows the new issuers of an OAuth server once and keeps the old ones', reverts(servers, 'issuers')],
    [
      'adds the issuers of a replace to those that are there',
      (parts) =>
        parts.change(servers, {
          complete: ({ value, previous }) => ({
            ...value,
            issuers: [...new Set([...(previous?.value.issuers ?? []), ...(value.issuers ?? [])])],
          }),
        }),
    ],
  ],
});

function isOf(value: unknown, length: number): boolean {
  return (value as { length?: number } | undefined)?.length === length;
}

function unlessEmpty(all: unknown): unknown {
  return isOf(all, 0) ? undefined : all;
}

function withoutEmpty(all: unknown): unknown {
  return Array.isArray(all) && all.includes('') ? all.filter((one) => one !== '') : all;
}

function ascii(text: string): string {
  return text.replace(/[^ -~]/g, '?');
}

function refusesOne(when: (issuer: string) => boolean) {
  return refuses<ExternalOAuthServer>(servers, 'issuers', (one) => one.issuers?.some(when) === true);
}

function eachRead(as: Element) {
  return readsAt(at.write, 'issuers', (all) => (Array.isArray(all) ? all.map(as) : all));
}
