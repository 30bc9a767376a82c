import { invalidMethods, validMethods } from '../fixtures/arbitraries/methods.ts';
import { operationBody } from '../fixtures/arbitraries/operationBody.ts';
import { invalidPaths, validPaths } from '../fixtures/arbitraries/paths.ts';
import { validResourceName } from '../fixtures/arbitraries/resourceName.ts';
import { placeholder, placeholders } from '../fixtures/placeholders.ts';
import type { Drawing, Resource, Table } from '../fixtures/resource.ts';
import { methods } from '../fixtures/tables/methods.ts';
import { operationAccessControl } from '../fixtures/tables/operationAccessControl.ts';
import { operationName } from '../fixtures/tables/operationName.ts';
import { paths } from '../fixtures/tables/paths.ts';
import { makeGroup, makePermission, makePolicy, makeScope } from './operationForms.ts';
import { referenceDrawings } from './operationReferences.ts';

/** The fixed values of operations. */
export const operationTables: readonly Table[] = [
  { property: 'name', rows: operationName },
  { property: 'methods', rows: methods },
  { property: 'paths', rows: paths },
  {
    instead: ['accessControl'],
    rows: operationAccessControl({
      groups: placeholders('group', 26),
      scopes: placeholders('scope', 2),
      policies: placeholders('policy', 2),
      permissions: placeholders('permission', 2),
      unknownId: placeholder('unknown'),
    }),
    makers: {
      group: makeGroup,
      scope: makeScope,
      policy: makePolicy,
      permission: makePermission,
      unknown: (scope) => scope.unknownId(),
    },
  },
];

/** The drawn values of operations. */
export const operationDrawings: readonly Drawing[] = [
  { property: 'name', valid: validResourceName, invalid: () => [] },
  { property: 'methods', valid: () => validMethods, invalid: () => invalidMethods },
  { property: 'paths', valid: () => validPaths, invalid: () => invalidPaths },
  ...referenceDrawings,
];

/** The drawn bodies of operations. */
export const operationBodies: NonNullable<Resource['bodies']> = ({ ids }, prefix) =>
  operationBody({
    groupIds: [ids.groupID ?? ''],
    scopeIds: [ids.scopeID ?? ''],
    policyId: ids.signOnPolicyID ?? '',
    prefix,
  });
