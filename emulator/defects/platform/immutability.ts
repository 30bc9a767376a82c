import { defectsOf } from '../defect.ts';
import { afterwards, loses } from '../faults/afterwards.ts';
import { adopts } from '../faults/bodies.ts';
import { failsWhen } from '../faults/replies.ts';
import { remembers } from '../faults/sent.ts';
import { answersWhen, refusesWhen } from '../faults/sometimes.ts';
import { afterReplacing, together } from '../faults/state.ts';
import { thaws } from '../faults/validation.ts';
import type { Asked } from '../reply.ts';
import { groups, inGroups, populations } from './places.ts';

/** What a server can do wrong with what no client may set, or only once. */
export const immutability = defectsOf({
  'platform-read-only-in-request': [
    ['takes the environment of a group from the client', adopts(groups, 'environment')],
    ['takes the number of users of a population from the client', adopts(populations, 'userCount')],
    ['takes the members of a group from the client', adopts(groups, 'directMemberCounts')],
    ['takes the environment of a population from the client', adopts(populations, 'environment')],
    [
      'puts a new group out of sight into the environment in the body',
      loses(groups, inGroups.create, ({ environment }) => environment !== undefined),
    ],
    [
      'answers 409 to another environment in a replacement of a group',
      refusesWhen(inGroups.replace, sends('environment'), 409, 'INVALID_DATA'),
    ],
    [
      'takes a group for gone that is replaced by an older one',
      loses(groups, inGroups.replace, ({ updatedAt }) => updatedAt !== undefined),
    ],
    [
      'reads updatedAt of a group as the client sent it in a replacement',
      remembers(inGroups.replace, inGroups.read, 'updatedAt'),
    ],
    [
      'begins a group anew where a replacement says when it was created',
      afterwards(groups, inGroups.replace, (entry, { createdAt }) =>
        createdAt === undefined ? entry : { ...entry, createdAt: later(entry.updatedAt) },
      ),
    ],
  ],
  'platform-immutable-in-put': [
    ['moves a replaced group to the population in the body', thaws(groups, 'population')],
    [
      'takes a group out of its population with a replacement',
      afterReplacing(groups, (_before, after) => ({ ...after, value: withoutPopulation(after.value) })),
    ],
    [
      'answers 400 to another population in a replacement of a group, and replaces the rest',
      together(
        failsWhen(inGroups.replace, sends('population'), 400, 'INVALID_DATA'),
        afterwards(groups, inGroups.replace, (entry, { population }) =>
          population === undefined ? entry : { ...entry, updatedAt: later(entry.updatedAt) },
        ),
      ),
    ],
    [
      'answers 204 to another population in a replacement of a group, and keeps the old one',
      answersWhen(inGroups.replace, (_shown, asked) => sends('population')(asked), 204),
    ],
    [
      'loses a group without a population that is replaced by one with it',
      loses(
        groups,
        inGroups.replace,
        ({ population }, { value }) => population !== undefined && value.population === undefined,
      ),
    ],
  ],
});

function sends(property: string): (asked: Asked) => boolean {
  return ({ body }) => (body as Readonly<Record<string, unknown>> | undefined)?.[property] !== undefined;
}

function later(date: string): string {
  return new Date(Date.parse(date) + 1).toISOString();
}

function withoutPopulation<T extends { readonly population?: unknown }>(value: T): T {
  const { population: _, ...others } = value;
  return others as T;
}
