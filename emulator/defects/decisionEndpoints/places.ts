import { decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import { placesOf } from '../where.ts';

export const at = placesOf(decisionEndpoints);

/** Every operation that shows an endpoint. */
export const shown = [...at.one, at.list];

/** A UUID that nothing has. */
export const nobody = '11111111-1111-4111-8111-111111111111';
