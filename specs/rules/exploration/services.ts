import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Action, Kind, Place, Subject } from '../../../fixtures/exploration/subject.ts';
import { apiServers } from '../../../resources/apiServers.ts';
import { codeOf, deployed, deploymentOf } from '../../../resources/deployment.ts';
import { operations } from '../../../resources/operations.ts';
import { customResource, customResourceElsewhere } from './scenery.ts';

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

/** API services of two environments, their operations and deployments. */
export const services: Subject = {
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

function isAsLeft(read: Exchange, memory: unknown): boolean {
  if (memory === undefined) return codeOf(read) === 'DEPLOYMENT_UNINITIALIZED';
  const before = (memory as Exchange).json;
  return (
    read.status === 200 &&
    ['deployedAt', 'decisionEndpoint.id'].every((path) => at(read.json, path) === at(before, path))
  );
}
