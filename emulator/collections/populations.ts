import type { Collection } from '../engine/collection.ts';
import { clearOtherDefaults } from '../engine/exclusiveDefault.ts';
import { links } from '../engine/links.ts';
import { environmentUrl } from '../engine/place.ts';
import type { World } from '../store/world.ts';
import { flag, freeText, list, text } from '../validation/checks.ts';
import { constraint, invalid } from '../validation/faults.ts';
import { mandatory, object, optional, reference } from '../validation/model.ts';
import type { User } from './users.ts';

/** A population (facts 5). */
export type Population = {
  readonly name: string;
  readonly description?: string;
  readonly default: boolean;
  readonly passwordPolicy?: { readonly id: string };
  readonly theme?: { readonly id: string };
  readonly preferredLanguage?: string;
  readonly alternativeIdentifiers?: readonly string[];
};

/** ~/populations. */
export const populations: Collection<Population> = {
  kind: 'populations',
  path: '/environments/:environmentId/populations',
  item: 'populationId',
  family: 'population',
  verbs: ['list', 'create', 'read', 'replace', 'remove'],
  model: object({
    name: mandatory(text()),
    description: optional(freeText),
    default: optional(flag, false),
    passwordPolicy: optional(reference),
    theme: optional(reference),
    preferredLanguage: optional(text()),
    alternativeIdentifiers: optional(list(text(), { mayBeEmpty: true })),
  }),
  unique: [
    { target: 'name', key: ({ name }) => name, message: 'A resource with the specified name already exists' },
  ],
  verify: ({ value, place: { world, ownerId } }, faults) => {
    const { passwordPolicy } = value;
    if (passwordPolicy !== undefined && !world.shelf(ownerId, 'passwordPolicies').has(passwordPolicy.id))
      faults.push(invalid('passwordPolicy.id', 'The password policy does not exist.'));
  },
  stored: (entry, place) => clearOtherDefaults(populations, entry, place),
  keep: ({ id, value }, { world, ownerId }) => {
    if (value.default) return constraint('default', 'The default population cannot be deleted.');
    if (world.shelf(ownerId, 'populations').size === 1)
      return constraint('environment', 'An environment must contain at least one population.');
    return usersIn(world, ownerId, id) > 0
      ? constraint('userCount', 'The population has users and cannot be deleted.')
      : undefined;
  },
  represent: ({ id, value, createdAt, updatedAt }, place) => ({
    _links: links({ self: `${place.url}/${id}`, environment: environmentUrl(place) }),
    id,
    environment: { id: place.ownerId },
    name: value.name,
    description: value.description,
    userCount: usersIn(place.world, place.ownerId, id),
    createdAt,
    updatedAt,
    preferredLanguage: value.preferredLanguage,
    alternativeIdentifiers: value.alternativeIdentifiers,
    passwordPolicy: value.passwordPolicy,
    theme: value.theme,
    default: value.default,
  }),
  filters: {
    attributes: {
      name: { operators: ['sw'], compare: 'text', read: ({ value }) => value.name },
      id: { operators: ['eq'], compare: 'exact', read: ({ id }) => id },
    },
    combinators: [],
  },
  populationOf: ({ id }) => id,
};

/** The population that users without one of their own choice join. */
export function defaultPopulation(world: World, environmentId: string): string | undefined {
  for (const { id, value } of world.shelf<Population>(environmentId, 'populations').all())
    if (value.default) return id;
  return undefined;
}

function usersIn(world: World, environmentId: string, populationId: string): number {
  let count = 0;
  for (const { value } of world.shelf<User>(environmentId, 'users').all())
    if (value.population.id === populationId) count++;
  return count;
}
