import { apiServerOperations } from '../../collections/apiServerOperations.ts';
import { apiServers } from '../../collections/apiServers.ts';
import { ApiError } from '../../http/errors.ts';
import { defectsOf, type Fault } from '../defect.ts';
import {
  type About,
  aboutOf,
  at,
  isDeployed,
  onDeploy,
  onWrite,
  redeploys,
  restores,
  wasDeployed,
} from '../faults/deployments.ts';

/** What a server can do wrong with what can be deployed, how often, and what deploys. */
export const repetition = defectsOf({
  'api-server-deployment-repeatable': [
    ['refuses a second deployment', refuses(isDeployed)],
    ['lets every deployment but the first fail', onDeploy((about) => failing(about, wasDeployed(about)))],
    ['lets the third deployment of a service fail', failsAtThird()],
    [
      'does not end a second deployment',
      onDeploy(({ world, ...about }) =>
        Object.assign(world.deployment, { durationMs: wasDeployed({ world, ...about }) ? 3_600_000 : 30 }),
      ),
    ],
    ['refuses to deploy what did not change', refusesUnchanged()],
  ],
  'api-server-deployment-edit-does-not-deploy': [
    ['deploys a service that is replaced', onWrite(apiServers, redeploysDeployed)],
    ['deploys a service with each operation', onWrite(apiServerOperations, redeploysDeployed)],
    [
      'deploys a service with each operation that is replaced',
      onWrite(apiServerOperations, (about, { createdAt, updatedAt }) =>
        createdAt === updatedAt ? undefined : redeploysDeployed(about),
      ),
    ],
    [
      'deploys a service with its third operation',
      onWrite(apiServerOperations, (about) =>
        operationsOf(about) === 3 ? redeploysDeployed(about) : undefined,
      ),
    ],
    [
      'takes the time of a replace for that of the deployment',
      onWrite(apiServers, (about) =>
        restores(about, (old) => ({ ...old, deployedAt: new Date().toISOString() })),
      ),
    ],
    [
      'takes the time of a new operation for that of the deployment',
      onWrite(apiServerOperations, (about) =>
        restores(about, (old) => ({ ...old, deployedAt: new Date().toISOString() })),
      ),
    ],
    [
      'loses the decision endpoint of a service that is replaced',
      onWrite(apiServers, (about) => restores(about, ({ decisionEndpoint: _, ...old }) => old)),
    ],
    ['loses the time of a deployment with a refused request', forgetsAtRefusal()],
  ],
  'api-server-deployment-without-operations': [
    [
      'demands an operation of what is to be deployed',
      refuses(
        ({ service, environment, world }) =>
          operationsOf({ service, environment, world }) === 0 &&
          world.shelf(environment, 'apiServers').has(service),
      ),
    ],
  ],
  'api-server-deployment-external-service': [
    ['refuses to deploy a service of an external server', refuses(isExternal)],
    [
      'lets deployments of services of external servers fail',
      onDeploy((about) => failing(about, isExternal(about))),
    ],
    ['demands a resource of what is to be deployed', refuses(isExternal, 404)],
  ],
  'api-server-deployment-own-service-only': [
    ['keeps one deployment for all services', sharesLast()],
    ['deploys all services at once', deploysAll(() => true)],
    ['deploys with a service all others that were deployed before', deploysAll(isDeployed)],
    ['tells of the deployment of the newest service', tellsNewest()],
  ],
});

function failing({ world }: About, when: boolean): void {
  Object.assign(world.deployment, { failingNames: when ? [''] : [] });
}

function redeploysDeployed(about: About): void {
  if (isDeployed(about)) redeploys(about);
}

function operationsOf({ service, environment, world }: About): number {
  return world.shelf(environment, apiServerOperations.kind).sizeBelow(service);
}

function isExternal({ service, environment, world }: About): boolean {
  const shelf = world.shelf<{ authorizationServer: { type: string } }>(environment, apiServers.kind);
  return shelf.get(service)?.value.authorizationServer.type === 'EXTERNAL';
}

function refuses(when: (about: About) => boolean, status = 400): Fault {
  return onDeploy((about) => {
    if (when(about))
      throw new ApiError(status, status === 404 ? 'NOT_FOUND' : 'REQUEST_FAILED', 'It cannot be deployed.');
  });
}

function failsAtThird(): Fault {
  return (parts) => {
    const counts = new Map<string, number>();
    onDeploy((about) => {
      const count = (counts.get(about.service) ?? 0) + 1;
      counts.set(about.service, count);
      failing(about, count === 3);
    })(parts);
  };
}

function refusesUnchanged(): Fault {
  return (parts) => {
    const deployed = new Map<string, string>();
    onDeploy((about) => {
      const { service, environment, world } = about;
      const state = JSON.stringify([
        world.shelf(environment, apiServers.kind).get(service)?.updatedAt,
        [...world.shelf(environment, apiServerOperations.kind).below(service)].map(
          ({ updatedAt }) => updatedAt,
        ),
      ]);
      if (isDeployed(about) && deployed.get(service) === state)
        throw new ApiError(400, 'REQUEST_FAILED', 'Nothing changed.');
      deployed.set(service, state);
    })(parts);
  };
}

function forgetsAtRefusal(): Fault {
  return (parts) =>
    parts.refused(at.deploy, (_problem, asked) => {
      restores(aboutOf(asked, parts), ({ deployedAt: _, ...old }) => old);
      return undefined;
    });
}

/** Reads, for a service that was never deployed, what the last one that was has. */
function sharesLast(): Fault {
  return (parts) => {
    let last: string | undefined;
    onDeploy(({ service }) => {
      last = service;
    }, 'after')(parts);
    parts.request(at.read, (request, asked) => {
      const about = aboutOf(asked, parts);
      const known = about.world.shelf(about.environment, apiServers.kind).has(last ?? '');
      if (known && about.world.shelf(about.environment, 'deployments').get(about.service) === undefined)
        (request.params as Record<string, string>)[apiServers.item] = last ?? '';
    });
  };
}

function deploysAll(when: (about: About) => boolean): Fault {
  return onDeploy((about) => {
    for (const { id } of [...about.world.shelf(about.environment, apiServers.kind).all()])
      if (id !== about.service && when({ ...about, service: id })) redeploys({ ...about, service: id });
  }, 'after');
}

function tellsNewest(): Fault {
  return (parts) =>
    parts.request(at.read, (request, asked) => {
      const { service, environment, world } = aboutOf(asked, parts);
      const shelf = world.shelf(environment, apiServers.kind);
      const newest = [...shelf.all()].at(-1)?.id;
      if (newest !== undefined && shelf.has(service))
        (request.params as Record<string, string>)[apiServers.item] = newest;
    });
}
