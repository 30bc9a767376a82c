import { defectsOf, type Fault } from '../defect.ts';
import { isObject } from '../faults/answers.ts';
import { adopts } from '../faults/bodies.ts';
import { identifies, moves } from '../faults/identity.ts';
import { gives } from '../faults/members.ts';
import { refusesSent } from '../faults/refusals.ts';
import { failsWhen } from '../faults/replies.ts';
import { remembers } from '../faults/sent.ts';
import { refusesWhen } from '../faults/sometimes.ts';
import { afterReplacing } from '../faults/state.ts';
import type { Asked } from '../reply.ts';
import {
  groups,
  inGroups,
  inPopulations,
  inScopes,
  inServices,
  nobody,
  populations,
  scopes,
} from './places.ts';

const NEW_YEAR = '2020-01-01T00:00:00.000Z';

/** What a server can do wrong with ids and dates. */
export const identity = defectsOf({
  'platform-reference-objects': [
    [
      'shows the environment of a group as its id',
      gives(inGroups.one, 'environment', (old: { id: string }) => old.id),
    ],
    ['shows a population in another environment', gives(inPopulations.one, 'environment', { id: nobody })],
    ['shows the environment of a listed group without its id', gives(inGroups.list, 'environment', {})],
    [
      'refuses an object for the resource of a service that is replaced',
      refusesSent(inServices.replace, 'authorizationServer.resource', ({ authorizationServer }) =>
        isObject((authorizationServer as { readonly resource?: unknown } | undefined)?.resource),
      ),
    ],
  ],
  'platform-id-uuid': [
    ['numbers groups', gives(inGroups.all, 'id', () => 17)],
    [
      'shows ids of populations without hyphens',
      gives(inPopulations.read, 'id', (old: string) => old.replaceAll('-', '')),
    ],
  ],
  'platform-id-server-assigned': [
    ['takes the id of a new group from the client', identifies(groups, (id, asked) => sentId(asked) ?? id)],
    [
      'stores a new population under the id of the client too',
      moves(populations, inPopulations.create, (id, asked) => sentId(asked) ?? id, true),
    ],
    [
      'stores a copy of a new population under the id of the client',
      moves(populations, inPopulations.create, (id, asked) => sentId(asked) ?? id, true, false),
    ],
  ],
  'platform-id-unique': [
    [
      'takes ids of groups from a clock of seconds',
      identifies(groups, () => ofNumber(Math.floor(Date.now() / 1000))),
    ],
    [
      'gives two populations in a row the same id',
      identifies(populations, (_id, _asked, number) => ofNumber(Math.floor(number / 2))),
    ],
  ],
  'platform-id-stable': [
    [
      'moves a replaced group to the id in the body',
      moves(groups, inGroups.replace, (id, asked) => sentId(asked) ?? id),
    ],
    [
      'stores a replaced population under the id in the body too',
      moves(populations, inPopulations.replace, (id, asked) => sentId(asked) ?? id, true),
    ],
    [
      'answers 409 to a replacement of a group under another id',
      refusesWhen(inGroups.replace, (asked) => sentId(asked) !== undefined, 409, 'INVALID_DATA'),
    ],
    ['answers 410 to the read of a group that a replacement gave another id', goneWhenRenamed()],
    [
      'shows a replaced group under the id in the body from then on',
      remembers(inGroups.replace, inGroups.read, 'id'),
    ],
    [
      'stores a copy of a replaced population under the id in the body',
      moves(populations, inPopulations.replace, (id, asked) => sentId(asked) ?? id, true, false),
    ],
  ],
  'platform-dates-iso-8601': [
    [
      'shows when a group was created in milliseconds',
      gives(inGroups.all, 'createdAt', (old: string) => Date.parse(old)),
    ],
    [
      'shows when a population was changed with an offset',
      gives(inPopulations.all, 'updatedAt', (old: string) => old.replace('Z', '+00:00')),
    ],
    [
      'lists groups with dates in words',
      gives(inGroups.list, 'createdAt', (old: string) => new Date(old).toUTCString()),
    ],
  ],
  'platform-created-at-read-only': [
    ['takes createdAt of a group from the client', adopts(groups, 'createdAt')],
    [
      'renews createdAt of a group with each replacement',
      afterReplacing(groups, (before, after) => ({
        ...after,
        createdAt: new Date(Date.parse(before.createdAt) + 1).toISOString(),
      })),
    ],
    ['takes createdAt of a population from the client', adopts(populations, 'createdAt')],
    [
      'answers 500 to createdAt in a new population',
      failsWhen(inPopulations.create, ({ body }) => names(body, 'createdAt')),
    ],
    [
      'answers 500 to createdAt in a replacement of a group',
      failsWhen(inGroups.replace, ({ body }) => names(body, 'createdAt')),
    ],
  ],
  'platform-updated-at-advances': [
    [
      'shows createdAt of a group as updatedAt',
      afterReplacing(groups, (before, after) => ({
        ...after,
        updatedAt: new Date(Date.parse(before.createdAt) - 1000).toISOString(),
      })),
    ],
    [
      'keeps updatedAt of a replaced population',
      afterReplacing(populations, (before, after) => ({ ...after, updatedAt: before.updatedAt })),
    ],
    [
      'dates the replacement of a group a day ahead',
      afterReplacing(groups, (_before, after) => ({
        ...after,
        updatedAt: new Date(Date.parse(after.updatedAt) + 86_400_000).toISOString(),
      })),
    ],
  ],
  'platform-updated-at-read-only': [
    ['takes updatedAt of a group from the client', adopts(groups, 'updatedAt')],
    ['takes updatedAt of a scope from the client', adopts(scopes, 'updatedAt')],
    [
      'answers 500 to updatedAt in a replacement of a group, and replaces nothing',
      refusesWhen(inGroups.replace, ({ body }) => names(body, 'updatedAt'), 500, 'UNEXPECTED_ERROR'),
    ],
    [
      'refuses updatedAt in a replacement of a population, and replaces it all the same',
      failsWhen(inPopulations.replace, ({ body }) => names(body, 'updatedAt'), 400, 'INVALID_DATA'),
    ],
  ],
  'platform-created-at-plausible': [
    ['creates every group in the year it was begun', gives(inGroups.all, 'createdAt', NEW_YEAR)],
    ['shows new scopes changed before they were created', gives(inScopes.create, 'updatedAt', NEW_YEAR)],
  ],
});

function names(body: unknown, property: string): boolean {
  return typeof body === 'object' && body !== null && property in body;
}

function sentId({ body }: Asked): string | undefined {
  const { id } = (body ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' ? id : undefined;
}

function goneWhenRenamed(): Fault {
  return (parts) => {
    const renamed = new Set<string>();
    parts.reply(inGroups.replace, ({ status }, asked) => {
      if (status === 200 && sentId(asked) !== undefined) renamed.add(asked.path);
    });
    parts.reply(inGroups.read, (reply, { path }) => {
      if (renamed.has(path)) reply.status = 410;
    });
  };
}

function ofNumber(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
