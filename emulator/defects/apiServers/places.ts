import { apiServers } from '../../collections/apiServers.ts';
import { placesOf } from '../where.ts';

/** The collection under the name that its defects use. */
export const services = apiServers;

export const at = placesOf(apiServers);

/** Every operation that shows a service. */
export const shown = [...at.one, at.list];

/** A UUID that nothing has. */
export const nobody = '11111111-1111-4111-8111-111111111111';

export function parentOf(href: string): string {
  return href.replace(/\/[^/]+$/, '');
}

export function lastAs(href: string, id: string): string {
  return href.replace(/[^/]+$/, id);
}
