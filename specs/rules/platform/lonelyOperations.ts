import { assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Body } from '../../../fixtures/resource.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { applications } from '../../../resources/applications.ts';
import { environments } from '../../../resources/environments.ts';
import {
  belowEnvironment,
  type LonelyOperation,
  lonelyCases,
  UNKNOWN_PARENT,
  unknownEnvironment,
} from '../lonelyOperation.ts';
import { organizationId } from '../organizations/organization.ts';

const newEnvironment = async (scope: Scope) => (await scope.create(environments)).path;
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

const lonely: readonly LonelyOperation[] = [
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
    request: async (path, scope) => ({
      method: 'PUT',
      to: `${path}/billOfMaterials`,
      json: { products: [await baseProduct(scope, `${path}/billOfMaterials`)] },
    }),
  },
  {
    name: 'a read of the capabilities of an environment',
    ...belowEnvironment,
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
export const lonelyOperations: readonly Case[] = lonelyCases(lonely);

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

/** A product as the list shows one: one page demands its id and description, another its type alone (facts 3). */
async function baseProduct(scope: Scope, list: string): Promise<Body> {
  const id = at((await scope.api.get(list)).json, 'products.0.id');
  return { ...(id === undefined ? {} : { id }), type: 'PING_ONE_BASE', description: 'PingOne Base' };
}
