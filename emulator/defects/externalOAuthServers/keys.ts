import { defectsOf } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { freezesAt, keepsAt, readsAt, revertsAt } from '../faults/nested.ts';
import { misreports } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { merges } from '../faults/storage.ts';
import { accepts, refuses } from '../faults/validation.ts';
import { at, servers, shown } from './places.ts';
import { completed, fitting, standard, withValidation } from './validationBodies.ts';

const url = 'validation.jwksUrl';
const jwks = 'validation.jwks';

/** What a server can do wrong with where the keys of an external OAuth server are. */
export const keys = defectsOf({
  'external-oauth-servers-validation-type-jwks-url': [
    ['drops the address of the keys', gives(shown, url, undefined)],
    ['shows the type JWKS for an address', gives(shown, 'validation.type', 'JWKS')],
    ['keeps the address of the keys without its query', readsAt(at.write, url, withoutQuery)],
    [
      'refuses an address with a query',
      refuses(servers, url, ({ validation }) => validation.jwksUrl?.includes('?') === true),
    ],
    [
      'reads the address of the keys in lower case',
      gives(at.read, url, (text: string) => text.toLowerCase()),
    ],
  ],
  'external-oauth-servers-validation-type-jwks': [
    ['drops the key set', gives(shown, jwks, undefined)],
    ['shows a key set as an object', gives(shown, jwks, (set: string) => JSON.parse(set))],
    [
      'refuses the type JWKS',
      refuses(servers, 'validation.type', ({ validation }) => validation.type === 'JWKS'),
    ],
    ['shows the type JWKS_URL for a key set', gives(shown, 'validation.type', 'JWKS_URL')],
  ],
  'external-oauth-servers-validation-jwks-url-required': [
    ['stores JWKS_URL without an address', accepts(servers, url, 'REQUIRED_VALUE')],
    [
      'takes JWKS_URL with a key set and no address',
      accepts(servers, url, 'REQUIRED_VALUE', { when: (_sent, { holder }) => has(holder, 'jwks') }),
    ],
    ['keeps the address that a replace leaves out', keepsAt(servers, url)],
    [
      'makes up the address that JWKS_URL lacks',
      reads(at.write, (body) => withValidation(body, completed('JWKS_URL', 'jwksUrl', standard.jwksUrl))),
    ],
    [
      'goes over to the key set where JWKS_URL lacks its address',
      reads(at.write, (body) => withValidation(body, fitting)),
    ],
    [
      'refuses JWKS_URL without an address for the name',
      misreports(at.write, { target: url }, (detail) => ({ ...detail, target: 'name' })),
    ],
  ],
  'external-oauth-servers-validation-jwks-required': [
    ['stores JWKS without a key set', accepts(servers, jwks, 'REQUIRED_VALUE')],
    [
      'takes JWKS with an address and no key set',
      accepts(servers, jwks, 'REQUIRED_VALUE', { when: (_sent, { holder }) => has(holder, 'jwksUrl') }),
    ],
    [
      'takes JWKS without a key set for an empty one',
      reads(at.write, (body) => withValidation(body, completed('JWKS', 'jwks', '{"keys":[]}'))),
    ],
    [
      'keeps the key set that a replace leaves out',
      merges(
        servers,
        (body, { validation }) =>
          (withValidation(body, completed('JWKS', 'jwks', validation.jwks)) ?? body) as never,
      ),
    ],
    [
      'refuses JWKS without a key set for the name',
      misreports(at.write, { target: jwks }, (detail) => ({ ...detail, target: 'name' })),
    ],
  ],
  'external-oauth-servers-validation-jwks-url-mutable': [
    ['answers 200 and keeps the address of the keys', freezesAt(servers, url)],
    ['shows the new address of the keys once and keeps the old one', revertsAt(servers, url)],
  ],
  'external-oauth-servers-validation-jwks-mutable': [
    ['answers 200 and keeps the key set', freezesAt(servers, jwks)],
    ['shows the new key set once and keeps the old one', revertsAt(servers, jwks)],
  ],
});

function has(holder: unknown, member: string): boolean {
  return (holder as Record<string, unknown> | undefined)?.[member] !== undefined;
}

function withoutQuery(address: unknown): unknown {
  return typeof address === 'string' ? address.replace(/\?.*/, '') : address;
}
