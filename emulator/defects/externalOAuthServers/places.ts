import { externalOAuthServers } from '../../collections/externalOAuthServers.ts';
import { placesOf } from '../where.ts';

export const servers = externalOAuthServers;

export const at = placesOf(externalOAuthServers);

/** Every operation that shows a server. */
export const shown = [...at.one, at.list];

/** A UUID that nothing has. */
export const nobody = '11111111-1111-4111-8111-111111111111';
