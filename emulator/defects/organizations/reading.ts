import { licenses } from '../../collections/licenses.ts';
import type { Organization } from '../../collections/organizations.ts';
import { platform } from '../../store/world.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { always, status } from '../faults/answers.ts';
import { withoutLinks } from '../faults/documents.ts';
import { gives } from '../faults/members.ts';
import { bare, embeds, members } from '../faults/pages.ts';
import { refusesWith } from '../faults/refusals.ts';
import { asks } from '../faults/requests.ts';
import type { Parts } from '../parts.ts';
import { placesOf } from '../where.ts';
import { at, nobody, organizations, shown } from './places.ts';

const missing = { id: nobody, code: 'NOT_FOUND', message: 'There is none.' };

/** What a server can do wrong with reads of organizations, and with what is no read. */
export const reading = defectsOf({
  'organizations-read-all-200': [
    ['does not list organizations', always(at.list, 404, missing)],
    ['answers 206 to a read of all organizations', status(at.list, 200, 206)],
    ['lists organizations in a bare array', bare(at.list)],
    ['lists organizations without links', withoutLinks(at.list)],
  ],
  'organizations-read-all-contains-own': [
    ['lists no organization', members(at.list, () => [])],
    ['lists the own organization twice', members(at.list, (all) => [...all, ...all])],
    ['lists the own organization under another id', gives(at.list, 'id', nobody)],
  ],
  'organizations-read-all-embedded-key': [
    ['lists organizations as items', embeds(at.list, (_name, all) => ({ items: all }))],
    ['lists ids of organizations', embeds(at.list, (name, all) => ({ [name]: all.map(({ id }) => id) }))],
    ['lists a single organization without an array', embeds(at.list, (name, [first]) => ({ [name]: first }))],
  ],
  'organizations-read-one-200': [
    ['does not find the own organization', always(at.read, 404, missing)],
    ['answers 203 to a read of the own organization', status(at.read, 200, 203)],
    ['reads the own organization under another id', gives(at.read, 'id', nobody)],
    ['reads the own organization as a list', listed()],
  ],
  'organizations-unknown-organization': [
    ['reads the own organization whatever the id', ownWhatever(at.read)],
    ['lists the own licences whatever the organization', ownWhatever(placesOf(licenses).list)],
    ['answers 200 and nothing to an unknown organization', answersUnknown(200, {})],
    ['answers 204 to an unknown organization', answersUnknown(204, undefined)],
    ['answers 400 to an unknown organization', refusesWith(at.read, undefined, 400, 'INVALID_DATA')],
    [
      'answers 404 to an unknown organization, and speaks of access',
      refusesWith(at.read, undefined, 404, 'ACCESS_FAILED'),
    ],
    [
      'answers 403 to an unknown organization, and does not speak of access',
      refusesWith(at.read, undefined, 403, 'NOT_FOUND'),
    ],
  ],
  'organizations-read-only': [
    ['answers 201 to the create of an organization', answersWrite(at.create, 201)],
    ['answers 200 to the replace of an organization', answersWrite(at.replace, 200)],
    ['answers 200 to a change of an organization', answersWrite(at.patch, 200)],
    ['answers 204 to the delete of an organization', answersWrite(at.remove, 204)],
    ['answers 404 to the delete of the own organization', answersWrite(at.remove, 404)],
    ['answers 400 to the replace of an organization', answersWrite(at.replace, 400)],
    ['refuses to replace an organization, and changes it', changesAnyway(at.replace)],
    ['refuses to change an organization, and changes it', changesAnyway(at.patch)],
    ['refuses to create an organization, and changes the own one', changesAnyway(at.create)],
    ['refuses to delete an organization, and deletes it', deletesAnyway()],
  ],
  'organizations-response-codes': [
    ['redirects those without a token from organizations', status(shown, 401, 302)],
    ['answers 407 to a read of an organization without a token', status(at.read, 401, 407)],
    ['answers 410 to an unknown organization', status(at.read, 403, 410)],
    ['fails at a filter of organizations that it does not know', status(at.list, 400, 500)],
    ['answers 501 to the create of an organization', status(at.create, 405, 501)],
    ['answers 206 to a limit of organizations', limited(206)],
  ],
});

function listed(): Fault {
  return (parts) =>
    parts.reply(at.read, (reply) => {
      if (reply.status === 200) reply.body = [reply.body];
    });
}

function ownId({ seed }: Parts): string {
  return seed.organizations[0]?.id ?? '';
}

function ownWhatever(where: string): Fault {
  return (parts) =>
    asks(where, (request) => {
      (request.params as Record<string, string>)[organizations.item] = ownId(parts);
    })(parts);
}

function answersUnknown(status: number, body: unknown): Fault {
  return (parts) =>
    parts.reply(at.read, (reply, { path }) => {
      if (path.endsWith(ownId(parts))) return;
      Object.assign(reply, { status, body });
    });
}

/** Answers with the own organization, or nothing where there is no body, and changes nothing. */
function answersWrite(where: string, status: number): Fault {
  return (parts) =>
    parts.reply(where, (reply, { body }) => {
      if (reply.status === 405) Object.assign(reply, { status, body: status < 300 ? body : missing });
    });
}

/** Describes the own organization otherwise whatever it answers. */
function changesAnyway(where: string): Fault {
  return (parts) => {
    const shelf = parts.gatekeeper.world.shelf<Organization>(platform, organizations.kind);
    parts.reply(where, () => {
      const entry = shelf.get(ownId(parts));
      if (entry !== undefined) shelf.put({ ...entry, value: { ...entry.value, description: 'Changed' } });
    });
  };
}

function deletesAnyway(): Fault {
  return (parts) =>
    parts.reply(at.remove, () =>
      parts.gatekeeper.world.shelf(platform, organizations.kind).remove(ownId(parts)),
    );
}

function limited(status: number): Fault {
  return (parts) =>
    parts.reply(at.list, (reply, { query }) => {
      if (query.has('limit')) reply.status = status;
    });
}
