import { userApplicationRoles } from '../../collections/userApplicationRoles.ts';
import { type User, users } from '../../collections/users.ts';
import type { Representation } from '../../engine/collection.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { always, status } from '../faults/answers.ts';
import {
  nothingWhenEmpty,
  numbersMembers,
  oneOf,
  renamesMembers,
  withoutLinks,
} from '../faults/documents.ts';
import { gives, misleads, omits, unlinks } from '../faults/members.ts';
import { bare } from '../faults/pages.ts';
import { shows } from '../faults/state.ts';
import { noContent, removesWith } from '../faults/statuses.ts';
import { at, nobody } from './places.ts';

const held = userApplicationRoles;

/** What a server can do wrong with how it shows the application roles of a user. */
export const shownRoles = defectsOf({
  'user-application-role-assignments-create-success': [
    ['answers 204 to the giving of a role', noContent(at.create)],
    ['answers 202 to the giving of a role', status(at.create, 201, 202)],
    ['answers the giving of a role without an id', omits(at.create, 'id')],
    ['answers the giving of a role with the id of the user', gives(at.create, 'id', userIn)],
  ],
  'user-application-role-assignments-list-200': [
    ['lists the roles of a user without a document around them', bare(at.list)],
    ['lists one role of a user alone', oneOf(at.list)],
    ['lists the roles of a user without links', withoutLinks(at.list)],
    ['answers 204 to a read of the roles of a user', always(at.list, 204)],
    ['answers 201 to a read of the roles of a user', status(at.list, 200, 201)],
  ],
  'user-application-role-assignments-delete-204': [
    ['answers 200 to the taking of a role', removesWith(at.remove, 200)],
    ['answers the taking of a role with what was taken', removesWith(at.remove, 200, true)],
    ['answers 202 to the taking of a role', removesWith(at.remove, 202)],
  ],
  'user-application-role-assignments-id-is-role-id': [
    [
      'shows the assignment as the id of a role of a user',
      shows(held, (one, { value }) => ({ ...one, id: value.assignmentId })),
    ],
    ['answers the giving of a role with an id of its own', gives(at.create, 'id', () => crypto.randomUUID())],
    ['lists the roles of a user by ids of their own', gives(at.list, 'id', () => crypto.randomUUID())],
    ['lists the user in the place of each role', gives(at.list, 'id', userIn)],
  ],
  'user-application-role-assignments-name': [
    [
      'shows the name of the user for that of a role',
      showsUser((one, { username }) => ({ ...one, name: username })),
    ],
    ['answers the giving of a role without its name', omits(at.create, 'name')],
    ['lists roles of a user without their names', omits(at.list, 'name')],
    [
      'lists the description of a role of a user as its name',
      shows(held, (one) => ({ ...one, name: one.description })),
    ],
  ],
  'user-application-role-assignments-description': [
    [
      'shows the name of a role of a user as its description',
      shows(held, (one) => ({ ...one, description: one.name })),
    ],
    ['answers the giving of a role without its description', omits(at.create, 'description')],
    ['lists roles of a user without their descriptions', omits(at.list, 'description')],
    ['lists roles of a user with empty descriptions', gives(at.list, 'description', '')],
  ],
  'user-application-role-assignments-environment-id': [
    [
      'names the population of the user as the environment',
      showsUser((one, { population }) => ({ ...one, environment: population })),
    ],
    ['answers the giving of a role without the environment', omits(at.create, 'environment')],
    ['names another environment in the giving of a role', gives(at.create, 'environment.id', nobody)],
    ['names the environment in the giving of a role by its bare id', gives(at.create, 'environment', nobody)],
  ],
  'user-application-role-assignments-list-embedded': [
    ['leaves _embedded out of a user without roles', nothingWhenEmpty(at.list)],
    ['lists the roles of a user under another name', renamesMembers(at.list, 'applicationRoles')],
    ['lists the roles of a user by number', numbersMembers(at.list)],
  ],
  'user-application-role-assignments-link-self': [
    [
      'links what was given to the role',
      misleads(at.create, 'self', (href) => href.replace(/\/users\/[^/]+/, '')),
    ],
    ['leaves the self link out of the giving of a role', unlinks(at.create, 'self')],
    [
      'links what was given to another user',
      misleads(at.create, 'self', (href) => href.replace(/(users\/)[^/]+/, `$1${nobody}`)),
    ],
    [
      'links what was given to another role',
      misleads(at.create, 'self', (href) => href.replace(/[^/]+$/, nobody)),
    ],
    [
      'links what was given to the user',
      misleads(at.create, 'self', (href) => href.replace(/\/applicationRoles.*/, '')),
    ],
  ],
  'user-application-role-assignments-link-environment': [
    ['leaves the link to the environment out of the giving of a role', unlinks(at.create, 'environment')],
    [
      'links what was given to another environment',
      misleads(at.create, 'environment', (href) => href.replace(/[^/]+$/, nobody)),
    ],
  ],
  'user-application-role-assignments-link-role': [
    [
      'links what was given to an administrator role',
      misleads(at.create, 'role', (href) => href.replace('applicationRoles', 'roles')),
    ],
    ['leaves the role link out of the giving of a role', unlinks(at.create, 'role')],
    [
      'links what was given to a role that does not exist',
      misleads(at.create, 'role', (href) => href.replace(/[^/]+$/, nobody)),
    ],
    [
      'links what was given to the collection of roles',
      misleads(at.create, 'role', (href) => href.replace(/\/[^/]+$/, '')),
    ],
    [
      'links what was given to itself in the place of the role',
      misleads(at.create, 'role', (href, { path }) => new URL(path, href).href),
    ],
  ],
});

function userIn(_id: string, { path }: { readonly path: string }): string | undefined {
  return path.split('/')[5];
}

function showsUser(as: (one: Representation, user: User) => Representation): Fault {
  return (parts) => {
    const { represent } = held;
    parts.change(held, {
      represent: (entry, place) => {
        const user = place.world.shelf<User>(place.ownerId, users.kind).get(entry.parentId);
        const one = represent(entry, place);
        return user === undefined ? one : as(one, user.value);
      },
    });
  };
}
