import { randomUUID } from 'node:crypto';
import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl } from '../engine/place.ts';
import type { Entry } from '../store/shelf.ts';
import { text } from '../validation/checks.ts';
import { mandatory, object, optional } from '../validation/model.ts';
import type { PatternType } from '../validation/pathPattern.ts';
import { expandGroups, expandPolicies, expandScopes } from './apiServerOperationExpansions.ts';
import { accessControl, methods, paths } from './apiServerOperationModel.ts';
import { verifyAccessControl } from './apiServerOperationRules.ts';
import { type ApiServer, hasCustomPolicies } from './apiServers.ts';
import { type ApplicationPermission, permissionUrl } from './applicationPermissions.ts';

/** An operation of an API service (facts 4.4). */
export type ApiServerOperation = {
  readonly name: string;
  /** undefined: every method */
  readonly methods?: readonly string[];
  readonly paths: readonly { readonly type: PatternType; readonly pattern: string }[];
  readonly accessControl?: AccessControl;
  readonly policy?: { readonly id: string };
};

/** Who may call an operation: rules of several kinds side by side. */
export type AccessControl = {
  readonly group?: { readonly groups: readonly { readonly id: string }[] };
  readonly scope?: {
    readonly matchType?: 'ALL' | 'ANY';
    readonly scopes: readonly { readonly id: string }[];
  };
  readonly permission?: { readonly id: string };
  readonly authentication?: {
    readonly acrs?: readonly { readonly id: string; readonly type: 'PINGONE' | 'DAVINCI' }[];
    readonly maxAge?: number;
  };
  readonly custom?: { readonly enabled?: boolean };
};

/** ~/apiServers/{apiServerID}/operations. */
export const apiServerOperations: Collection<ApiServerOperation> = {
  kind: 'apiServerOperations',
  path: '/environments/:environmentId/apiServers/:apiServerId/operations',
  item: 'operationId',
  parent: { kind: 'apiServers', parameter: 'apiServerId' },
  embedded: 'operations',
  family: 'apiServer',
  license: 'allowApiAccessManagement',
  verbs: ['list', 'create', 'read', 'replace', 'remove'],
  model: object({
    name: mandatory(text()),
    methods: optional(methods),
    paths: mandatory(paths),
    accessControl: optional(accessControl),
  }),
  quota: { maximum: 25, per: 'parent' },
  verify: verifyAccessControl,
  complete: ({ value, previous, place }) => {
    const { accessControl: rules, ...others } = value;
    const service = place.world.shelf<ApiServer>(place.ownerId, 'apiServers').get(place.parentId);
    const custom = service !== undefined && hasCustomPolicies(service.value);
    return {
      ...others,
      ...(rules === undefined || Object.keys(rules).length === 0 ? {} : { accessControl: rules }),
      ...(custom ? { policy: previous?.value.policy ?? { id: randomUUID() } } : {}),
    };
  },
  represent: ({ id, parentId, value }, place) => {
    const environment = environmentUrl(place);
    const permissions = place.world.shelf<ApplicationPermission>(place.ownerId, 'applicationPermissions');
    const permission: Entry<ApplicationPermission> | undefined = permissions.get(
      value.accessControl?.permission?.id ?? '',
    );
    return {
      _links: links({
        self: `${place.url}/${id}`,
        environment,
        apiServer: `${environment}/apiServers/${parentId}`,
        permission: permission && permissionUrl(permission, place),
      }),
      id,
      name: value.name,
      methods: value.methods,
      paths: value.paths,
      accessControl: value.accessControl,
      policy: value.policy,
    };
  },
  expand: { groups: expandGroups, scopes: expandScopes, authenticationPolicies: expandPolicies },
};
