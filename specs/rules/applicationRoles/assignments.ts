import type { Made, Scope } from '../../../fixtures/scope.ts';
import { type Item, walkItems } from './holders.ts';

/** Every assignment of a role, to the last page. */
export async function assignmentsOf(scope: Scope, role: Pick<Made, 'path'>): Promise<readonly Item[]> {
  return (await walkItems(scope, `${role.path}/assignments`)).flat();
}
