import { type RoleHolder, roleHolders } from '../collections/applicationRoleHolders.ts';
import { userApplicationRoles } from '../collections/userApplicationRoles.ts';
import type { Entry } from '../store/shelf.ts';
import { assignments, nobody, users } from './applicationRoles/places.ts';
import { defectsOf, type Fault } from './defect.ts';
import { always, status } from './faults/answers.ts';
import { nothingWhenEmpty, numbersMembers, oneOf, renamesMembers, withoutLinks } from './faults/documents.ts';
import { asAssignment, asUser, stillTells, tellsLate } from './faults/holding.ts';
import { gives, omits } from './faults/members.ts';
import { bare, members } from './faults/pages.ts';

type Json = Record<string, unknown>;

/** What a server can do wrong with the assignments of an application role, seen from the role. */
export const applicationRoleAssignmentsDefects = defectsOf({
  'application-role-assignments-list-200': [
    [
      'does not serve the assignments of a role',
      always(assignments, 404, { code: 'NOT_FOUND', message: 'No.' }),
    ],
    [
      'does not list the assignments of a role',
      always(assignments, 405, { code: 'INVALID_REQUEST', message: 'No.' }),
    ],
    ['lists the assignments of a role without a document around them', bare(assignments)],
    ['lists one assignment of a role alone', oneOf(assignments)],
    ['lists the assignments of a role without links', withoutLinks(assignments)],
    ['answers 204 to a read of the assignments of a role', always(assignments, 204)],
    ['answers 206 to a read of the assignments of a role', status(assignments, 200, 206)],
  ],
  'application-role-assignments-contains-assigned': [
    ['keeps assignments of roles that were taken', stillTells(assignments, asAssignment)],
    ['keeps users and assignments of roles that were taken', keepsBoth()],
    ['does not list new assignments of a role', members(assignments, () => [])],
    ['lists each assignment of a role twice', members(assignments, (all) => [...all, ...all])],
    ['lists assignments of a role from the second read on', tellsLate(assignments)],
  ],
  'application-role-assignments-one-per-user': [
    ['lists the newest assignment of a role only', members(assignments, (all) => all.slice(-1))],
    ['lists the oldest assignment of a role only', members(assignments, (all) => all.slice(0, 1))],
    ['lists two assignments of a role', members(assignments, (all) => all.slice(0, 2))],
    [
      'lists the same user in each assignment of a role',
      members(assignments, (all) => all.map((one) => ({ ...one, subject: all[0]?.subject }))),
    ],
    [
      'lists the first assignment of a role in the place of the second',
      members(assignments, (all) => all.map((one, index) => (index === 1 ? (all[0] ?? one) : one))),
    ],
  ],
  'application-role-assignments-own-role-only': [
    ['lists the assignments of all roles below each', lists((all) => all)],
    [
      'lists the assignments of the newest role below each',
      lists((all) => all.filter((one) => one.parentId === all.at(-1)?.parentId)),
    ],
    [
      'lists the assignments of the oldest role below each',
      lists((all) => all.filter((one) => one.parentId === all[0]?.parentId)),
    ],
    ['lists the assignments of other roles behind those of each', addsOthers()],
  ],
  'application-role-assignments-id': [
    ['lists assignments of a role without ids', omits(assignments, 'id')],
    ['lists assignments of a role with empty ids', gives(assignments, 'id', '')],
    ['numbers the assignments of a role', gives(assignments, 'id', () => 7)],
    [
      'lists the first assignment of a role without an id',
      members(assignments, (all) => all.map(({ id, ...one }, index) => (index === 0 ? one : { id, ...one }))),
    ],
  ],
  'application-role-assignments-id-unique': [
    [
      'takes the id of the role for those of its assignments',
      gives(assignments, 'id', (_id: string, { path }) => path.split('/')[5]),
    ],
    ['gives every assignment of a role the same id', gives(assignments, 'id', nobody)],
  ],
  'application-role-assignments-role': [
    ['shows the role of an assignment as a text', gives(assignments, 'role', 'CEO')],
    [
      'shows the role of an assignment by its bare id',
      gives(assignments, 'role', ({ id }: { id: string }) => id),
    ],
    ['shows the role of an assignment as a list', gives(assignments, 'role', (role: Json) => [role])],
    ['lists assignments without their role', omits(assignments, 'role')],
    ['lists assignments with null for their role', gives(assignments, 'role', () => null)],
  ],
  'application-role-assignments-role-identifies': [
    ['shows another role in the assignments of a role', gives(assignments, 'role.id', nobody)],
    [
      'shows the user as the role of an assignment',
      members(assignments, (all) => all.map((one) => ({ ...one, role: one.subject }))),
    ],
  ],
  'application-role-assignments-subject': [
    ['shows the subject of an assignment as a text', gives(assignments, 'subject', 'ann')],
    [
      'shows the subject of an assignment by its bare id',
      gives(assignments, 'subject', ({ id }: { id: string }) => id),
    ],
    [
      'shows the subject of an assignment as a list',
      gives(assignments, 'subject', (subject: Json) => [subject]),
    ],
    ['lists assignments without their subject', omits(assignments, 'subject')],
  ],
  'application-role-assignments-subject-identifies': [
    [
      'shows the role as the subject of its assignments',
      members(assignments, (all) => all.map((one) => ({ ...one, subject: one.role }))),
    ],
    ['shows another subject in the assignments of a role', gives(assignments, 'subject.id', nobody)],
    [
      'shows the id of an assignment as that of its subject',
      members(assignments, (all) => all.map((one) => ({ ...one, subject: { id: one.id } }))),
    ],
  ],
  'application-role-assignments-list-embedded': [
    ['leaves _embedded out of a role without assignments', nothingWhenEmpty(assignments)],
    ['lists the assignments of a role under another name', renamesMembers(assignments)],
    ['lists the assignments of a role as its users', renamesMembers(assignments, 'users')],
    ['lists the assignments of a role by number', numbersMembers(assignments)],
  ],
  'application-role-assignments-agrees-with-users': [
    ['keeps assignments of a role whose users are gone', stillTells(assignments, asAssignment)],
    ['keeps users of a role whose assignments are gone', stillTells(users.list, asUser)],
    [
      'lists the assignment that is gone in the place of another one',
      stillTells(assignments, asAssignment, true),
    ],
    ['lists the user who is gone in the place of another one', stillTells(users.list, asUser, true)],
  ],
});

function keepsBoth(): Fault {
  return (parts) => parts.change(userApplicationRoles, { removed: () => {} });
}

/** Lists assignments that are chosen from all of the environment. */
function lists(choose: (all: readonly Entry<RoleHolder>[]) => readonly Entry<RoleHolder>[]): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    members(assignments, (_all, { path }) =>
      choose([...roleHolders(world, path.split('/')[3] ?? '').all()]).map(({ parentId, value }) => ({
        id: value.assignmentId,
        role: { id: parentId },
        subject: { id: value.id },
      })),
    )(parts);
  };
}

/** Lists its own assignments first, so that the beginning of the list is right. */
function addsOthers(): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    members(assignments, (all, { path }) => {
      const roleId = path.split('/')[5];
      const others = [...roleHolders(world, path.split('/')[3] ?? '').all()].filter(
        ({ parentId }) => parentId !== roleId,
      );
      const shown = others.map(({ parentId, value }) => ({
        id: value.assignmentId,
        role: { id: parentId },
        subject: { id: value.id },
      }));
      return [...all, ...shown];
    })(parts);
  };
}
