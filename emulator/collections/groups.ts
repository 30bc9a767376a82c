import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl } from '../engine/place.ts';
import type { World } from '../store/world.ts';
import { anyObject, freeText } from '../validation/checks.ts';
import { invalid } from '../validation/faults.ts';
import { mandatory, object, optional, reference } from '../validation/model.ts';
import { wordText } from '../validation/wordText.ts';
import { memberships } from './groupMemberships.ts';

/** A group (facts 5). */
export type Group = {
  readonly name: string;
  readonly description?: string;
  readonly displayName?: string;
  readonly population?: { readonly id: string };
  readonly userFilter?: string;
  readonly externalId?: string;
  readonly customData?: { readonly [member: string]: unknown };
};

/** ~/groups. */
export const groups: Collection<Group> = {
  kind: 'groups',
  path: '/environments/:environmentId/groups',
  item: 'groupId',
  family: 'group',
  verbs: ['list', 'create', 'read', 'replace', 'remove'],
  model: object({
    name: mandatory(wordText()),
    description: optional(freeText),
    displayName: optional(freeText),
    population: optional(reference),
    userFilter: optional(freeText),
    externalId: optional(freeText),
    customData: optional(anyObject),
  }),
  immutable: [{ property: 'population', otherValue: 'keep' }],
  verify: ({ value, previous, place: { world, ownerId } }, faults) => {
    if (previous !== undefined || value.population === undefined) return;
    if (!world.shelf(ownerId, 'populations').has(value.population.id))
      faults.push(invalid('population.id', 'The population does not exist.'));
  },
  removed: ({ id }, { world, ownerId }) => {
    const shelf = memberships(world, ownerId);
    for (const membership of [...shelf.all()]) if (membership.value.id === id) shelf.remove(membership.id);
  },
  represent: ({ id, value, createdAt, updatedAt }, place) => ({
    _links: links({ self: `${place.url}/${id}`, environment: environmentUrl(place) }),
    id,
    environment: { id: place.ownerId },
    name: value.name,
    description: value.description,
    displayName: value.displayName,
    population: value.population,
    userFilter: value.userFilter,
    externalId: value.externalId,
    customData: value.customData,
    directMemberCounts: { users: membersOf(place.world, place.ownerId, id), groups: 0 },
    createdAt,
    updatedAt,
  }),
  filters: {
    attributes: {
      id: { operators: ['eq'], compare: 'exact', read: ({ id }) => id },
      name: { operators: ['eq', 'sw', 'co'], compare: 'text', read: ({ value }) => value.name },
      externalId: { operators: ['eq'], compare: 'exact', read: ({ value }) => value.externalId },
      'population.id': { operators: ['eq'], compare: 'exact', read: ({ value }) => value.population?.id },
    },
    combinators: ['and', 'or'],
  },
};

function membersOf(world: World, environmentId: string, groupId: string): number {
  let count = 0;
  for (const { value } of memberships(world, environmentId).all()) if (value.id === groupId) count++;
  return count;
}
