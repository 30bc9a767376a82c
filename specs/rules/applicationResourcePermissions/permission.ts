import { assertStatus } from '../../../fixtures/assertions.ts';
import type { Exchange } from '../../../fixtures/exchange.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { applicationResourcePermissions } from '../../../resources/applicationResourcePermissions.ts';
import { applicationResources } from '../../../resources/applicationResources.ts';

/** A permission together with what it is of: its application resource, which has a name and a parent. */
export type Owned = { readonly owner: Made; readonly permission: Made };

/** Creates a permission whose application resource is known. */
export async function createOwned(scope: Scope): Promise<Owned> {
  const owner = await scope.create(applicationResources);
  return { owner, permission: await createOn(scope, owner) };
}

/** Creates a permission on an application resource. @param action one of its own when left out */
export async function createOn(scope: Scope, { id }: Made, action = scope.name()): Promise<Made> {
  const collection = permissionsOf(scope, id);
  const given = { collection, ids: { applicationResourceID: id } };
  return scope.create(applicationResourcePermissions, { given, body: { action } });
}

/** Path of the permissions of an application resource. */
export function permissionsOf(scope: Scope, id: string): string {
  return `${scope.environment}/applicationResources/${id}/permissions`;
}

/** What a create and a read of a permission answered. */
export async function createdAndRead(scope: Scope, { exchange, path }: Made): Promise<readonly Exchange[]> {
  const read = await scope.api.get(path);
  assertStatus(read, 200);
  return [exchange, read];
}
