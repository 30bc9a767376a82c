import { recentDecisions } from '../../collections/recentDecisions.ts';
import { placesOf } from '../where.ts';

const at = placesOf(recentDecisions);

export const { list, read } = at;

/** Every operation that shows a recent decision. */
export const shown = [at.list, at.read];

/** A UUID that nothing has. */
export const nobody = '11111111-1111-4111-8111-111111111111';
