import { decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { gives, omits } from '../faults/members.ts';
import { only } from '../faults/only.ts';
import { misreports, refusesSent, refusesWith } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { reverts, swallows, together, understands } from '../faults/state.ts';
import { freezes, keepsRefused, losesUpdate, storesRefused } from '../faults/storage.ts';
import { converts, cuts, invents, keepsLeftOut, longest, readsText } from '../faults/texts.ts';
import { accepts, refuses } from '../faults/validation.ts';
import { at, shown } from './places.ts';

const endpoints = decisionEndpoints;

/** What a server can do wrong with the name and the description of a decision endpoint. */
export const values = defectsOf({
  'decision-endpoints-required-members-present': [
    ['leaves recordRecentRequests out of reads while it is off', omitsOff([at.read, at.list])],
    ['lists endpoints without description', omits(at.list, 'description')],
    ['answers the replace of an endpoint without its name', omits(at.replace, 'name')],
    ['lists recordRecentRequests as a text', gives(at.list, 'recordRecentRequests', String)],
  ],
  'decision-endpoints-name-required': [
    ['takes an endpoint without a name', accepts(endpoints, 'name', 'REQUIRED_VALUE')],
    ['gives an endpoint without a name one of its own', invents(at.create, 'name', undefined)],
    ['keeps the name of an endpoint that a replace leaves out', keepsLeftOut(endpoints, 'name')],
    [
      'refuses an endpoint without a name for its description',
      misreports(at.write, { target: 'name' }, (detail) => ({ ...detail, target: 'description' })),
    ],
    ['refuses an endpoint without a name, and stores it', storesRefused(endpoints)],
    ['refuses a replace without a name, and makes it', keepsRefused(endpoints)],
    [
      'answers 422 to an endpoint without a name',
      refusesWith(at.write, { target: 'name' }, 422, 'INVALID_DATA'),
    ],
  ],
  'decision-endpoints-name-type': [
    ['stores an object as the name of an endpoint', swallows(endpoints, 'name', isObject, 'swallowed')],
    ['stores anything as the name of an endpoint', accepts(endpoints, 'name', 'INVALID_VALUE')],
    ['takes the name of an endpoint out of an object', converts(at.write, 'name')],
    ['reads the name of an endpoint as a list', gives(at.read, 'name', (name: unknown) => [name])],
  ],
  'decision-endpoints-name-mutable': [
    ['answers 200 and keeps the name of an endpoint', freezes(endpoints, 'name')],
    ['shows the new name of an endpoint once and keeps the old one', reverts(endpoints, 'name')],
    ['shows the new state of an endpoint once and keeps the old one', losesUpdate(endpoints)],
  ],
  'decision-endpoints-name-max-length': [
    ['cuts the name of an endpoint to 256 characters', cuts(at.write, 'name', 256)],
    ['cuts the name of an endpoint to 255 characters', cuts(at.write, 'name', 255)],
    ['cuts the name of an endpoint in a replace', cuts(at.replace, 'name', 256)],
    ['takes a name of any length', accepts(endpoints, 'name', 'SIZE_LIMIT_EXCEEDED')],
    ['takes a name of 257 characters', longest(endpoints, 'name', 257)],
    ['refuses a name of 256 characters', longest(endpoints, 'name', 255)],
    ['counts the bytes of a name', refuses(endpoints, 'name', ({ name }) => Buffer.byteLength(name) > 256)],
    [
      'refuses a long name for its description',
      misreports(at.write, { code: 'SIZE_LIMIT_EXCEEDED' }, (one) => ({ ...one, target: 'description' })),
    ],
    [
      'answers 413 to a long name',
      refusesWith(at.write, { code: 'SIZE_LIMIT_EXCEEDED' }, 413, 'INVALID_REQUEST'),
    ],
    ['stores the first 256 bytes of a name', readsText(at.write, 'name', (name) => bytesOf(name, 256))],
  ],
  'decision-endpoints-name-empty': [
    ['stores an empty name', accepts(endpoints, 'name', 'EMPTY_VALUE')],
    ['gives an endpoint with an empty name one of its own', invents(at.write, 'name', '')],
    [
      'stores an empty name in a replace',
      only(at.replace, endpoints, accepts(endpoints, 'name', 'EMPTY_VALUE')),
    ],
    [
      'stores an empty name in a create',
      only(at.create, endpoints, accepts(endpoints, 'name', 'EMPTY_VALUE')),
    ],
  ],
  'decision-endpoints-description-required': [
    ['stores an endpoint without any description', understands(endpoints, onlySent('description'))],
    ['answers null for a description that was left out', understands(endpoints, nullFor('description'))],
    ['keeps the description that a replace leaves out', keepsLeftOut(endpoints, 'description')],
    ['takes the name for a description that was left out', reads(at.write, described)],
    [
      'refuses an endpoint without description, and stores it',
      together(
        refusesSent(at.create, 'description', ({ description }) => description === undefined),
        storesRefused(endpoints),
      ),
    ],
    [
      'refuses an endpoint without a description for its name',
      refusesSent(at.write, 'name', ({ description }) => description === undefined),
    ],
  ],
  'decision-endpoints-description-type': [
    ['stores a list as the description', swallows(endpoints, 'description', Array.isArray)],
    ['stores anything as the description', accepts(endpoints, 'description', 'INVALID_VALUE')],
    ['reads a description as an object', gives(at.read, 'description', (text: unknown) => ({ text }))],
    [
      'refuses a text as the description of a replaced endpoint',
      refusesSent(at.replace, 'description', ({ description }) => typeof description === 'string'),
    ],
  ],
  'decision-endpoints-description-mutable': [
    ['answers 200 and keeps the description', freezes(endpoints, 'description')],
    ['shows the new description once and keeps the old one', reverts(endpoints, 'description')],
  ],
  'decision-endpoints-description-empty': [
    [
      'refuses an empty description',
      refuses(endpoints, 'description', ({ description }) => description === ''),
    ],
    [
      'leaves an empty description out of reads',
      gives(shown, 'description', (old: unknown) => old || undefined),
    ],
    ['stores a text of its own for an empty description', invents(at.write, 'description', '')],
  ],
});

type Body = Record<string, unknown>;

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function omitsOff(where: readonly string[]): Fault {
  return gives(where, 'recordRecentRequests', (old: unknown) => old === true || undefined);
}

function described(body: Body): Body | undefined {
  return body.description === undefined ? { ...body, description: body.name } : undefined;
}

function onlySent(property: string): Parameters<typeof understands>[1] {
  return ({ [property]: value, ...others }, sent) =>
    sent[property] === undefined || value === undefined ? others : { ...others, [property]: value };
}

function nullFor(property: string): Parameters<typeof understands>[1] {
  return (read, sent) => (sent[property] === undefined ? { ...read, [property]: null } : read);
}

function bytesOf(text: string, most: number): string {
  let kept = '';
  for (const one of text) if (Buffer.byteLength(kept + one) <= most) kept += one;
  return kept;
}
