import { applicationRoles } from '../../collections/applicationRoles.ts';
import { applicationRoleUsers } from '../../collections/applicationRoleUsers.ts';
import { subject } from '../rows/subject.ts';
import { placesOf } from '../where.ts';

/** Application roles, as defects of many collections tell of them. */
export const roles = subject(applicationRoles, 'an application role', 'application roles');

export const { at } = roles;

/** Every operation that shows a role. */
export const shown = [...at.one, at.list];

/** The users of a role, all and one. */
export const users = placesOf(applicationRoleUsers);

/** The assignments of a role. */
export const assignments = `GET ${applicationRoles.path}/:${applicationRoles.item}/assignments`;

/** The permissions of a role. */
export const permissions = `GET ${applicationRoles.path}/:${applicationRoles.item}/permissions`;

/** A UUID that nothing has. */
export const nobody = '11111111-1111-4111-8111-111111111111';
