import { defectsOf } from '../defect.ts';
import { adopts } from '../faults/bodies.ts';
import { identifies, moves } from '../faults/identity.ts';
import { gives } from '../faults/members.ts';
import { afterReplacing } from '../faults/state.ts';
import { thaws } from '../faults/validation.ts';
import type { Asked } from '../reply.ts';
import { groups, inGroups, inPopulations, inScopes, nobody, populations, scopes } from './places.ts';

const NEW_YEAR = '2020-01-01T00:00:00.000Z';

/** What a server can do wrong with ids, dates and what no client may change. */
export const identity = defectsOf({
  'platform-reference-objects': [
    [
      'shows the environment of a group as its id',
      gives(inGroups.one, 'environment', (old: { id: string }) => old.id),
    ],
    ['shows a population in another environment', gives(inPopulations.one, 'environment', { id: nobody })],
    ['shows the environment of a listed group without its id', gives(inGroups.list, 'environment', {})],
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
  ],
  'platform-updated-at-read-only': [
    ['takes updatedAt of a group from the client', adopts(groups, 'updatedAt')],
    ['takes updatedAt of a scope from the client', adopts(scopes, 'updatedAt')],
  ],
  'platform-created-at-plausible': [
    ['creates every group in the year it was begun', gives(inGroups.all, 'createdAt', NEW_YEAR)],
    ['shows new scopes changed before they were created', gives(inScopes.create, 'updatedAt', NEW_YEAR)],
  ],
  'platform-read-only-in-request': [
    ['takes the environment of a group from the client', adopts(groups, 'environment')],
    ['takes the number of users of a population from the client', adopts(populations, 'userCount')],
    ['takes the members of a group from the client', adopts(groups, 'directMemberCounts')],
    ['takes the environment of a population from the client', adopts(populations, 'environment')],
  ],
  'platform-immutable-in-put': [
    ['moves a replaced group to the population in the body', thaws(groups, 'population')],
    [
      'takes a group out of its population with a replacement',
      afterReplacing(groups, (_before, after) => ({ ...after, value: withoutPopulation(after.value) })),
    ],
  ],
});

function sentId({ body }: Asked): string | undefined {
  const { id } = (body ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' ? id : undefined;
}

function ofNumber(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

function withoutPopulation<T extends { readonly population?: unknown }>(value: T): T {
  const { population: _, ...others } = value;
  return others as T;
}
