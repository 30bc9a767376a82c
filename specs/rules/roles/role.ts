import { stateOf } from '../../../fixtures/aftermath.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { membersOf, type Shown } from '../facets.ts';

/** Path of the roles of the platform. */
export const ROLES = '/roles';

/** Every role of the first page of the list. @throws Blocked when it cannot be read */
export async function rolesShown(scope: Scope): Promise<readonly Shown[]> {
  return membersOf(await stateOf(scope, ROLES), 'roles');
}

/** The first role with one of the names, by any page. @throws Blocked when there is none */
export async function roleNamed(
  scope: Scope,
  ...names: readonly string[]
): Promise<Record<string, unknown> & { readonly id: string }> {
  const found = (await scope.list(ROLES, 'roles')).find(({ name }) => names.includes(String(name)));
  if (typeof found?.id !== 'string') throw new Blocked(`there is no role ${names.join(' or ')}`);
  return { ...found, id: found.id };
}
