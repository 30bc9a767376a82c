import { groupMemberships } from '../../collections/groupMemberships.ts';
import { type Group, groups } from '../../collections/groups.ts';
import { users } from '../../collections/users.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { status } from '../faults/answers.ts';
import { dangles, isUuid, pretends } from '../faults/dangling.ts';
import { gives, omits } from '../faults/members.ts';
import { readsAt } from '../faults/nested.ts';
import { members } from '../faults/pages.ts';
import { doesAnyway, refusesWith } from '../faults/refusals.ts';
import { alsoRemoves } from '../faults/removal.ts';
import { afterReplacing } from '../faults/state.ts';
import { losesCreated } from '../faults/storage.ts';
import { readsText, refusesText, strips, takesCharacters } from '../faults/texts.ts';
import { accepts, refuses, thaws } from '../faults/validation.ts';
import { gone, linked, made, seen } from '../rows/standing.ts';
import { required } from '../rows/text.ts';
import { placesOf } from '../where.ts';
import { group, nobody } from './places.ts';

const { at } = group;
const membership = placesOf(groupMemberships);
const shown = [...at.one, at.list];
const unlike = /[^\p{L}\p{M}\p{N} /.'_-]/gu;

/** What a server can do wrong with groups and with who is in them. */
export const groupsDefects = defectsOf({
  'prerequisites-groups-create-201': [
    ...made(group),
    [
      'demands the population of a group',
      refuses(groups, 'population', (value) => value.population === undefined),
    ],
    ['numbers new groups', gives(at.create, 'id', 1)],
    ['creates a group in another environment', gives(at.create, 'environment.id', nobody)],
    ['writes the name of a group in capitals', readsText(at.create, 'name', (name) => name.toUpperCase())],
  ],
  'prerequisites-groups-name-required': required(group, 'name'),
  'prerequisites-groups-name-characters': [
    ['takes any character in names of groups', accepts(groups, 'name', 'INVALID_VALUE')],
    ['takes angle brackets in names of groups', takesCharacters(groups, 'name', '<>')],
    ['leaves strange characters out of names of groups', strips(at.write, 'name', unlike)],
    ['takes ASCII in names of groups only', refusesText(groups, 'name', /[^ -~]/)],
    ['takes no apostrophes in names of groups', refusesText(groups, 'name', /'/)],
    ['takes no slashes in names of groups', refusesText(groups, 'name', /\//)],
    ['takes no marks in names of groups', refusesText(groups, 'name', /\p{M}/u)],
    [
      'takes punctuation other than brackets in names of groups',
      takesCharacters(groups, 'name', '!#$%&*+,:;=?@'),
    ],
  ],
  'prerequisites-groups-optional-properties': [
    ['makes texts of the custom data of a group', readsAt(at.write, 'customData', flattened)],
    ['does not show the external id of a group', omits(shown, 'externalId')],
    ['reads a group without its user filter', omits(at.read, 'userFilter')],
    ['creates a group without its description', omits(at.create, 'description')],
    ['reads a group without its custom data', omits(at.read, 'customData')],
    [
      'refuses the external id of a group',
      refuses(groups, 'externalId', ({ externalId }) => externalId !== undefined),
    ],
    [
      'answers 202 to the create of a group with custom data',
      status(at.create, 201, 202, ({ body }) => customDataIn(body) !== undefined),
    ],
  ],
  'prerequisites-groups-population-fixed': [
    ['moves a group to another population', thaws(groups, 'population')],
    ['takes a group out of its population where it is replaced', afterReplacing(groups, outside)],
    ['answers 409 to a group in another population', refusesMoves()],
  ],
  'prerequisites-groups-read': [
    ...seen(group),
    [
      'lists groups without a population only',
      members(at.list, (all) => all.filter(({ population }) => population === undefined)),
    ],
    [
      'lists groups of populations only',
      members(at.list, (all) => all.filter(({ population }) => population !== undefined)),
    ],
    ['reads a group without its population', omits(at.read, 'population')],
  ],
  'prerequisites-groups-delete-204': [
    ...gone(group),
    ['deletes the members of a group with it', alsoRemoves(groups, removesMembers)],
  ],
  'prerequisites-groups-membership': [
    ['acknowledges a membership and does not store it', losesCreated(groupMemberships)],
    ['answers 202 to a new membership', status(membership.create, 201, 202)],
    ['lists no memberships of a user', members(membership.list, () => [])],
    ['lists memberships of a user by other ids', gives(membership.list, 'id', nobody)],
    ['does not count the members of a group', gives(at.read, 'directMemberCounts.users', 0)],
    [
      'counts the members of a group twice',
      gives(at.read, 'directMemberCounts.users', (count: number) => 2 * count),
    ],
  ],
  'prerequisites-groups-membership-unknown-group': [
    ['stores the membership of a group that does not exist', dangles(groupMemberships, isUuid)],
    ['answers 201 to the membership of an unknown group and makes none', pretends(groupMemberships, isUuid)],
    ['stores a membership of no group', dangles(groupMemberships, (id) => id === null)],
    ['refuses the membership of an unknown group, and stores it', doesAnyway(membership.create, joins)],
    [
      'answers 409 to the membership of an unknown group',
      refusesWith(membership.create, undefined, 409, 'INVALID_DATA'),
    ],
  ],
  'prerequisites-groups-links': [
    ...linked(group, 'self'),
    ...linked(group, 'self', at.list, ' of the list'),
    ...linked(group, 'self', at.read, ' of the read'),
    ['lists groups without links', omits(at.list, '_links')],
  ],
});

function customDataIn(body: unknown): unknown {
  return (body as Group | undefined)?.customData;
}

function flattened(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, JSON.stringify(value)]));
}

function outside(_before: unknown, after: Parameters<Parameters<typeof afterReplacing<Group>>[1]>[1]) {
  const { population: _, ...value } = after.value;
  return { ...after, value };
}

function refusesMoves(): Fault {
  return (parts) => {
    const immutable = [{ property: 'population', otherValue: 'refuse' }] as const;
    parts.change(groups, { immutable });
    refusesWith(at.replace, { target: 'population' }, 409, 'INVALID_DATA')(parts);
  };
}

function removesMembers(
  { id }: { readonly id: string },
  { world, ownerId }: Parameters<Parameters<typeof alsoRemoves>[1]>[1],
): void {
  for (const { parentId, value } of world.shelf<{ id: string }>(ownerId, groupMemberships.kind).all())
    if (value.id === id) world.shelf(ownerId, users.kind).remove(parentId);
}

function joins(
  { body, parameters }: Parameters<Parameters<typeof doesAnyway>[1]>[0],
  world: Parameters<Parameters<typeof doesAnyway>[1]>[1],
): void {
  const { id } = (body ?? {}) as { id?: string };
  const { environmentId = '', userId = '' } = parameters;
  world
    .shelf(environmentId, groupMemberships.kind)
    .put(world.entry(`${userId}/${id}`, userId, { id: id ?? nobody }));
}
