import type { Scope } from '../../../fixtures/scope.ts';

/** Path of the collection below the environment, or of one of its members; it is for reading. */
export function widePath(scope: Scope, id?: string): string {
  const collection = `${scope.environment}/applicationResources`;
  return id === undefined ? collection : `${collection}/${id}`;
}

/** Every application resource of the environment. @throws Blocked when they cannot be listed */
export async function listWide(scope: Scope): Promise<readonly Record<string, unknown>[]> {
  return scope.list(widePath(scope), 'resources');
}
