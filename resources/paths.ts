import type { Given, Link } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';

/** For collections that lie directly below the environment and whose bodies refer to nothing. */
export function inEnvironment(collection: string): (scope: Scope) => Promise<Given> {
  return async (scope) => ({ collection: `${scope.environment}/${collection}`, ids: {} });
}

/** Every resource links to itself (Conventions, HAL). */
export const selfLink: Link = { path: ({ path }) => path, followable: true };

/** Most resources link to their environment. */
export const environmentLink: Link = {
  path: ({ path }) => path.split('/').slice(0, 3).join('/'),
  followable: true,
};
