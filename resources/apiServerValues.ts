import * as fc from 'fast-check';
import { apiServerBody } from '../fixtures/arbitraries/apiServerBody.ts';
import { invalidBaseUrl, validBaseUrl } from '../fixtures/arbitraries/baseUrl.ts';
import { mapInvalidClasses } from '../fixtures/arbitraries/invalidClass.ts';
import { validResourceName } from '../fixtures/arbitraries/resourceName.ts';
import { Blocked } from '../fixtures/mismatch.ts';
import { type Maker, placeholder } from '../fixtures/placeholders.ts';
import type { Drawing, Resource, Table } from '../fixtures/resource.ts';
import { apiServerAuthorizationServer } from '../fixtures/tables/apiServerAuthorizationServer.ts';
import { apiServerExternalOAuthServer } from '../fixtures/tables/apiServerExternalOAuthServer.ts';
import { apiServerName } from '../fixtures/tables/apiServerName.ts';
import { baseUrls } from '../fixtures/tables/baseUrls.ts';
import { externalForm } from './apiServerForms.ts';
import { externalOAuthServers } from './externalOAuthServers.ts';
import { resources } from './resources.ts';

/** The fixed values of API services. */
export const apiServerTables: readonly Table[] = [
  { property: 'name', rows: apiServerName(placeholder('name')), makers: { name: (scope) => scope.name() } },
  { property: 'baseUrls', rows: baseUrls },
  {
    instead: ['authorizationServer', 'directory'],
    rows: apiServerAuthorizationServer({
      resourceId: placeholder('resource'),
      builtInOpenIdResourceId: placeholder('openIdResource'),
      builtInPingOneResourceId: placeholder('pingOneResource'),
      externalOAuthServerId: placeholder('externalOAuthServer'),
      unknownId: placeholder('unknown'),
    }),
    makers: {
      resource: (_scope, given) => given.ids.resourceID ?? '',
      openIdResource: builtIn('OPENID_CONNECT'),
      pingOneResource: builtIn('PINGONE_API', 'PING_ONE_API'),
      externalOAuthServer: async (scope) => (await scope.create(externalOAuthServers)).id,
      unknown: (scope) => scope.unknownId(),
    },
  },
  {
    instead: ['authorizationServer', 'directory'],
    into: externalForm,
    rows: apiServerExternalOAuthServer({
      resourceId: placeholder('resource'),
      externalOAuthServerId: placeholder('externalOAuthServer'),
      unknownId: placeholder('unknown'),
    }),
    makers: {
      resource: async (scope) => (await scope.create(resources)).id,
      externalOAuthServer: async (scope) => (await scope.create(externalOAuthServers)).id,
      unknown: (scope) => scope.unknownId(),
    },
  },
];

/** The drawn values of API services. */
export const apiServerDrawings: readonly Drawing[] = [
  { property: 'name', valid: validResourceName, invalid: () => [] },
  {
    property: 'baseUrls',
    valid: () => fc.uniqueArray(validBaseUrl, { minLength: 1, maxLength: 4 }),
    invalid: () =>
      mapInvalidClasses(
        invalidBaseUrl,
        (name) => name,
        (url) => [url],
      ),
  },
];

/** The drawn bodies of API services. */
export const apiServerBodies: NonNullable<Resource['bodies']> = ({ ids }, prefix) =>
  apiServerBody({ resourceId: ids.resourceID ?? '', prefix });

/** Every environment has one resource of each built-in type, which nobody can create; one is spelled in two ways. */
function builtIn(...types: readonly string[]): Maker {
  return async (scope) => {
    const members = await scope.list(`${scope.environment}/resources`, 'resources');
    const found = members.find(({ type }) => types.includes(String(type)));
    if (typeof found?.id !== 'string')
      throw new Blocked(`the environment shows no resource of type ${types.join(' or ')}`);
    return found.id;
  };
}
