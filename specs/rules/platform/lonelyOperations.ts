import { assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import type { Outgoing } from '../../../fixtures/client.ts';
import { at } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import {
  assertRefusedWith,
  badRequest,
  forbidden,
  notFound,
  unauthorized,
} from '../../../fixtures/refusals.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { applications } from '../../../resources/applications.ts';
import { environments } from '../../../resources/environments.ts';
import { organizationId } from '../organizations/organization.ts';

/** An operation that belongs to no collection the checks go over. */
type Lonely = {
  /** The operation, as it is told in titles. */
  readonly name: string;
  readonly capability?: string;
  /** The path of what the operation is about: made by the case, or read-only. */
  readonly subject: (scope: Scope) => Promise<string>;
  /** The same path with an id that names nothing, and the row that says so. */
  readonly missing: { readonly path: (scope: Scope) => string | Promise<string>; readonly row: string };
  readonly request: (path: string) => Outgoing;
  /** Reads that a worker without the role is refused; absent where no document promises a refusal. */
  readonly needsRole?: boolean;
};

const UNKNOWN_ENVIRONMENT = 'platform-not-found-unknown-environment';
const UNKNOWN_PARENT = 'platform-not-found-unknown-parent';

const newEnvironment = async (scope: Scope) => (await scope.create(environments)).path;
const unknownEnvironment = {
  path: (scope: Scope) => `/environments/${scope.unknownId()}`,
  row: UNKNOWN_ENVIRONMENT,
};
const ofEnvironment = { subject: newEnvironment, missing: unknownEnvironment, needsRole: true };
const newApplication = async (scope: Scope) => (await scope.create(applications)).path;
const unknownApplication = {
  path: (scope: Scope) => `${scope.environment}/applications/${scope.unknownId()}`,
  row: UNKNOWN_PARENT,
};
const ofApplication = { subject: newApplication, missing: unknownApplication, needsRole: true };
const licence = async (scope: Scope) => {
  const environment = await scope.api.get(scope.environment);
  return `/organizations/${organizationId(scope)}/licenses/${String(at(environment.json, 'license.id'))}`;
};

const creation = 'environment-creation';
const worker = 'worker-application-creation';

const lonely: readonly Lonely[] = [
  {
    name: 'a change of the type of an environment',
    capability: creation,
    ...ofEnvironment,
    request: (path) => ({ method: 'PUT', to: `${path}/type`, json: { type: 'SANDBOX' } }),
  },
  {
    name: 'a change of the status of an environment',
    capability: creation,
    ...ofEnvironment,
    request: (path) => ({ method: 'PUT', to: `${path}/status`, json: { status: 'ACTIVE' } }),
  },
  {
    name: 'a read of the bill of materials',
    capability: creation,
    ...ofEnvironment,
    request: (path) => ({ method: 'GET', to: `${path}/billOfMaterials` }),
  },
  {
    name: 'a replace of the bill of materials',
    capability: creation,
    ...ofEnvironment,
    request: (path) => ({
      method: 'PUT',
      to: `${path}/billOfMaterials`,
      json: { products: [{ type: 'PING_ONE_BASE' }] },
    }),
  },
  {
    name: 'a read of the capabilities of an environment',
    subject: async (scope) => scope.environment,
    missing: unknownEnvironment,
    needsRole: true,
    request: (path) => ({ method: 'GET', to: `${path}/capabilities` }),
  },
  {
    name: 'a read of the secret of an application',
    capability: worker,
    ...ofApplication,
    request: (path) => ({ method: 'GET', to: `${path}/secret` }),
  },
  {
    name: 'a renewal of the secret of an application',
    capability: worker,
    ...ofApplication,
    request: (path) => ({
      method: 'POST',
      to: `${path}/secret`,
      headers: { 'content-type': 'application/json' },
      body: '',
    }),
  },
  {
    name: 'a read of one licence',
    subject: licence,
    missing: {
      path: (scope) => `/organizations/${organizationId(scope)}/licenses/${scope.unknownId()}`,
      row: 'platform-not-found-read-404',
    },
    request: (path) => ({ method: 'GET', to: path }),
  },
  {
    name: 'a list of licences',
    subject: async (scope) => `/organizations/${organizationId(scope)}`,
    missing: {
      path: (scope) => `/organizations/${scope.unknownId()}`,
      row: 'organizations-unknown-organization',
    },
    request: (path) => ({ method: 'GET', to: `${path}/licenses` }),
  },
];

/** What every operation has in common, for those that the checks over collections do not reach (Conventions). */
export const lonelyOperations: readonly Case[] = lonely.flatMap(casesOf);

function casesOf({ name, capability, subject, missing, request, needsRole }: Lonely): Case[] {
  const capabilities = capability === undefined ? {} : { capabilities: [capability] };
  const refused = (row: string, title: string, run: Case['run']): Case => ({
    title,
    requirements: [row],
    ...capabilities,
    run,
  });
  const cases = [
    refused(
      'platform-authentication-missing-401',
      `${name} without a token is refused`,
      async ({ scope }) => {
        const path = await subject(scope);
        assertRefusedWith(await scope.api.send({ ...request(path), token: null }), unauthorized);
      },
    ),
    refused(missing.row, `${name} that does not exist finds nothing`, async ({ scope }) => {
      const answer = await scope.api.send(request(await missing.path(scope)));
      const hidden = [UNKNOWN_ENVIRONMENT, 'organizations-unknown-organization'].includes(missing.row);
      assertRefusedWith(answer, notFound, ...(hidden ? [forbidden, unauthorized, badRequest] : []));
    }),
  ];
  if (needsRole !== true) return cases;
  const withoutRole = refused(
    'platform-authorization-missing-role-403',
    `${name} without a role in its environment is refused`,
    async ({ scope }) => {
      const path = await subject(scope);
      const answer = await scope.api.send({ ...request(path), token: scope.limitedToken });
      assertRefusedWith(answer, forbidden, ...(request(path).method === 'GET' ? [notFound] : []));
    },
  );
  return [...cases, withoutRole];
}

/** The one operation of an environment that nothing else reads with success. */
export const capabilitiesRead: Case = {
  title: 'the capabilities of an environment can be read',
  requirements: ['platform-links-followable'],
  run: async ({ scope }) => {
    const environment = await scope.api.get(scope.environment);
    const link = at(environment.json, '_links.capabilities.href');
    if (typeof link !== 'string') throw new Blocked('the environment has no link to its capabilities');
    assertStatus(await scope.api.get(link), 200, 403);
  },
};
