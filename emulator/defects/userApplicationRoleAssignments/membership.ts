import { removeEntriesOfRole } from '../../collections/applicationRoleEntries.ts';
import type { HeldRole } from '../../collections/applicationRoleHolders.ts';
import { applicationRoles } from '../../collections/applicationRoles.ts';
import { userApplicationRoles } from '../../collections/userApplicationRoles.ts';
import { users } from '../../collections/users.ts';
import { failsAtSecond } from '../applicationRolePermissions/returning.ts';
import { assignments, users as roleUsers } from '../applicationRoles/places.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { asAssignment, asRole, asUser, stillTells, tellsLate } from '../faults/holding.ts';
import { members } from '../faults/pages.ts';
import { refusesWith } from '../faults/refusals.ts';
import { failsWhen } from '../faults/replies.ts';
import { removesAlways } from '../faults/statuses.ts';
import { keepsDeleted, losesCreated } from '../faults/storage.ts';
import { loosensAnother, loosensLoose, repeats, repeatsRefused, toggles } from '../faults/tieRequests.ts';
import {
  atMost,
  loosens,
  mixes,
  ofHolder,
  oneHolder,
  onLoosening,
  onTie,
  sameHolder,
  sameThing,
} from '../faults/ties.ts';
import { at } from './places.ts';

const held = userApplicationRoles;
const taken = { code: 'UNIQUENESS_VIOLATION' };

/** What a server can do wrong with which application roles a user has. */
export const membership = defectsOf({
  'user-application-role-assignments-assign-then-list': [
    ['lists the last role of a user only', members(at.list, (all) => all.slice(-1))],
    ['lists the first role of a user only', members(at.list, (all) => all.slice(0, 1))],
    ['lists each role of a user twice', members(at.list, (all) => [...all, ...all])],
    ['forgets a role that was given to a user', losesCreated(held)],
    ['lists a role of a user from the second read on', tellsLate(at.list)],
  ],
  'user-application-role-assignments-remove-then-gone': [
    ['keeps a role that was taken from a user', keepsDeleted(held)],
    ['takes all roles from a user at once', onLoosening(held, loosens(held, sameHolder))],
    ['takes the oldest role from a user, whichever is named', loosensAnother(held, ([first]) => first)],
    ['takes the newest role from a user, whichever is named', loosensAnother(held, (all) => all.at(-1))],
  ],
  'user-application-role-assignments-remove-keeps-role': [
    ['deletes a role that is taken from a user', deletes(applicationRoles.kind, 'role')],
    ['deletes a user whose role is taken', deletes(users.kind, 'user')],
  ],
  'user-application-role-assignments-remove-twice': [
    ['takes from a user whatever role the user does not have', removesAlways(at.remove)],
    ['takes from a user a role that the user never had', loosensLoose(held, (before) => !before)],
    ['takes a role from a user twice', loosensLoose(held, (before) => before)],
    ['answers 400 to a second taking of a role', refusesWith(at.remove, undefined, 400, 'REQUEST_FAILED')],
    ['answers 410 to a second taking of a role', refusesWith(at.remove, undefined, 410, 'NOT_FOUND')],
    [
      'tells another code of a second taking of a role',
      refusesWith(at.remove, undefined, 404, 'INVALID_DATA'),
    ],
  ],
  'user-application-role-assignments-several-roles': [
    ['lets a user have one role, the last one', onTie(held, loosens(held, sameHolder))],
    ['gives a user one role', atMost(held, 1)],
    ['gives a user two roles', atMost(held, 2)],
    ['lists two roles of a user', members(at.list, (all) => all.slice(0, 2))],
    ['fails at the second role of a user, and gives it', failsAtSecond(at.create)],
  ],
  'user-application-role-assignments-several-users': [
    ['gives a role to one user', oneHolder(held)],
    ['moves a role to the user whom it is given last', onTie(held, loosens(held, sameThing))],
    ['fails at the second user of a role, and gives it', failsAtShared()],
  ],
  'user-application-role-assignments-assign-twice': [
    ['lists a role twice that is given twice', repeats(held)],
    ['takes a role that is given again', toggles(held)],
    ['refuses to give a role again, and lists it twice', repeatsRefused(held)],
    ['answers 409 to a role that is given again', refusesWith(at.create, taken, 409, 'INVALID_DATA')],
    ['fails at a role that is given again', refusesWith(at.create, taken, 500, 'UNEXPECTED_ERROR')],
  ],
  'user-application-role-assignments-own-user-only': [
    ['lists the roles of all users below each', mixes(held)],
    ["lists the environment's roles below each user", listsAllRoles()],
    ['lists the roles of the first user below each', mixes(held, ofHolder(0))],
    ['lists the roles of the last user below each', mixes(held, ofHolder(-1))],
  ],
  'user-application-role-assignments-agrees-with-role': [
    ['keeps the users of a role that was taken from them', stillTells(roleUsers.list, asUser)],
    ['keeps the assignments of a role that was taken from users', stillTells(assignments, asAssignment)],
    ['keeps the roles of users from whom they were taken', stillTells(at.list, asRole)],
    [
      'lists a user who no longer has a role in the place of another one',
      stillTells(roleUsers.list, asUser, true),
    ],
    [
      'lists an assignment that is gone in the place of another one',
      stillTells(assignments, asAssignment, true),
    ],
    ['lists the users of a role from the second read on', tellsLate(roleUsers.list)],
    ['does not tell a role who was given it', (parts) => parts.change(held, { stored: () => {} })],
    [
      'keeps deleted users in the lists of their roles',
      (parts) => parts.change(users, { removed: () => {} }),
    ],
    ['keeps deleted roles in the lists of their users', keepsRoles()],
    ['lists a role with the user who got it first only', listsWithFirst()],
  ],
});

function deletes(kind: string, side: 'role' | 'user'): Fault {
  return onLoosening(held, ({ parentId, value }, { world, ownerId }) =>
    world.shelf(ownerId, kind).remove(side === 'role' ? value.id : parentId),
  );
}

function listsAllRoles(): Fault {
  return (parts) =>
    parts.change(held, {
      members: ({ world, ownerId }) =>
        [...world.shelf(ownerId, applicationRoles.kind).all()].map((role) => ({
          ...role,
          value: { id: role.id, assignmentId: role.id },
        })),
    });
}

/** The id of a role that is gone stays with the users who had it. */
function keepsRoles(): Fault {
  return (parts) =>
    parts.change(applicationRoles, {
      removed: ({ id }, { world, ownerId }) => removeEntriesOfRole(world, ownerId, id),
    });
}

function failsAtShared(): Fault {
  return (parts) => {
    const given = new Set<unknown>();
    failsWhen(at.create, ({ body }, { status }) => {
      const { id } = (body ?? {}) as { id?: unknown };
      const isSecond = status < 300 && given.has(id);
      if (status < 300) given.add(id);
      return isSecond;
    })(parts);
  };
}

function listsWithFirst(): Fault {
  return (parts) =>
    parts.change(held, {
      members: ({ world, ownerId, parentId }) => {
        const all = [...world.shelf<HeldRole>(ownerId, held.kind).all()];
        return all.filter(
          (one) => one.parentId === parentId && all.find((other) => sameThing(one, other)) === one,
        );
      },
    });
}
