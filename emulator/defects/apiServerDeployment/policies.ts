import { randomUUID } from 'node:crypto';
import { defectsOf, type Fault } from '../defect.ts';
import { at, tells } from '../faults/deployments.ts';
import { adds, gives, misleads, omits, unlinks } from '../faults/members.ts';
import { refusesWhen } from '../faults/sometimes.ts';
import { together } from '../faults/state.ts';
import { nobody } from './nobody.ts';

const version = 'authorizationVersion';

/** What a server can do wrong with what a deployment tells of policies, and with its links. */
export const policies = defectsOf({
  'api-server-deployment-authorization-version-absent': [
    [
      'names a version of the policies of a service without custom ones',
      without(version, { id: randomUUID() }),
    ],
    ['has an empty version of the policies of a service without custom ones', without(version, {})],
    ['has an empty text for the version of the policies', without(version, '')],
    [
      'answers a request with a version of the policies',
      tells(at.deploy, /./, (shown) =>
        shown.policy === undefined ? void Object.assign(shown, { [version]: { id: nobody } }) : undefined,
      ),
    ],
  ],
  'api-server-deployment-authorization-version-before': [
    [
      'names a version of the policies before the first deployment',
      tells(at.both, /UNINITIALIZED$/, (shown) => void Object.assign(shown, { [version]: { id: nobody } })),
    ],
    [
      'names a version of custom policies before the first deployment',
      tells(at.both, /UNINITIALIZED$/, (shown) =>
        shown.policy === undefined ? undefined : void Object.assign(shown, { [version]: { id: nobody } }),
      ),
    ],
  ],
  'api-server-deployment-authorization-version-present': [
    ['does not name the version of custom policies', omits(at.both, version)],
    [
      'names the version of custom policies by its bare id',
      gives(at.both, version, (one: { readonly id: string }) => one.id),
    ],
    ['names the version of custom policies by a number', gives(at.both, `${version}.id`, () => 7)],
    ['names the version of custom policies when it is asked to deploy only', omits(at.read, version)],
  ],
  'api-server-deployment-policy-id': [
    ['names another policy than the root policy of the service', gives(at.both, 'policy.id', nobody)],
    ['names the root policy of the service by its bare id', gives(at.both, 'policy', () => 'root')],
  ],
  'api-server-deployment-custom-enabled': [
    [
      'says of every deployment that custom policies are on',
      adds(at.both, 'accessControl', { custom: { enabled: true } }),
    ],
    [
      'says after each success that custom policies are on',
      tells(
        at.both,
        /SUCCESSFUL$/,
        (shown) => void Object.assign(shown, { accessControl: { custom: { enabled: true } } }),
      ),
    ],
    [
      'says before each deployment that custom policies are on',
      tells(
        at.both,
        /UNINITIALIZED$/,
        (shown) => void Object.assign(shown, { accessControl: { custom: { enabled: true } } }),
      ),
    ],
    [
      'says that custom policies are neither on nor off',
      adds(at.both, 'accessControl', { custom: { enabled: 'no' } }),
    ],
  ],
  'api-server-deployment-link-self': [
    ['links a deployment to its service as itself', misleads(at.both, 'self', parentOf)],
    ['leaves the link of a deployment to itself out', unlinks(at.both, 'self')],
    ['answers a request without the link of its deployment to itself', unlinks(at.deploy, 'self')],
    [
      'links a deployment to that of another service',
      misleads(at.both, 'self', (href) => href.replace(/[^/]+\/deployment$/, `${nobody}/deployment`)),
    ],
    ['leaves the link of a deployment that is read to itself out', unlinks(at.read, 'self')],
    [
      'links a deployment to itself by an address at which it finds nothing',
      together(
        misleads(at.both, 'self', (href) => `${href}?state=latest`),
        refusesWhen(at.read, ({ query }) => query.has('state'), 404, 'NOT_FOUND'),
      ),
    ],
  ],
  'api-server-deployment-link-environment': [
    ['leaves the link of a deployment to its environment out', unlinks(at.both, 'environment')],
    [
      'answers a request without the link of its deployment to its environment',
      unlinks(at.deploy, 'environment'),
    ],
    ['links a deployment to all environments', misleads(at.both, 'environment', parentOf)],
    [
      'links a deployment to another environment',
      misleads(at.both, 'environment', (href) => `${parentOf(href)}/${nobody}`),
    ],
  ],
  'api-server-deployment-link-api-server': [
    ['leaves the link of a deployment to its service out', unlinks(at.both, 'apiServer')],
    ['answers a request without the link of its deployment to its service', unlinks(at.deploy, 'apiServer')],
    ['links a deployment to all services', misleads(at.both, 'apiServer', parentOf)],
    [
      'links a deployment to another service',
      misleads(at.both, 'apiServer', (href) => `${parentOf(href)}/${nobody}`),
    ],
  ],
  'api-server-deployment-link-decision-endpoint': [
    [
      'links a deployment to another decision endpoint',
      misleads(at.both, 'decisionEndpoint', (href) => `${parentOf(href)}/${nobody}`),
    ],
    ['leaves the link of a deployment to its decision endpoint out', unlinks(at.both, 'decisionEndpoint')],
    [
      'answers a request without the link of its deployment to its decision endpoint',
      unlinks(at.deploy, 'decisionEndpoint'),
    ],
    ['links a deployment to all decision endpoints', misleads(at.both, 'decisionEndpoint', parentOf)],
    [
      'links a deployment to its service as a decision endpoint',
      misleads(
        at.both,
        'decisionEndpoint',
        (href, { parameters }) => `${parentOf(href)}/${parameters.apiServerId}`,
      ),
    ],
  ],
});

/** Shows a member of deployments of services without custom policies, once they are deployed. */
function without(member: string, value: unknown): Fault {
  return tells(at.both, /SUCCESSFUL$/, (shown) => {
    if (shown.policy === undefined) shown[member] = value;
  });
}

function parentOf(href: string): string {
  return href.replace(/\/[^/]+$/, '');
}
