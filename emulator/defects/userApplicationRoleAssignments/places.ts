import { userApplicationRoles } from '../../collections/userApplicationRoles.ts';
import { placesOf } from '../where.ts';

export const at = placesOf(userApplicationRoles);

/** Every operation that shows a role of a user. */
export const shown = [at.create, at.list, at.read];

/** A UUID that nothing has. */
export const nobody = '11111111-1111-4111-8111-111111111111';
