import type { Resource } from '../fixtures/resource.ts';
import type { Made, Scope } from '../fixtures/scope.ts';
import { applicationRoles } from './applicationRoles.ts';
import { nextId, severalIds } from './inTurn.ts';
import { environmentLink } from './paths.ts';
import { users } from './users.ts';

const SAMPLE = 'the sample links to the collection in place of the member; an own row accepts either';
const TABLE = 'the page lists no 403; an own row accepts 401 and 404 as well';

/** The application roles that a user has; each is given by its id and keeps it (facts 4.12). */
export const userApplicationRoleAssignments: Resource = {
  name: 'userApplicationRoleAssignments',
  model: 'UserApplicationRole',
  embedded: 'roles',
  operations: {
    create: 'userApplicationRoles.create',
    list: 'userApplicationRoles.list',
    delete: 'userApplicationRoles.delete',
  },
  parent: users,
  arrange: async (scope) => {
    const user = await scope.create(users);
    const ids = await severalIds(() => scope.create(applicationRoles));
    return { collection: `${user.path}/applicationRoles`, ids };
  },
  body: nextId,
  full: nextId,
  changed: nextId,
  naming: 'id',
  links: {
    environment: environmentLink,
    role: {
      path: ({ path }) => path.replace(/\/users\/[^/]+/, ''),
      followable: true,
    },
  },
  references: { id: { bodyWith: (_scope, _given, id) => ({ id }), resource: applicationRoles } },
  dated: false,
  also: {
    'platform-read-all-200': ['user-application-role-assignments-list-200'],
    'platform-delete-204': ['user-application-role-assignments-delete-204'],
    'platform-delete-empty-body': ['user-application-role-assignments-delete-204'],
    'platform-delete-twice-404': ['user-application-role-assignments-remove-twice'],
    'platform-collection-embedded-key': ['user-application-role-assignments-list-embedded'],
    'platform-read-all-empty-200': ['user-application-role-assignments-list-embedded'],
    'platform-links-environment': ['user-application-role-assignments-link-environment'],
  },
  except: {
    'platform-create-201': 'the sample answers 200; an own row accepts either',
    'platform-id-unique': 'the id is that of the role',
    'platform-links-self': SAMPLE,
    'platform-links-collection-item-self': SAMPLE,
    'platform-authorization-missing-role-403': TABLE,
    'platform-authorization-read-only-role': TABLE,
  },
};

/** Gives a role to a user. @throws Blocked when it is not accepted */
export function giveRole(scope: Scope, user: Pick<Made, 'path'>, role: Pick<Made, 'id'>) {
  const given = { collection: `${user.path}/applicationRoles`, ids: {} };
  return scope.create(userApplicationRoleAssignments, { given, body: { id: role.id } });
}
