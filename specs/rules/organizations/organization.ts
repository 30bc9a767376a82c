import { assertStatus } from '../../../fixtures/assertions.ts';
import type { Exchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { membersOf, type Shown } from '../facets.ts';

/** Path of the collection. */
export const ORGANIZATIONS = '/organizations';

/** The organization that the worker belongs to. @throws Blocked when it is not known */
export function organizationId(scope: Scope): string {
  const id = scope.target.organizationId;
  if (id === undefined) throw new Blocked('the organization is not known: --organization-id');
  return id;
}

/** Reads the own organization. */
export async function readOwn(scope: Scope): Promise<Exchange> {
  return scope.api.get(`${ORGANIZATIONS}/${organizationId(scope)}`);
}

/** The own organization read alone, and every one of the list. */
export async function organizationsShown(scope: Scope): Promise<readonly Shown[]> {
  const one = await readOwn(scope);
  assertStatus(one, 200);
  const list = await scope.api.get(ORGANIZATIONS);
  return [{ value: one.json as Shown['value'], exchange: one }, ...membersOf(list, 'organizations')];
}
