import type { Action, Claim, Kind, Place, Subject } from '../../../fixtures/exploration/subject.ts';
import { apiServers } from '../../../resources/apiServers.ts';
import { codeOf, deployed, deploymentOf } from '../../../resources/deployment.ts';
import { operations } from '../../../resources/operations.ts';
import { describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { claimCases } from './claimCases.ts';
import { customResource, customResourceElsewhere } from './scenery.ts';
import { at } from '../../../fixtures/exchange.ts';

/** Deploys a service that has an operation: a target may deploy nothing without one. */
const deploy: Action = {
  name: 'deploy',
  possible: ({ place: { label } }, model) => model.things.some(({ place }) => place.below === label),
  run: (scope, { path }) => deployed(scope, path),
};

const serviceKind: Kind = {
  resource: apiServers,
  given: ({ scope, referred }) => ({
    collection: `${scope.environment}/apiServers`,
    ids: { resourceID: referred?.id ?? '' },
  }),
  action: deploy,
  also: async ({ scope, last, demand }, { path, place, memory }) => {
    const read = await scope.api.get(deploymentOf(path));
    const other = last.act === deploy.name && last.label !== place.label;
    const claim = other ? 'spared' : 'edited';
    demand(claim, serviceKind, isAsLeft(read, memory), `${describeExchange(read)} with another deployment`, {
      expected: memory === undefined ? 'DEPLOYMENT_UNINITIALIZED' : (memory as Exchange).text,
      received: `status ${read.status} ${read.text}`,
      exchange: read,
    });
  },
};

const operationKind: Kind = {
  resource: operations,
  given: ({ above }) => ({ collection: `${above?.path}/operations`, ids: {} }),
};

const service = (label: string, on: Place): Place => ({
  label,
  kind: serviceKind,
  refersTo: [on.label],
  ...(on.elsewhere ? { elsewhere: on.elsewhere } : {}),
});

const operation = (label: string, below: string): Place => ({ label, kind: operationKind, below });

const services: Subject = {
  name: 'API services',
  places: [
    customResource,
    customResourceElsewhere,
    service('service 1', customResource),
    service('service 2', customResource),
    service('service elsewhere', customResourceElsewhere),
    operation('operation 1 of service 1', 'service 1'),
    operation('operation 2 of service 1', 'service 1'),
    operation('operation of service 2', 'service 2'),
  ],
};

const claims: readonly Claim[] = [
  {
    name: 'created',
    title: 'services and operations read as they were created, whatever came between',
    requirements: ['platform-create-then-read'],
  },
  {
    name: 'replaced',
    title: 'services and operations read as they were last replaced, whatever came between',
    requirements: ['platform-update-then-read'],
  },
  {
    name: 'gone',
    title: 'deleted services and operations stay gone, whatever comes after',
    requirements: ['platform-delete-then-read-404'],
  },
  {
    name: 'orphan',
    of: [operations.name],
    title: 'operations go with their service, whatever state it is in',
    requirements: ['api-servers-delete-removes-children'],
  },
  {
    name: 'listed',
    title: 'every service and operation is listed once, whatever came before',
    requirements: ['platform-create-then-listed'],
  },
  {
    name: 'unlisted',
    title: 'deleted services and operations stay out of their lists, whatever comes after',
    requirements: ['platform-delete-then-unlisted'],
  },
  {
    name: 'agrees',
    title: 'services and operations are listed under their last names, whatever came between',
    requirements: ['platform-collection-item-agrees-with-read'],
  },
  {
    name: 'isolated',
    of: [apiServers.name],
    title: 'the services of two environments stay apart, whatever is done to them',
    requirements: ['platform-isolation-list'],
  },
  {
    name: 'paged',
    title: 'the pages of services show each once, whatever came before',
    requirements: ['platform-paging-complete'],
  },
  {
    name: 'replaces',
    title: 'a service or operation can be replaced, whatever came before',
    requirements: ['platform-update-200'],
  },
  {
    name: 'deletes',
    title: 'a service or operation can be deleted, whatever came before',
    requirements: ['platform-delete-204'],
  },
  {
    name: 'twice',
    title: 'a second delete finds nothing, whatever came between',
    requirements: ['platform-delete-twice-404'],
  },
  {
    name: 'freed',
    title: 'the name of a deleted service is free again, whatever came between',
    requirements: ['platform-delete-frees-name'],
  },
  {
    name: 'clash',
    title: 'the name of a service stays its own, whatever came before',
    requirements: ['api-servers-name-unique', 'platform-uniqueness-400'],
  },
  {
    name: 'edited',
    title: 'services stay deployed as they were, whatever is done to them',
    requirements: ['api-server-deployment-edit-does-not-deploy'],
  },
  {
    name: 'spared',
    title: 'a deployment leaves other services as they were, whatever came before',
    requirements: ['api-server-deployment-own-service-only'],
  },
];

/** API services, their operations and deployments. */
export const serviceCases = claimCases(services, claims);
export { services, claims as serviceClaims };

function isAsLeft(read: Exchange, memory: unknown): boolean {
  if (memory === undefined) return codeOf(read) === 'DEPLOYMENT_UNINITIALIZED';
  const before = (memory as Exchange).json;
  return read.status === 200 && ['deployedAt', 'decisionEndpoint.id'].every((path) => at(read.json, path) === at(before, path));
}
