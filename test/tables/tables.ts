import { apiServerAuthorizationServer } from '../../fixtures/tables/apiServerAuthorizationServer.ts';
import { apiServerExternalOAuthServer } from '../../fixtures/tables/apiServerExternalOAuthServer.ts';
import { apiServerName } from '../../fixtures/tables/apiServerName.ts';
import { applicationRoleName } from '../../fixtures/tables/applicationRoleName.ts';
import { baseUrls } from '../../fixtures/tables/baseUrls.ts';
import { billOfMaterialsProducts } from '../../fixtures/tables/billOfMaterialsProducts.ts';
import {
  decisionEndpointAlternateId,
  decisionEndpointAuthorizationVersion,
  decisionEndpointDescription,
  decisionEndpointOwned,
  decisionEndpointPolicyId,
  decisionEndpointRecentDecisionsEnabled,
} from '../../fixtures/tables/decisionEndpoint.ts';
import { environmentRegion } from '../../fixtures/tables/environmentRegion.ts';
import { environmentSubtype } from '../../fixtures/tables/environmentSubtype.ts';
import { environmentType } from '../../fixtures/tables/environmentType.ts';
import {
  clockSkewTolerance,
  externalOAuthServerDescription,
  externalOAuthServerIssuers,
  externalOAuthServerName,
  externalOAuthServerType,
} from '../../fixtures/tables/externalOAuthServer.ts';
import { externalOAuthServerValidation } from '../../fixtures/tables/externalOAuthServerValidation.ts';
import { groupName } from '../../fixtures/tables/groupName.ts';
import { jwksUrls } from '../../fixtures/tables/jwksUrls.ts';
import { methods } from '../../fixtures/tables/methods.ts';
import { operationAccessControl } from '../../fixtures/tables/operationAccessControl.ts';
import { operationName } from '../../fixtures/tables/operationName.ts';
import { paths } from '../../fixtures/tables/paths.ts';
import { permissionAction } from '../../fixtures/tables/permissionAction.ts';
import { resourceAudience } from '../../fixtures/tables/resourceAudience.ts';
import { scopeName } from '../../fixtures/tables/scopeName.ts';
import { signOnPolicyName } from '../../fixtures/tables/signOnPolicyName.ts';
import { tokenValidity } from '../../fixtures/tables/tokenValidity.ts';
import type { ValueRow } from '../../fixtures/tables/valueRow.ts';

export type Table = { readonly title: string; readonly rows: readonly ValueRow[] };

/** The mark of a run, as in stored names. */
export const prefix = 'pc-1a2b-';

/** Tables whose values are those of one property. */
export const propertyTables: readonly Table[] = [
  { title: 'apiServerName', rows: apiServerName(prefix) },
  { title: 'baseUrls', rows: baseUrls },
  { title: 'billOfMaterialsProducts', rows: billOfMaterialsProducts },
  { title: 'decisionEndpointAlternateId', rows: decisionEndpointAlternateId('uuid') },
  { title: 'decisionEndpointAuthorizationVersion', rows: decisionEndpointAuthorizationVersion('unknown') },
  { title: 'decisionEndpointDescription', rows: decisionEndpointDescription },
  { title: 'decisionEndpointOwned', rows: decisionEndpointOwned },
  { title: 'decisionEndpointPolicyId', rows: decisionEndpointPolicyId },
  { title: 'decisionEndpointRecentDecisionsEnabled', rows: decisionEndpointRecentDecisionsEnabled },
  { title: 'environmentRegion', rows: environmentRegion },
  { title: 'environmentSubtype', rows: environmentSubtype },
  { title: 'environmentType', rows: environmentType },
  { title: 'clockSkewTolerance', rows: clockSkewTolerance },
  { title: 'externalOAuthServerDescription', rows: externalOAuthServerDescription },
  { title: 'externalOAuthServerIssuers', rows: externalOAuthServerIssuers },
  { title: 'externalOAuthServerName', rows: externalOAuthServerName },
  { title: 'externalOAuthServerType', rows: externalOAuthServerType },
  { title: 'groupName', rows: groupName(prefix) },
  { title: 'jwksUrls', rows: jwksUrls },
  { title: 'methods', rows: methods },
  { title: 'operationName', rows: operationName },
  { title: 'paths', rows: paths },
  { title: 'permissionAction', rows: permissionAction(prefix) },
  { title: 'applicationRoleName', rows: applicationRoleName(prefix) },
  { title: 'resourceAudience', rows: resourceAudience },
  { title: 'scopeName', rows: scopeName(prefix) },
  { title: 'signOnPolicyName', rows: signOnPolicyName(prefix) },
  { title: 'tokenValidity', rows: tokenValidity },
];

/** Tables whose values are parts of a body. */
export const partTables: readonly Table[] = [
  {
    title: 'apiServerAuthorizationServer',
    rows: apiServerAuthorizationServer({
      resourceId: 'resource',
      builtInOpenIdResourceId: 'openid',
      builtInPingOneResourceId: 'pingone',
      externalOAuthServerId: 'external',
      unknownId: 'unknown',
    }),
  },
  {
    title: 'apiServerExternalOAuthServer',
    rows: apiServerExternalOAuthServer({
      resourceId: 'resource',
      externalOAuthServerId: 'external',
      unknownId: 'unknown',
    }),
  },
  { title: 'externalOAuthServerValidation', rows: externalOAuthServerValidation },
  {
    title: 'operationAccessControl',
    rows: operationAccessControl({
      groups: Array.from({ length: 26 }, (_, index) => `group-${index}`),
      scopes: ['scope-a', 'scope-b'],
      policies: ['policy-a', 'policy-b'],
      permissions: ['permission-a', 'permission-b'],
      unknownId: 'unknown',
    }),
  },
];

export const tables: readonly Table[] = [...propertyTables, ...partTables];
