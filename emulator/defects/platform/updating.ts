import { randomUUID } from 'node:crypto';
import { defectsOf } from '../defect.ts';
import { status } from '../faults/answers.ts';
import { gives } from '../faults/members.ts';
import { refusesWith } from '../faults/refusals.ts';
import { failsWhen } from '../faults/replies.ts';
import { reads } from '../faults/requests.ts';
import { refusesSame } from '../faults/reuse.ts';
import { listsStale } from '../faults/staleness.ts';
import { afterReplacing, answersOld, reverts } from '../faults/state.ts';
import { noContent } from '../faults/statuses.ts';
import { keepsRefused, losesUpdate, merges, storesRefused, touchesRefused } from '../faults/storage.ts';
import { keepsLeftOut } from '../faults/texts.ts';
import { groups, inGroups, inPopulations, populations, scopes } from './places.ts';

/** What a server can do wrong with replacements and with writes that it refuses. */
export const updating = defectsOf({
  'platform-update-200': [
    ['answers 204 to the replacement of a group', noContent(inGroups.replace)],
    ['answers the replacement of a group with what it was before', answersOld(groups)],
    ['answers 201 to the replacement of a population', status(inPopulations.replace, 200, 201)],
    [
      'answers the replacement of a population with another id',
      gives(inPopulations.replace, 'id', () => randomUUID()),
    ],
  ],
  'platform-update-then-read': [
    ['shows a replaced group once and keeps the old one', losesUpdate(groups)],
    [
      'shows the new description of a population once and keeps the old one',
      reverts(populations, 'description'),
    ],
    ['goes on listing the name that a group had before', listsStale(groups, 'name')],
  ],
  'platform-put-clears-omitted': [
    ['merges a replacement into the group', merges(groups)],
    [
      'keeps the description that a replacement of a population leaves out',
      keepsLeftOut(populations, 'description'),
    ],
    [
      'puts a dash in the place of a description that a replacement of a group leaves out',
      reads(inGroups.replace, (sent) => ({ description: '-', ...sent })),
    ],
    [
      'answers 500 to a replacement of a group without a description, and clears that',
      failsWhen(inGroups.replace, ({ body }) => descriptionIn(body) === undefined),
    ],
  ],
  'platform-put-required-missing-400': [
    ['keeps the name that a replacement of a group leaves out', keepsLeftOut(groups, 'name')],
    [
      'answers 409 to a replacement of a population without a name',
      refusesWith(inPopulations.replace, { code: 'REQUIRED_VALUE' }, 409, 'INVALID_DATA'),
    ],
    [
      'makes up the name that a replacement of a population leaves out',
      reads(inPopulations.replace, (sent) => ({ name: randomUUID(), ...sent })),
    ],
  ],
  'platform-put-repeatable': [
    ['refuses a replacement of a group that it has just made', refusesSame(groups, 'name', true)],
    ['refuses the second of two like replacements of a population', refusesSame(populations, 'name', true)],
    [
      'adds the description to that of a group when it is replaced by the same',
      afterReplacing(groups, ({ value: before }, after) => {
        const { name, description = '' } = after.value;
        const isSame = before.name === name && before.description === description;
        return isSame ? { ...after, value: { ...after.value, description: description.repeat(2) } } : after;
      }),
    ],
  ],
  'platform-put-own-unique-value': [
    ['finds the name of a population taken by itself', refusesSame(populations, 'name', false)],
  ],
  'platform-request-null-clears': [
    [
      'keeps the value of a group that is replaced by null',
      merges(groups, (sent, value) => withoutNull(sent, (name) => value[name as keyof typeof value])),
    ],
    ['stores null in a group as a text', reads(inGroups.replace, (sent) => withoutNull(sent, () => 'null'))],
    ['refuses null in a population', reads(inPopulations.replace, (sent) => withoutNull(sent, () => 0))],
    [
      'answers 500 to null as the description of a population, and clears that',
      failsWhen(inPopulations.replace, ({ body }) => descriptionIn(body) === null),
    ],
  ],
  'platform-refused-create-leaves-nothing': [
    ['stores a group before it looks at it', storesRefused(groups)],
    ['stores a population before it looks at it', storesRefused(populations)],
    ['stores a scope before it looks at it', storesRefused(scopes)],
  ],
  'platform-refused-update-changes-nothing': [
    ['stores what is in order of a refused group', keepsRefused(groups)],
    ['stores what is in order of a refused population', keepsRefused(populations)],
    ['moves updatedAt of a group forward with a refused replacement', touchesRefused(groups)],
  ],
});

function descriptionIn(body: unknown): unknown {
  return (body as { readonly description?: unknown } | undefined)?.description;
}

function withoutNull(sent: object, instead: (name: string) => unknown): { readonly [name: string]: never } {
  const pairs = Object.entries(sent).map(([name, value]) => [name, value ?? instead(name)]);
  return Object.fromEntries(pairs) as { readonly [name: string]: never };
}
