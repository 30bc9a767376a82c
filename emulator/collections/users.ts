import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl, type Place } from '../engine/place.ts';
import { anyObject, flag, freeText, text } from '../validation/checks.ts';
import { invalid, required } from '../validation/faults.ts';
import { mandatory, object, optional, reference } from '../validation/model.ts';
import { removeRolesOfUser } from './applicationRoleHolders.ts';
import { memberships } from './groupMemberships.ts';
import { defaultPopulation } from './populations.ts';
import { userFilters } from './userFilters.ts';

/** A user (facts 5). */
export type User = {
  readonly username: string;
  readonly email?: string;
  readonly population: { readonly id: string };
  readonly enabled: boolean;
  readonly [member: string]: unknown;
};

/** Shelf of the platform's roles that users have. */
export const userRoleAssignments = 'userRoleAssignments';

const name = object({
  given: optional(freeText),
  family: optional(freeText),
  middle: optional(freeText),
  formatted: optional(freeText),
  honorificPrefix: optional(freeText),
  honorificSuffix: optional(freeText),
});

const profile = {
  name: optional(name),
  title: optional(freeText),
  nickname: optional(freeText),
  type: optional(freeText),
  accountId: optional(freeText),
  externalId: optional(freeText),
  primaryPhone: optional(freeText),
  mobilePhone: optional(freeText),
  locale: optional(freeText),
  preferredLanguage: optional(freeText),
  timezone: optional(freeText),
  address: optional(anyObject),
  photo: optional(anyObject),
};

/** ~/users. A user lies below the environment and names its population as a property. */
export const users: Collection<User> = {
  kind: 'users',
  path: '/environments/:environmentId/users',
  item: 'userId',
  family: 'user',
  verbs: ['list', 'create', 'read', 'replace', 'patch', 'remove'],
  alsoAccepts: ['application/vnd.pingidentity.user.import+json'],
  model: object({
    username: mandatory(text({ longest: 128 })),
    email: optional(text({ pattern: /^[^\s@]+@[^\s@]+$/, says: 'The value must be an e-mail address.' })),
    population: optional(reference),
    enabled: optional(flag),
    ...profile,
  }),
  unique: [
    {
      target: 'username',
      key: ({ username }) => username,
      message: 'A user with the specified username already exists',
    },
  ],
  immutable: [{ property: 'population', otherValue: 'keep' }],
  verify: ({ value, place: { world, ownerId } }, faults) => {
    if (value.population === undefined && defaultPopulation(world, ownerId) === undefined)
      faults.push(required('population', 'There is no default population, so one must be named.'));
    if (value.population !== undefined && !world.shelf(ownerId, 'populations').has(value.population.id))
      faults.push(invalid('population.id', 'The population does not exist.'));
  },
  complete: ({ value, previous, place: { world, ownerId } }) => ({
    ...value,
    population: value.population ?? { id: defaultPopulation(world, ownerId) ?? '' },
    enabled: value.enabled ?? previous?.value.enabled ?? true,
  }),
  removed: ({ id }, place) => {
    const shelf = memberships(place.world, place.ownerId);
    for (const membership of [...shelf.below(id)]) shelf.remove(membership.id);
    removeRolesOfUser(id, place);
    const assignments = place.world.shelf(place.ownerId, userRoleAssignments);
    for (const assignment of [...assignments.below(id)]) assignments.remove(assignment.id);
  },
  represent: ({ id, value, createdAt, updatedAt }, place) => {
    const { username, email, population, enabled, ...others } = value;
    return {
      _links: userLinks(`${place.url}/${id}`, place, population.id),
      id,
      environment: { id: place.ownerId },
      account: { canAuthenticate: enabled, status: 'OK' },
      createdAt,
      email,
      enabled,
      identityProvider: { type: 'PING_ONE' },
      lifecycle: { status: 'ACCOUNT_OK' },
      mfaEnabled: false,
      ...others,
      population,
      updatedAt,
      username,
      verifyStatus: 'NOT_INITIATED',
    };
  },
  filters: userFilters,
  populationOf: ({ value }) => value.population.id,
};

function userLinks(self: string, place: Place, populationId: string) {
  const environment = environmentUrl(place);
  return links({
    self,
    environment,
    population: `${environment}/populations/${populationId}`,
    devices: `${self}/devices`,
    roleAssignments: `${self}/roleAssignments`,
    password: `${self}/password`,
    'password.reset': `${self}/password`,
    'password.set': `${self}/password`,
    'password.check': `${self}/password`,
    'password.recover': `${self}/password`,
    linkedAccounts: `${self}/linkedAccounts`,
    'account.sendVerificationCode': self,
    memberOfGroups: `${self}/memberOfGroups`,
  });
}
