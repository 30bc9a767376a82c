import type { Candidate } from '../engine/collection.ts';
import { constraint, type Faults, invalid } from '../validation/faults.ts';
import type { AccessControl, ApiServerOperation } from './apiServerOperations.ts';
import type { ApiServer } from './apiServers.ts';

/** What an operation refers to must exist when it is written; later it may go (facts 4.4). */
export function verifyAccessControl({ value, place }: Candidate<ApiServerOperation>, faults: Faults): void {
  const rules = value.accessControl;
  if (rules === undefined) return;
  const service = place.world.shelf<ApiServer>(place.ownerId, 'apiServers').get(place.parentId);
  if (service?.value.authorizationServer.type === 'EXTERNAL') refuseBuiltIn(rules, faults);
  const exists = (kind: string, id: string) => place.world.shelf(place.ownerId, kind).has(id);
  for (const [index, { id }] of (rules.group?.groups ?? []).entries())
    if (!exists('groups', id)) faults.push(missing(`accessControl.group.groups[${index}].id`, 'group'));
  for (const [index, { id }] of (rules.scope?.scopes ?? []).entries())
    if (!exists('scopes', id)) faults.push(missing(`accessControl.scope.scopes[${index}].id`, 'scope'));
  if (rules.permission !== undefined && !exists('applicationPermissions', rules.permission.id))
    faults.push(missing('accessControl.permission.id', 'application permission'));
  for (const [index, { id, type }] of (rules.authentication?.acrs ?? []).entries())
    if (!exists(policyKinds[type], id))
      faults.push(missing(`accessControl.authentication.acrs[${index}].id`, 'authentication policy'));
}

/** On which shelf the policies of a type stand; there are no flow policies in this emulator. */
const policyKinds = { PINGONE: 'signOnPolicies', DAVINCI: 'flowPolicies' } as const;

const builtInRules = ['group', 'scope', 'permission', 'authentication'] as const;

function refuseBuiltIn(rules: AccessControl, faults: Faults): void {
  for (const kind of builtInRules)
    if (rules[kind] !== undefined)
      faults.push(
        constraint(`accessControl.${kind}`, 'Built-in rules need an API service with the type PINGONE_SSO.'),
      );
}

function missing(target: string, what: string) {
  return invalid(target, `The ${what} does not exist.`);
}
