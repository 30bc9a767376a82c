import type { Literal } from '../filter/expression.ts';
import type { Attribute, FilterPolicy } from '../filter/policy.ts';
import type { Entry } from '../store/shelf.ts';
import { memberships } from './groupMemberships.ts';
import type { User } from './users.ts';

const textOperators = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'in', 'pr'] as const;

/** Users can be filtered by many attributes with the whole grammar, and by the groups they are in (facts 0.7). */
export const userFilters: FilterPolicy<Entry<User>> = {
  attributes: {
    id: { operators: ['eq', 'ne', 'in'], compare: 'exact', read: ({ id }) => id },
    username: textual((value) => value.username),
    email: textual((value) => value.email),
    externalId: textual((value) => member(value, 'externalId')),
    title: textual((value) => member(value, 'title')),
    nickname: textual((value) => member(value, 'nickname')),
    'name.given': textual((value) => member(value.name, 'given')),
    'name.family': textual((value) => member(value.name, 'family')),
    'name.formatted': textual((value) => member(value.name, 'formatted')),
    'population.id': {
      operators: ['eq', 'ne', 'in'],
      compare: 'exact',
      read: ({ value }) => value.population.id,
    },
    enabled: { operators: ['eq', 'ne'], compare: 'scalar', read: ({ value }) => value.enabled },
    createdAt: {
      operators: ['gt', 'ge', 'lt', 'le', 'eq'],
      compare: 'date',
      read: ({ createdAt }) => createdAt,
    },
    updatedAt: {
      operators: ['gt', 'ge', 'lt', 'le', 'eq'],
      compare: 'date',
      read: ({ updatedAt }) => updatedAt,
    },
  },
  paths: {
    memberOfGroups: {
      attributes: ['id', 'type'],
      values: function* (entry, { world, ownerId }) {
        for (const { value } of memberships(world, ownerId).below(entry.id))
          yield { id: value.id, type: 'DIRECT' };
      },
    },
  },
  combinators: ['and', 'or', 'not'],
};

function textual(read: (value: User) => Literal | undefined): Attribute<Entry<User>> {
  return { operators: textOperators, compare: 'text', read: ({ value }) => read(value) };
}

function member(value: unknown, name: string): string | undefined {
  const found = (value as { readonly [member: string]: unknown } | undefined)?.[name];
  return typeof found === 'string' ? found : undefined;
}
