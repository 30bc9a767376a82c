import { randomUUID } from 'node:crypto';
import { links } from '../engine/links.ts';
import { compilePath, environmentUrl, type Place, placeOf } from '../engine/place.ts';
import { find } from '../engine/read.ts';
import { type Answer, ok } from '../http/answer.ts';
import { checkMediaType, readObject } from '../http/body.ts';
import type { Call, Route } from '../http/route.ts';
import type { Entry } from '../store/shelf.ts';
import { changed } from '../store/world.ts';
import { type ApiServer, apiServers, hasCustomPolicies } from './apiServers.ts';
import type { DecisionEndpoint } from './decisionEndpoints.ts';

/** What the last deployment of an API service left; a service that was never deployed has none (facts 4.5). */
type Deployment = {
  readonly deployedAt: string;
  readonly decisionEndpoint: { readonly id: string };
  readonly authorizationVersion?: { readonly id: string };
};

/** ~/apiServers/{apiServerID}/deployment: read at any time, made by a POST in the vendor's media type. */
export const apiServerDeploymentRoutes: readonly Route[] = [
  {
    path: '/environments/:environmentId/apiServers/:apiServerId/deployment',
    level: 'environment',
    operations: {
      GET: { permission: 'apiServer:read', license: 'allowApiAccessManagement', run: readDeployment },
      POST: { permission: 'apiServer:write', license: 'allowApiAccessManagement', run: deploy },
    },
  },
];

const mediaType = 'application/vnd.pingidentity.apiserver.deploy+json';
const urlOf = compilePath(apiServers.path);

function readDeployment(call: Call): Answer {
  const { place, entry } = addressed(call);
  return ok(show(entry, deploymentOf(entry, place), place));
}

/** Deploys at once: published clients expect the final state in the answer (client-facts 4, row 33). */
function deploy(call: Call): Answer {
  const { place, entry } = addressed(call);
  checkMediaType(call.contentType, [mediaType]);
  // a body is not needed and not adopted, but what is sent has to be readable
  if (call.body !== undefined && call.body.length > 0) readObject(call.body, call.contentType, [mediaType]);
  const deployment: Deployment = {
    deployedAt: new Date().toISOString(),
    decisionEndpoint: { id: putDecisionEndpoint(entry, place) },
    ...(hasCustomPolicies(entry.value) ? { authorizationVersion: { id: randomUUID() } } : {}),
  };
  const { world, ownerId } = place;
  world.shelf<Deployment>(ownerId, 'deployments').put(world.entry(entry.id, '', deployment));
  return ok(show(entry, deployment, place));
}

/** The first deployment makes a decision endpoint of the service's name, later ones keep it. */
function putDecisionEndpoint(entry: Entry<ApiServer>, place: Place): string {
  const { world, ownerId } = place;
  const shelf = world.shelf<DecisionEndpoint>(ownerId, 'decisionEndpoints');
  const known = shelf.get(deploymentOf(entry, place)?.decisionEndpoint.id ?? '');
  const value: DecisionEndpoint = {
    name: entry.value.name,
    description: `Decision endpoint of the API service ${entry.value.name}`,
    owned: true,
    recordRecentRequests: false,
  };
  const next = known === undefined ? world.entry(randomUUID(), '', value) : changed(known, value);
  shelf.put(next);
  return next.id;
}

function deploymentOf({ id }: Entry<ApiServer>, { world, ownerId }: Place): Deployment | undefined {
  return world.shelf<Deployment>(ownerId, 'deployments').get(id)?.value;
}

function show({ id, value }: Entry<ApiServer>, deployment: Deployment | undefined, place: Place) {
  const environment = environmentUrl(place);
  const endpointId = deployment?.decisionEndpoint.id;
  return {
    _links: links({
      self: `${place.url}/${id}/deployment`,
      environment,
      apiServer: `${place.url}/${id}`,
      decisionEndpoint: endpointId && `${environment}/decisionEndpoints/${endpointId}`,
    }),
    ...deployment,
    status: { code: deployment === undefined ? 'DEPLOYMENT_UNINITIALIZED' : 'DEPLOYMENT_SUCCESSFUL' },
    ...(hasCustomPolicies(value) ? { policy: value.policy, accessControl: value.accessControl } : {}),
  };
}

function addressed(call: Call) {
  const place = placeOf(urlOf, call.parameters.environmentId ?? '', undefined, call);
  return { place, entry: find(apiServers, call, place) };
}
