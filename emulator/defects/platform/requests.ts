import { applicationRolePermissions } from '../../collections/applicationRolePermissions.ts';
import type { Group } from '../../collections/groups.ts';
import { unsupportedMediaType } from '../../http/errors.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { adopts, takesBytes } from '../faults/bodies.ts';
import { gives } from '../faults/members.ts';
import { failsWhen } from '../faults/replies.ts';
import { hears } from '../faults/requests.ts';
import { acts } from '../faults/sent.ts';
import { keepsRefused, storesRefused } from '../faults/storage.ts';
import { readsText } from '../faults/texts.ts';
import { placesOf, type Where } from '../where.ts';
import { groups, inGroups, inPopulations, populations } from './places.ts';

/** What a group is made of. */
const GROUP = ['name', 'description', 'displayName', 'population', 'userFilter', 'externalId', 'customData'];

const POPULATION = ['name', 'description', 'default'];

const isUnsupported = ({ status }: { readonly status: number }) => status === 415;

/** What a server can do wrong with the bodies of requests. */
export const requests = defectsOf({
  'platform-request-json-accepted': [
    ['refuses a group sent with a charset', refusesType(inGroups.create, /charset/)],
    [
      'refuses an addition to a role sent with a charset',
      refusesType(placesOf(applicationRolePermissions).create, /charset/),
    ],
    [
      'refuses a replacement of a population sent with a charset',
      refusesType(inPopulations.replace, /charset/),
    ],
    [
      'refuses populations sent as JSON without a charset',
      refusesType(inPopulations.create, /^application\/json$/),
    ],
  ],
  'platform-request-utf8-round-trip': [
    [
      'takes the bytes of a group for Latin-1',
      takesBytes(inGroups.write, (bytes) => bytes.toString('latin1')),
    ],
    [
      'loses characters beyond sixteen bits of a population',
      readsText(inPopulations.write, 'description', (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?')),
    ],
    [
      'stores accents of a group apart from their letters',
      readsText(inGroups.write, 'description', (text) => text.normalize('NFD')),
    ],
    [
      'answers an accented description of a group without its accents',
      gives(inGroups.read, 'description', (old: string) => old.replaceAll('é', 'e')),
    ],
    [
      'takes the bytes of a new group for Latin-1',
      takesBytes(inGroups.create, (bytes) => bytes.toString('latin1')),
    ],
    [
      'takes the bytes of a replaced population for Latin-1',
      takesBytes(inPopulations.replace, (bytes) => bytes.toString('latin1')),
    ],
  ],
  'platform-request-invalid-utf8-400': [
    [
      'puts a sign in the place of bytes of a group that are no UTF-8',
      takesBytes(inGroups.write, (bytes) => bytes.toString('utf8')),
    ],
    [
      'takes bytes of a population that are no UTF-8 for Latin-1',
      takesBytes(inPopulations.create, (bytes) =>
        bytes.toString('utf8').includes('\ufffd') ? bytes.toString('latin1') : undefined,
      ),
    ],
  ],
  'platform-request-unsupported-media-type-415': [
    [
      'reads every group as JSON whatever it is called',
      hears(inGroups.write, 'content-type', () => 'application/json'),
    ],
    ['reads plain text as a population', hearsAs(inPopulations.create, 'text/plain')],
    [
      'reads a form as a replacement of a group',
      hearsAs(inGroups.replace, 'application/x-www-form-urlencoded'),
    ],
    ['reads XML as a group', hearsAs(inGroups.create, 'application/xml')],
    [
      'answers 406 to a group in plain text',
      failsWhen(inGroups.create, (_asked, { status }) => status === 415, 406, 'INVALID_REQUEST'),
    ],
    ['refuses a group in plain text, and stores it', storesRefused(groups, isUnsupported)],
    [
      'refuses a replacement of a population in plain text, and makes it',
      keepsRefused(populations, isUnsupported),
    ],
  ],
  'platform-request-unknown-property': [
    ['stores unknown properties of a group', keepsUnknown()],
    ['answers 201 to a group with an unknown property, and does not keep it', losesUnknown()],
    [
      'answers 500 to unknown properties of a population',
      failsWhen(inPopulations.write, ({ body }) => unknownOf(body, POPULATION) !== undefined),
    ],
    [
      'answers 500 to unknown properties in a replacement of a population',
      failsWhen(inPopulations.replace, ({ body }) => unknownOf(body, POPULATION) !== undefined),
    ],
  ],
});

function refusesType(where: Where, type: RegExp): Fault {
  return (parts) =>
    parts.request(where, (request) => {
      if (type.test(request.raw.headers['content-type'] ?? '')) throw unsupportedMediaType(['JSON']);
    });
}

function hearsAs(where: Where, type: string): Fault {
  return hears(where, 'content-type', (sent) => (sent?.startsWith(type) ? 'application/json' : sent));
}

function unknownOf(body: unknown, known: readonly string[]): string | undefined {
  return Object.keys((body ?? {}) as object).find((name) => !known.includes(name));
}

function losesUnknown(): Fault {
  return acts(inGroups.create, (sent, { environmentId = '' }, world) => {
    if (unknownOf(sent, GROUP) === undefined) return;
    const shelf = world.shelf<Group>(environmentId, groups.kind);
    for (const { id, value } of [...shelf.all()]) if (value.name === sent.name) shelf.remove(id);
  });
}

/** Which property it is, the first request with one tells. */
function keepsUnknown(): Fault {
  return (parts) => {
    parts.request(inGroups.write, (_request, { body }) => {
      const name = unknownOf(body, GROUP);
      if (name !== undefined) adopts(groups, name)(parts);
    });
  };
}
