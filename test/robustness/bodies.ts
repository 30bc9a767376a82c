import type { KnownIds } from './playground.ts';

/** What a body may refer to: ids of things that exist, the first or the spare one of each kind. */
type Refer = (parameter: string) => { readonly id: string };

type Template = (name: string, refer: Refer) => object;

const key = { kty: 'RSA', n: 'AQAB', e: 'AQAB' };
const named: Template = (name) => ({ name, description: 'd' });
const custom: Template = (name) => ({ name, audience: name, accessTokenValiditySeconds: 300 });
const policy: Template = (name) => ({ name: name.replace(/[^a-zA-Z0-9_.-]/g, '-'), default: false });

const assignment: Template = (_name, refer) => ({
  role: refer('roleId'),
  scope: { ...refer('environmentId'), type: 'ENVIRONMENT' },
});

/** A body that each path accepts, below ~ for /environments/:environmentId; in an order in which all can be made. */
export const templates: { readonly [path: string]: Template } = {
  '/environments': (name, refer) => ({
    name: `${name} env`,
    type: 'SANDBOX',
    region: 'NA',
    license: refer('licenseId'),
  }),
  '~/type': () => ({ type: 'SANDBOX' }),
  '~/status': () => ({ status: 'ACTIVE' }),
  '~/billOfMaterials': () => ({ products: [{ type: 'PING_ONE_AUTHORIZE' }] }),
  '~/populations': named,
  '~/users': (name, refer) => ({ username: name, email: 'a@example.com', population: refer('populationId') }),
  '~/users/:userId/population': (_name, refer) => refer('populationId'),
  '~/groups': (name, refer) => ({ name, population: refer('populationId'), customData: { a: [1] } }),
  '~/users/:userId/memberOfGroups': (_name, refer) => refer('groupId'),
  '~/signOnPolicies': policy,
  '~/resources': custom,
  '~/resources/:resourceId/scopes': named,
  '~/applications': (name) => ({
    name,
    enabled: true,
    type: 'WORKER',
    protocol: 'OPENID_CONNECT',
    grantTypes: ['CLIENT_CREDENTIALS'],
    tokenEndpointAuthMethod: 'CLIENT_SECRET_BASIC',
    assignActorRoles: false,
  }),
  '~/applications/:applicationId/roleAssignments': assignment,
  '~/users/:userId/roleAssignments': assignment,
  '~/externalOAuthServers': (name) => ({
    name,
    type: 'EXTERNAL',
    issuers: [name],
    validation: { type: 'JWKS', jwks: JSON.stringify({ keys: [key] }), clockSkewTolerance: 1 },
  }),
  '~/apiServers': (name, refer) => ({
    name,
    baseUrls: ['https://api.example.com/v1'],
    authorizationServer: { type: 'PINGONE_SSO', resource: refer('resourceId') },
    directory: { type: 'PINGONE_SSO' },
    accessControl: { custom: { enabled: true } },
  }),
  '~/resources/:resourceId/applicationResources': named,
  '~/applicationResources/:applicationResourceId/permissions': (name) => ({ action: name }),
  '~/apiServers/:apiServerId/operations': (name, refer) => ({
    name,
    methods: ['GET'],
    paths: [{ type: 'PARAMETER', pattern: `/${name}/{id}/*` }],
    accessControl: {
      group: { groups: [refer('groupId')] },
      scope: { matchType: 'ANY', scopes: [refer('scopeId')] },
      permission: refer('permissionId'),
      authentication: { maxAge: 1 },
    },
  }),
  '~/applicationRoles': (name) => ({ name: name.slice(0, 20), description: 'd' }),
  '~/applicationRoles/:applicationRoleId/permissions': (_name, refer) => refer('permissionId'),
  '~/users/:userId/applicationRoles': (_name, refer) => refer('applicationRoleId'),
  '~/decisionEndpoints': (name) => ({ name, description: 'd', recordRecentRequests: true }),
  'POST ~/decisionEndpoints/:decisionEndpointId': () => ({ parameters: { 'Policy Request': 'x' } }),
  '~/gateways': (name) => ({ name, type: 'API_GATEWAY_INTEGRATION', enabled: true }),
  '~/gateways/:gatewayId/credentials': () => ({}),
};

type Wants = { readonly contentType?: string; readonly query?: readonly (readonly [string, string])[] };

const counted = [['filter', 'startDate ge "2026-01-01T00:00:00Z"']] as const;

/** What some operations want beside the path and the body: a media type of their own, or a query. */
const wants: { readonly [path: string]: Wants } = {
  '~/apiServers/:apiServerId/deployment': {
    contentType: 'application/vnd.pingidentity.apiserver.deploy+json',
  },
  '~/activeIdentityCounts': { query: counted },
  '~/metrics/activeIdentityCounts': { query: counted },
  '~/totalIdentities': {
    query: [['filter', 'startDate eq "2026-01-01T00:00:00Z" and endDate eq "2026-01-02T00:00:00Z"']],
  },
};

/** What an operation at a path wants beside a body. */
export function wantsOf(path: string): Wants {
  return wants[shorten(path)] ?? {};
}

/** Whether a body has no name of its own, so that what it makes can only be there once. */
export function isNameless(key: string): boolean {
  const [one, other] = ['a', 'b'].map((name) => JSON.stringify(templates[key]?.(name, () => ({ id: '' }))));
  return one === other;
}

/**
 * The body that an operation accepts, or the collection of the member at which its path ends.
 * @param which 0 to refer to the first of each kind, 1 to refer to the spare one
 */
export function bodyFor(method: string, path: string, name: string, ids: KnownIds, which: 0 | 1): object {
  const short = shorten(path);
  const template =
    templates[`${method} ${short}`] ??
    templates[short] ??
    templates[short.replace(/\/:[A-Za-z]+$/, '')] ??
    // an environment is the one thing that lies below nothing
    (short === '~' ? templates['/environments'] : named);
  return (template ?? named)(name, (parameter) => ({
    id: ids[parameter]?.[which] ?? ids[parameter]?.[0] ?? 'unknown',
  }));
}

function shorten(path: string): string {
  return path.replace(/^(?:\/v1)?\/environments\/:environmentId/, '~').replace(/^\/v1/, '');
}
