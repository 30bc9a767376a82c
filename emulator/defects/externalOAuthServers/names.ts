import { defectsOf, type Fault } from '../defect.ts';
import { gives, omits } from '../faults/members.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { reverts } from '../faults/state.ts';
import { freezes, keepsRefused, storesRefused } from '../faults/storage.ts';
import { converts, cuts, invents, keepsLeftOut, longest, readsText, refusesText } from '../faults/texts.ts';
import { repeatsIn, uniqueEverywhere } from '../faults/uniqueness.ts';
import { accepts, refuses } from '../faults/validation.ts';
import { at, servers, shown } from './places.ts';

const duplicate = { target: 'name', code: 'UNIQUENESS_VIOLATION' };

/** What a server can do wrong with the name, the description and the kind of an external OAuth server. */
export const names = defectsOf({
  'external-oauth-servers-name-required': [
    ['stores an OAuth server without a name', accepts(servers, 'name', 'REQUIRED_VALUE')],
    ['takes the name of an OAuth server away', accepts(servers, 'name', 'REQUIRED_VALUE', { on: 'replace' })],
    ['makes up a name for an OAuth server without one', invents(at.write, 'name', undefined)],
    ['keeps the name that a replace of an OAuth server leaves out', keepsLeftOut(servers, 'name')],
    [
      'refuses an OAuth server without a name for its type',
      misreports(at.write, { target: 'name' }, (detail) => ({ ...detail, target: 'type' })),
    ],
  ],
  'external-oauth-servers-name-type': [
    ['stores an object as the name of an OAuth server', accepts(servers, 'name', 'INVALID_VALUE')],
    ['makes a text of an object for the name of an OAuth server', converts(at.write, 'name')],
    ['refuses an object for the name of an OAuth server, and stores it', storesRefused(servers)],
    ['shows the name of an OAuth server as an object', gives(shown, 'name', (name: unknown) => ({ name }))],
  ],
  'external-oauth-servers-name-length': [
    ['takes a name of any length for an OAuth server', accepts(servers, 'name', 'SIZE_LIMIT_EXCEEDED')],
    ['takes one character too many in the name of an OAuth server', longest(servers, 'name', 257)],
    ['refuses the longest name of an OAuth server', longest(servers, 'name', 255)],
    [
      'counts bytes in the name of an OAuth server',
      refuses(servers, 'name', ({ name }) => bytesIn(name) > 256),
    ],
    ['cuts the name of an OAuth server', cuts(at.write, 'name', 256)],
    ['takes an empty name for an OAuth server', accepts(servers, 'name', 'EMPTY_VALUE')],
    ['makes up a name for an OAuth server with an empty one', invents(at.write, 'name', '')],
    ['refuses a name of one character for an OAuth server', refusesText(servers, 'name', /^.$/su)],
    [
      'stores the first 256 bytes of the name of an OAuth server',
      readsText(at.write, 'name', (name) => bytesOf(name, 256)),
    ],
    [
      'stores a name of one character of an OAuth server twice in a row',
      readsText(at.write, 'name', (name) => (/^.$/su.test(name) ? `${name}${name}` : name)),
    ],
  ],
  'external-oauth-servers-name-unique': [
    ['takes the name of an OAuth server a second time', accepts(servers, 'name', 'UNIQUENESS_VIOLATION')],
    ['takes the name of another OAuth server in a create', repeatsIn(servers, 'name', at.create)],
    [
      'calls a taken name of an OAuth server invalid',
      misreports(at.create, duplicate, (detail) => ({ ...detail, code: 'INVALID_VALUE' })),
    ],
    [
      'refuses a taken name of an OAuth server for its type',
      misreports(at.create, duplicate, (detail) => ({ ...detail, target: 'type' })),
    ],
    [
      'answers 409 to a taken name of an OAuth server',
      refusesWith(at.create, duplicate, 409, 'INVALID_DATA'),
    ],
    ['refuses a taken name of an OAuth server, and stores it', storesRefused(servers)],
  ],
  'external-oauth-servers-name-unique-on-update': [
    ['renames an OAuth server to the name of another one', repeatsIn(servers, 'name', at.replace)],
    ['refuses to rename an OAuth server to the name of another one, and renames it', keepsRefused(servers)],
    [
      'answers 409 to a rename of an OAuth server to the name of another one',
      refusesWith(at.replace, duplicate, 409, 'INVALID_DATA'),
    ],
    [
      'calls the name of another OAuth server invalid in a replace',
      misreports(at.replace, duplicate, (detail) => ({ ...detail, code: 'INVALID_VALUE' })),
    ],
  ],
  'external-oauth-servers-name-other-environment': [
    ['wants names of OAuth servers to be unique over all environments', uniqueEverywhere(servers, 'name')],
  ],
  'external-oauth-servers-name-mutable': [
    ['answers 200 and keeps the name of an OAuth server', freezes(servers, 'name')],
    ['shows the new name of an OAuth server once and keeps the old one', reverts(servers, 'name')],
    [
      'refuses to rename an OAuth server',
      refuses(servers, 'name', ({ name }, old) => name !== (old?.name ?? name)),
    ],
  ],
  'external-oauth-servers-description-optional': [
    [
      'refuses an OAuth server without a description',
      refuses(servers, 'description', ({ description }) => description === undefined),
    ],
    [
      'refuses a replace of an OAuth server without a description',
      refuses(
        servers,
        'description',
        ({ description }, old) => old !== undefined && description === undefined,
      ),
    ],
    [
      'describes an OAuth server that has no description',
      reads(at.write, (body) => ({ description: 'An OAuth server', ...body })),
    ],
  ],
  'external-oauth-servers-description-type': [
    [
      'stores an object as the description of an OAuth server',
      accepts(servers, 'description', 'INVALID_VALUE'),
    ],
    ['makes a text of an object for the description of an OAuth server', converts(at.write, 'description')],
    [
      'shows the description of an OAuth server as a list',
      gives(at.read, 'description', (text: unknown) => [text]),
    ],
  ],
  'external-oauth-servers-description-max-length': [
    [
      'takes a description of any length for an OAuth server',
      accepts(servers, 'description', 'SIZE_LIMIT_EXCEEDED'),
    ],
    [
      'takes one character too many in the description of an OAuth server',
      longest(servers, 'description', 1025),
    ],
    ['refuses the longest description of an OAuth server', longest(servers, 'description', 1023)],
    [
      'counts bytes in the description of an OAuth server',
      refuses(servers, 'description', ({ description = '' }) => bytesIn(description) > 1024),
    ],
    ['cuts the description of an OAuth server', cuts(at.write, 'description', 1024)],
    [
      'stores no more of a description of an OAuth server than a name may have',
      cuts(at.write, 'description', 256),
    ],
  ],
  'external-oauth-servers-description-mutable': [
    ['answers 200 and keeps the description of an OAuth server', freezes(servers, 'description')],
    [
      'shows the new description of an OAuth server once and keeps the old one',
      reverts(servers, 'description'),
    ],
  ],
  'external-oauth-servers-type-required': [
    ['stores an OAuth server without a type', accepts(servers, 'type', 'REQUIRED_VALUE')],
    [
      'takes an OAuth server without a type for an external one',
      reads(at.write, (body) => ({ type: 'EXTERNAL', ...body })),
    ],
    ['keeps the type that a replace of an OAuth server leaves out', keepsLeftOut(servers, 'type')],
    [
      'refuses an OAuth server without a type for its name',
      misreports(at.write, { target: 'type' }, (detail) => ({ ...detail, target: 'name' })),
    ],
  ],
  'external-oauth-servers-type-values': [
    ['takes any type of OAuth server', accepts(servers, 'type', 'INVALID_VALUE')],
    ['takes PINGONE_SSO for the type of an OAuth server', takesType('PINGONE_SSO')],
    ['takes an empty type of OAuth server', takesType('')],
    ['takes any type of OAuth server for EXTERNAL', readsText(at.write, 'type', () => 'EXTERNAL')],
    [
      'takes an empty type of OAuth server for EXTERNAL',
      readsText(at.write, 'type', (type) => type || 'EXTERNAL'),
    ],
  ],
  'external-oauth-servers-type-returned': [
    ['leaves the type of an OAuth server out of reads', omits(at.read, 'type')],
    ['lists OAuth servers without their type', omits(at.list, 'type')],
    ['shows another type of OAuth server', gives(shown, 'type', 'PINGONE_SSO')],
  ],
});

function bytesIn(text: string): number {
  return Buffer.byteLength(text);
}

function takesType(type: string): Fault {
  return accepts(servers, 'type', 'INVALID_VALUE', { when: (value) => value === type });
}

function bytesOf(text: string, most: number): string {
  let kept = '';
  for (const one of text) if (bytesIn(kept + one) <= most) kept += one;
  return kept;
}
