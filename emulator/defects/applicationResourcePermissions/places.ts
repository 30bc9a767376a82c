import { applicationPermissions } from '../../collections/applicationPermissions.ts';
import { subject } from '../rows/subject.ts';

/** Permissions of application resources. */
export const permissions = subject(applicationPermissions, 'a permission', 'permissions');

export const { at } = permissions;

/** Every operation that shows a permission of an application resource. */
export const shown = [...at.one, at.list];

/** A UUID that nothing has. */
export const nobody = '11111111-1111-4111-8111-111111111111';
