import { type DecisionEndpoint, decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import type { ApiError } from '../../http/errors.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { isUuid } from '../faults/identity.ts';
import { gives, omits } from '../faults/members.ts';
import { only } from '../faults/only.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { reverts, shows, swallows, together, understands } from '../faults/state.ts';
import { freezes, keepsRefused, storesRefused } from '../faults/storage.ts';
import { keepsLeftOut } from '../faults/texts.ts';
import { accepts, refuses } from '../faults/validation.ts';
import { at, shown } from './places.ts';

const endpoints = decisionEndpoints;
const record = 'recordRecentRequests';
const duplicate = { target: 'alternateId', code: 'UNIQUENESS_VIOLATION' };

/** What a server can do wrong with the settings of a decision endpoint and its second identifier. */
export const settings = defectsOf({
  'decision-endpoints-record-recent-requests-required': [
    ['records unless it is told not to', reads(at.write, (body) => ({ [record]: true, ...body }))],
    ['stores an endpoint without recordRecentRequests', accepts(endpoints, record, 'REQUIRED_VALUE')],
    ['goes on recording where a replace says nothing of it', keepsLeftOut(endpoints, record)],
    ['records in secret unless it is told not to', recordsInSecret()],
    [
      'refuses an endpoint without recordRecentRequests for its name',
      misreports(at.write, { target: record }, (detail) => ({ ...detail, target: 'name' })),
    ],
    ['refuses an endpoint without recordRecentRequests, and stores it', storesRefused(endpoints)],
    ['refuses a replace without recordRecentRequests, and makes it', keepsRefused(endpoints)],
  ],
  'decision-endpoints-record-recent-requests-type': [
    ['stores a text as recordRecentRequests', accepts(endpoints, record, 'INVALID_VALUE')],
    [
      'takes any text for recordRecentRequests as true',
      reads(at.write, (body) => (typeof body[record] === 'string' ? { ...body, [record]: true } : undefined)),
    ],
    ['reads recordRecentRequests as a text', gives(at.read, record, String)],
  ],
  'decision-endpoints-record-recent-requests-mutable': [
    ['answers 200 and keeps recordRecentRequests', freezes(endpoints, record)],
    ['shows the new recordRecentRequests once and keeps the old one', reverts(endpoints, record)],
    ['reads endpoints as if none recorded', gives(at.read, record, false)],
  ],
  'decision-endpoints-alternate-id-optional': [
    ['refuses an endpoint without alternateId', refuses(endpoints, 'alternateId', isWithout('alternateId'))],
    [
      'refuses a replace without alternateId',
      refuses(endpoints, 'alternateId', (value, old) => old !== undefined && isWithout('alternateId')(value)),
    ],
  ],
  'decision-endpoints-alternate-id-uuid-accepted': [
    ['does not take alternateId', understands(endpoints, without('alternateId'))],
    ['takes the id of an endpoint for its alternateId', shows(endpoints, idTwice)],
    ['leaves alternateId out of reads', omits(at.read, 'alternateId')],
    ['shows alternateId in capitals', gives(shown, 'alternateId', (id: unknown) => String(id).toUpperCase())],
    ['shows alternateId as a reference', gives(shown, 'alternateId', (id: unknown) => ({ id }))],
  ],
  'decision-endpoints-alternate-id-type': [
    ['stores anything as alternateId', accepts(endpoints, 'alternateId', 'INVALID_VALUE')],
    ['stores an object as alternateId', swallows(endpoints, 'alternateId', isObject)],
    [
      'ignores an alternateId that is no text',
      reads(at.write, (body) => (isObject(body.alternateId) ? { ...body, alternateId: null } : undefined)),
    ],
  ],
  'decision-endpoints-alternate-id-format': [
    ['does not keep an alternateId that is no UUID', understands(endpoints, textsAs('nothing'))],
    ['keeps another alternateId in the place of a text', understands(endpoints, textsAs('another'))],
    ['reads an alternateId of digits as a number', gives(at.read, 'alternateId', numbered)],
    [
      'refuses an alternateId that is no UUID for the name',
      refuses(endpoints, 'name', ({ alternateId }) => alternateId !== undefined && !isUuid(alternateId)),
    ],
  ],
  'decision-endpoints-alternate-id-mutable': [
    ['answers 200 and keeps alternateId', freezes(endpoints, 'alternateId')],
    ['shows the new alternateId once and keeps the old one', reverts(endpoints, 'alternateId')],
  ],
  'decision-endpoints-alternate-id-unique': [
    ['takes an alternateId a second time', accepts(endpoints, 'alternateId', 'UNIQUENESS_VIOLATION')],
    [
      'takes the alternateId of another endpoint in a create',
      only(at.create, endpoints, accepts(endpoints, 'alternateId', duplicate.code)),
    ],
    [
      'takes the alternateId of another endpoint in a replace',
      only(at.replace, endpoints, accepts(endpoints, 'alternateId', duplicate.code)),
    ],
    [
      'calls a second alternateId invalid',
      misreports(at.write, duplicate, (detail) => ({ ...detail, code: 'INVALID_VALUE' })),
    ],
    [
      'refuses a second alternateId for the name',
      misreports(at.write, duplicate, (detail) => ({ ...detail, target: 'name' })),
    ],
    ['answers 409 to a second alternateId', refusesWith(at.write, duplicate, 409, 'INVALID_DATA')],
    ['refuses a second alternateId, and stores the endpoint', storesRefused(endpoints, isTaken)],
    ['refuses a second alternateId, and gives it to the endpoint', keepsRefused(endpoints, isTaken)],
  ],
});

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function isWithout(property: keyof DecisionEndpoint): (value: DecisionEndpoint) => boolean {
  return (value) => value[property] === undefined;
}

function without(property: string): Parameters<typeof understands>[1] {
  return ({ [property]: _, ...others }) => others;
}

/** What becomes of an alternateId that is no UUID. */
function textsAs(instead: 'nothing' | 'another'): Parameters<typeof understands>[1] {
  return ({ alternateId, ...others }) => {
    if (typeof alternateId === 'string' && isUuid(alternateId)) return { ...others, alternateId };
    if (alternateId === undefined || instead === 'nothing') return others;
    return { ...others, alternateId: crypto.randomUUID() };
  };
}

function idTwice(representation: Readonly<Record<string, unknown>>) {
  const { id, alternateId } = representation;
  return alternateId === undefined ? representation : { ...representation, alternateId: id };
}

function numbered(text: unknown): unknown {
  return /^\d+$/.test(String(text)) ? Number(text) : text;
}

function recordsInSecret(): Fault {
  return together(
    swallows(endpoints, record, (sent) => sent === undefined, true),
    shows(endpoints, (shownSo, { value }) =>
      'swallowed' in value ? { ...shownSo, [record]: false } : shownSo,
    ),
  );
}

function isTaken({ details }: ApiError): boolean {
  return details.some(({ code }) => code === duplicate.code);
}
