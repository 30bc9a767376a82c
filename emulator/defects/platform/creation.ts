import { randomUUID } from 'node:crypto';
import { defectsOf } from '../defect.ts';
import { body, status } from '../faults/answers.ts';
import { nothingWhenEmpty, oneOf } from '../faults/documents.ts';
import { identifies } from '../faults/identity.ts';
import { gives, omits } from '../faults/members.ts';
import { bare, embeds, members } from '../faults/pages.ts';
import { failsWhen } from '../faults/replies.ts';
import { together } from '../faults/state.ts';
import { noContent } from '../faults/statuses.ts';
import { losesCreated } from '../faults/storage.ts';
import { stores } from '../faults/validation.ts';
import { groups, inGroups, inPopulations, populations } from './places.ts';

/** What a server can do wrong with reads and creates. */
export const creation = defectsOf({
  'platform-read-one-200': [
    ['answers 204 to the read of a group', noContent(inGroups.read)],
    [
      'reads a group as a list of one',
      (parts) =>
        parts.reply(inGroups.read, (reply) => {
          if (reply.status === 200) reply.body = [reply.body];
        }),
    ],
    [
      'reads a group as nothing',
      (parts) =>
        parts.reply(inGroups.read, (reply) => {
          if (reply.status === 200) reply.text = '';
        }),
    ],
    [
      'reads a population under an id of another',
      gives(inPopulations.read, 'id', () => randomUUID()),
      ['platform-create-returns-id'],
    ],
    [
      'answers 206 to the read of a population',
      status(inPopulations.read, 200, 206),
      ['platform-create-returns-id', 'platform-create-then-read'],
    ],
  ],
  'platform-read-all-200': [
    ['lists groups without a document around them', bare(inGroups.list)],
    ['answers the list of groups with one of them', oneOf(inGroups.list)],
    ['answers 206 to the list of populations', status(inPopulations.list, 200, 206)],
  ],
  'platform-read-all-empty-200': [
    ['leaves _embedded out of a list without populations', nothingWhenEmpty(inPopulations.list)],
    [
      'answers 404 to a list without populations',
      failsWhen(inPopulations.list, (_asked, { body }) => isEmpty(body), 404, 'NOT_FOUND'),
    ],
    [
      'has nothing in the place of an empty list of populations',
      embeds(inPopulations.list, (name, all) => ({ [name]: all.length === 0 ? null : all })),
    ],
    [
      'calls a list without populations a fault of the request',
      failsWhen(inPopulations.list, (_asked, { body }) => isEmpty(body), 400, 'NOT_FOUND'),
    ],
    [
      'answers a list without populations with 404 and the empty list',
      status(inPopulations.list, 200, 404, (_asked, { body }) => isEmpty(body)),
    ],
    [
      'counts one population where there is none',
      body(inPopulations.list, (page) => {
        if (isEmpty(page)) page.count = 1;
      }),
    ],
    [
      'tells the size of a list without populations in words',
      body(inPopulations.list, (page) => {
        if (isEmpty(page)) page.size = 'none';
      }),
    ],
  ],
  'platform-create-201': [
    ['answers 200 where a group was created', status(inGroups.create, 201, 200)],
    ['answers 202 where a population was created', status(inPopulations.create, 201, 202)],
  ],
  'platform-create-returns-id': [
    ['answers the create of a group with an id of its own', gives(inGroups.create, 'id', () => randomUUID())],
    ['answers the create of a population without its id', omits(inPopulations.create, 'id')],
    [
      'counts groups in place of giving them UUIDs',
      together(
        identifies(groups, (_id, _asked, number) => `${number}`),
        gives(inGroups.one, 'id', (old: string) => (/^\d+$/.test(old) ? Number(old) : old)),
      ),
    ],
  ],
  'platform-create-echoes-values': [
    ['answers the create of a group without its description', omits(inGroups.create, 'description')],
    [
      'drops the external id of a new group',
      stores(groups, (value, previous) => {
        const { externalId: _, ...kept } = value;
        return previous === undefined ? kept : value;
      }),
    ],
    [
      'answers the create of a population with its name in capitals',
      gives(inPopulations.create, 'name', (old: string) => old.toUpperCase()),
    ],
  ],
  'platform-create-then-read': [
    [
      'reads a new group with less of its description',
      gives(inGroups.read, 'description', (old: string) => old.slice(0, 8)),
    ],
    ['answers the create of a group and stores none', losesCreated(groups)],
    [
      'stores a new population without the description it answers',
      stores(populations, (value, previous) =>
        previous === undefined ? { ...value, description: `${value.description ?? ''} ` } : value,
      ),
    ],
  ],
  'platform-create-then-listed': [
    ['does not list the newest group', members(inGroups.list, (all) => all.slice(0, -1))],
    ['lists the newest group twice', members(inGroups.list, (all) => [...all, ...all.slice(-1)])],
    [
      'lists the default population only',
      members(inPopulations.list, (all) => all.filter((one) => one.name === 'Default')),
    ],
  ],
});

function isEmpty(body: unknown): boolean {
  const { _embedded: embedded } = (body ?? {}) as { _embedded?: Record<string, readonly unknown[]> };
  return embedded !== undefined && Object.values(embedded).every((all) => all.length === 0);
}
