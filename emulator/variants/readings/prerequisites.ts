import { applications } from '../../collections/applications.ts';
import { type Group, groups } from '../../collections/groups.ts';
import { type Population, populations } from '../../collections/populations.ts';
import { resources } from '../../collections/resources.ts';
import { scopes } from '../../collections/scopes.ts';
import { signOnPolicies } from '../../collections/signOnPolicies.ts';
import { users } from '../../collections/users.ts';
import type { Fault } from '../../defects/defect.ts';
import { omits } from '../../defects/faults/members.ts';
import { shows, together } from '../../defects/faults/state.ts';
import { accepts, stores } from '../../defects/faults/validation.ts';
import { placesOf } from '../../defects/where.ts';
import type { Collection, Representation } from '../../engine/collection.ts';
import { environmentUrl } from '../../engine/place.ts';
import type { Entry } from '../../store/shelf.ts';
import { demands, demandsOfNew } from '../bodies.ts';
import type { OtherReadings } from '../variant.ts';

const THEME = '5ab94557-59c3-4afc-bbf6-046444bd04b8';

/** Other readings of what the documents of the platform say of populations, users, resources and applications. */
export const prerequisites: OtherReadings = {
  'population-members': [
    ['shows a password policy of each population, as the sample of 2022 does', showsPasswordPolicies],
    [
      'shows a language and a theme of each population and links to the theme, as the getting-started page does',
      showsThemes,
    ],
  ],
  'population-filters': [['takes no filters of populations', takesNoFilters(populations)]],
  'user-email': [['refuses users without an e-mail address', demands(users, 'email')]],
  'group-member-counts': [
    ['counts the direct members of a group as directUserCounts', countsMembers((counts) => counts)],
    [
      'counts the users of a group as directUserCounts, which is a number',
      countsMembers((counts) => (counts as { readonly users: number }).users),
    ],
  ],
  'resource-required': [
    [
      'refuses to create a resource without audience or without accessTokenValiditySeconds',
      demandsOfNew(resources, 'audience', 'accessTokenValiditySeconds'),
    ],
  ],
  'resource-type-spelling': [
    [
      'writes the type of the resource of the platform as PING_ONE_API',
      shows(resources, ({ type, ...one }) => ({
        ...one,
        type: type === 'PINGONE_API' ? 'PING_ONE_API' : type,
      })),
    ],
  ],
  'scope-mapped-claims': [
    ['refuses to create a scope without mappedClaims', demandsOfNew(scopes, 'mappedClaims')],
  ],
  'scope-name-unique': [
    ['takes each name of a scope once in an environment', uniqueInEnvironment(scopes, 'name')],
  ],
  'sign-on-policy-default': [
    [
      'shows as a text whether a sign-on policy is the default',
      shows(signOnPolicies, (one) => ({ ...one, default: String(one.default) })),
    ],
  ],
  'application-client-id': [
    ['shows no clientId of applications', shows(applications, ({ clientId: _, ...one }) => one)],
  ],
  'application-required': [
    [
      'makes a worker of an application without a type',
      together(
        accepts(applications, 'type', 'REQUIRED_VALUE'),
        stores(applications, (value) => ({ ...value, type: value.type ?? 'WORKER' })),
      ),
    ],
  ],
  'application-enabled': [
    ['refuses applications that do not say whether they are enabled', demands(applications, 'enabled')],
  ],
  'user-default-population': [
    [
      'refuses to create a user without a population, whether or not there is a default one',
      demandsOfNew(users, 'population'),
    ],
  ],
  'user-links': [
    ['links users to password.validate and not to password.check', shows(users, validatesPasswords)],
    [
      'lists users without links to their environment and population',
      together(
        omits(placesOf(users).list, '_links.environment'),
        omits(placesOf(users).list, '_links.population'),
      ),
    ],
  ],
};

/** Refuses every filter of a collection. */
function takesNoFilters<T>(collection: Collection<T>): Fault {
  return (parts) =>
    parts.change(collection as Collection<T> & object, { filters: { attributes: {}, combinators: [] } });
}

/** Lets one member of an environment alone have a value, whatever its parent. */
export function uniqueInEnvironment<T>(collection: Collection<T>, property: keyof T & string): Fault {
  return (parts) => {
    const unique = (collection.unique ?? []).map((rule) =>
      rule.target === property ? { ...rule, key: (value: T) => String(value[property]) } : rule,
    );
    parts.change(collection as Collection<T> & object, { unique });
  };
}

/** Populations that name no password policy have the one of their environment. */
function showsPasswordPolicies(parts: Parameters<Fault>[0]): void {
  const { represent } = populations;
  parts.change(populations, {
    represent: (entry, place) => {
      const shown = represent(entry, place);
      const [policy] = place.world.shelf(place.ownerId, 'passwordPolicies').all();
      return { ...shown, passwordPolicy: shown.passwordPolicy ?? (policy && { id: policy.id }) };
    },
  });
}

/** Populations that name no theme have the one of their environment, and English where they name no language. */
function showsThemes(parts: Parameters<Fault>[0]): void {
  const { represent } = populations;
  parts.change(populations, {
    represent: (entry: Entry<Population>, place) => {
      const shown = represent(entry, place);
      const theme = entry.value.theme ?? { id: THEME };
      const href = `${environmentUrl(place)}/themes/${theme.id}`;
      return {
        ...shown,
        _links: { ...(shown._links as object), theme: { href } },
        preferredLanguage: shown.preferredLanguage ?? 'en',
        theme,
      };
    },
  });
}

function countsMembers(as: (counts: unknown) => unknown): Fault {
  return shows<Group>(groups, ({ directMemberCounts, ...one }) => ({
    ...one,
    directUserCounts: as(directMemberCounts),
  }));
}

function validatesPasswords(one: Representation): Representation {
  const { 'password.check': check, ...links } = one._links as Readonly<Record<string, unknown>>;
  return { ...one, _links: { ...links, 'password.validate': check } };
}
