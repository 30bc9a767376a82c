import type { RoleHolder } from '../../collections/applicationRoleHolders.ts';
import { applicationRoleUsers } from '../../collections/applicationRoleUsers.ts';
import { userApplicationRoles } from '../../collections/userApplicationRoles.ts';
import { users as people } from '../../collections/users.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { always, status } from '../faults/answers.ts';
import { oneOf, withoutLinks } from '../faults/documents.ts';
import { gives, omits } from '../faults/members.ts';
import { bare, members } from '../faults/pages.ts';
import { refusesWith } from '../faults/refusals.ts';
import { mixes, ofHolder } from '../faults/ties.ts';
import { users } from './places.ts';

const holders = applicationRoleUsers;
const missing = { code: 'NOT_FOUND', message: 'Nothing was found.' };

/** What a server can do wrong with who has an application role. */
export const roleUsers = defectsOf({
  'application-roles-users-list-200': [
    ['does not serve the users of an application role', always(users.list, 404, missing)],
    [
      'does not list the users of an application role',
      always(users.list, 405, { ...missing, code: 'INVALID_REQUEST' }),
    ],
    ['lists the users of an application role without a document around them', bare(users.list)],
    ['answers 204 to a read of the users of an application role', always(users.list, 204)],
    ['lists one user of an application role alone', oneOf(users.list)],
    ['lists the users of an application role without links', withoutLinks(users.list)],
    ['answers 202 to a read of the users of an application role', status(users.list, 200, 202)],
  ],
  'application-roles-users-contains-assigned': [
    ['keeps among its users who no longer has the application role', keepsHolder()],
    ['does not list who was given the application role', missesHolder()],
    ['lists who was given the application role twice', listsTwice()],
    ['lists who was given the application role from the second list on', listsLate()],
  ],
  'application-roles-users-own-role-only': [
    ['lists the users of all application roles below each', mixes(holders)],
    ['lists the users of the newest application role below each', mixes(holders, ofHolder(-1))],
    ['lists the users of the oldest application role below each', mixes(holders, ofHolder(0))],
    ['lists the users of other application roles behind those of each', addsOthers()],
  ],
  'application-roles-users-item-identifies-user': [
    [
      'shows the role in the place of each of its users',
      gives(users.list, 'id', (_id, { path }) => path.split('/')[5]),
    ],
    ['shows users of an application role without any id', omits(users.list, 'id')],
    [
      'shows the id of the assignment for each user of an application role',
      gives(users.list, 'id', () => crypto.randomUUID()),
    ],
    ['shows all users of an application role as the first one', sameUser()],
  ],
  'application-roles-user-read-200': [
    ['finds no user of an application role by id', always(users.read, 404, missing)],
    ['answers 202 to the read of a user of an application role', status(users.read, 200, 202)],
    ['reads another user of an application role', readsAnother()],
    ['reads a user of an application role without an id', omits(users.read, 'id')],
    ['reads a user of an application role as a list', always(users.read, 200, { _embedded: { users: [] } })],
  ],
  'application-roles-user-read-unassigned': [
    ['finds every user below every application role', findsAnybody()],
    [
      'answers 400 for a user without the application role',
      refusesWith(users.read, undefined, 400, 'INVALID_DATA'),
    ],
    [
      'answers 403 for a user without the application role',
      refusesWith(users.read, undefined, 403, 'ACCESS_FAILED'),
    ],
    [
      'tells no code for a user without the application role',
      refusesWith(users.read, undefined, 404, 'REQUEST_FAILED'),
    ],
    ['answers 200 with nothing for a user without the application role', answersEmpty()],
  ],
});

function keepsHolder(): Fault {
  return (parts) => parts.change(userApplicationRoles, { removed: () => {} });
}

function missesHolder(): Fault {
  return (parts) => parts.change(userApplicationRoles, { stored: () => {} });
}

function listsTwice(): Fault {
  return members(users.list, (list) => list.flatMap((one) => [one, one]));
}

/** A user stands in the list once somebody has looked. */
function listsLate(): Fault {
  return (parts) => {
    const seen = new Set<string>();
    members(users.list, (list, { path }) => {
      const known = seen.has(path);
      seen.add(path);
      return known ? list : [];
    })(parts);
  };
}

function sameUser(): Fault {
  return members(users.list, (list) => list.map((one) => ({ ...one, id: list[0]?.id })));
}

function readsAnother(): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.request(users.read, (request, { parameters }) => {
      const shelf = world.shelf<{ id: string }>(parameters.environmentId ?? '', holders.kind);
      const all = [...shelf.below(parameters.applicationRoleId ?? '')].map(({ value }) => value.id);
      const other = all.find((id) => id !== parameters.userId);
      if (all.includes(parameters.userId ?? '') && other !== undefined)
        (request.params as Record<string, string>).userId = other;
    });
  };
}

function findsAnybody(): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.refused(users.read, (_problem, { parameters }) => {
      const user = world.shelf(parameters.environmentId ?? '', people.kind).get(parameters.userId ?? '');
      return user && { status: 200, body: { id: user.id } };
    });
  };
}

function answersEmpty(): Fault {
  return (parts) =>
    parts.refused(users.read, ({ status }) => (status === 404 ? { status: 200, body: {} } : undefined));
}

/** Lists its own users first, so that the beginning of the list is right. */
function addsOthers(): Fault {
  return (parts) =>
    parts.change(holders, {
      members: ({ world, ownerId, parentId }) => {
        const all = [...world.shelf<RoleHolder>(ownerId, holders.kind).all()];
        const isOwn = (one: (typeof all)[number]) => one.parentId === parentId;
        return [...all.filter(isOwn), ...all.filter((one) => !isOwn(one))];
      },
    });
}
