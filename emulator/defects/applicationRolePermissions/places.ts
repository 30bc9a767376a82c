import { applicationPermissions } from '../../collections/applicationPermissions.ts';
import { applicationRolePermissions } from '../../collections/applicationRolePermissions.ts';
import { placesOf } from '../where.ts';

export const at = placesOf(applicationRolePermissions);

/** Every operation that shows a permission of a role. */
export const shown = [at.create, at.list, at.read];

/** The permissions themselves, below their application resource. */
export const source = placesOf(applicationPermissions);

/** A UUID that nothing has. */
export const nobody = '11111111-1111-4111-8111-111111111111';
