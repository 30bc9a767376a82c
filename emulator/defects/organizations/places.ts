import { organizations } from '../../collections/organizations.ts';
import { placesOf } from '../where.ts';

export { organizations };

const { list, read, create, replace, remove } = placesOf(organizations);

/** Reads, and the writes that are not offered. */
export const at = { list, read, create, replace, remove, patch: replace.replace('PUT', 'PATCH') };

/** Every operation that shows an organization. */
export const shown = [list, read];

/** A UUID that nothing has. */
export const nobody = '11111111-1111-4111-8111-111111111111';
