import { links } from '../engine/links.ts';
import { compilePath, environmentUrl, type Place, placeOf } from '../engine/place.ts';
import { find } from '../engine/read.ts';
import { type Answer, ok } from '../http/answer.ts';
import { checkMediaType, readObject } from '../http/body.ts';
import type { Call, Route } from '../http/route.ts';
import type { Entry } from '../store/shelf.ts';
import { type ApiServer, apiServers, hasCustomPolicies } from './apiServers.ts';
import { type Deployment, deploy, deploymentOf, statusOf } from './deployments.ts';

/** ~/apiServers/{apiServerID}/deployment: read at any time, made by a POST in the vendor's media type. */
export const apiServerDeploymentRoutes: readonly Route[] = [
  {
    path: '/environments/:environmentId/apiServers/:apiServerId/deployment',
    level: 'environment',
    operations: {
      GET: { permission: 'apiServer:read', license: 'allowApiAccessManagement', run: readDeployment },
      POST: { permission: 'apiServer:write', license: 'allowApiAccessManagement', run: postDeployment },
    },
  },
];

const mediaType = 'application/vnd.pingidentity.apiserver.deploy+json';
const urlOf = compilePath(apiServers.path);

function readDeployment(call: Call): Answer {
  const { place, entry } = addressed(call);
  return ok(show(entry, place));
}

/** Answers at once; how it went is seen when the deployment is read. */
function postDeployment(call: Call): Answer {
  const { place, entry } = addressed(call);
  checkMediaType(call.contentType, [mediaType]);
  // a body is not needed and not adopted, but what is sent has to be readable
  if (call.body !== undefined && call.body.length > 0) readObject(call.body, call.contentType, [mediaType]);
  deploy(entry, hasCustomPolicies(entry.value), place);
  return ok(show(entry, place));
}

function show({ id, value }: Entry<ApiServer>, place: Place) {
  const environment = environmentUrl(place);
  const deployment = deploymentOf(place.world, place.ownerId, id);
  const endpoint = deployment?.decisionEndpoint;
  return {
    _links: links({
      self: `${place.url}/${id}/deployment`,
      environment,
      apiServer: `${place.url}/${id}`,
      decisionEndpoint: endpoint && `${environment}/decisionEndpoints/${endpoint.id}`,
    }),
    deployedAt: deployment?.deployedAt,
    status: statusOf(deployment),
    decisionEndpoint: endpoint,
    ...(hasCustomPolicies(value) ? customPolicies(value, deployment) : {}),
  };
}

/** What only a service with custom policies shows (facts 4.5). */
function customPolicies({ policy, accessControl }: ApiServer, deployment: Deployment | undefined) {
  return { authorizationVersion: deployment?.authorizationVersion, policy, accessControl };
}

function addressed(call: Call) {
  const place = placeOf(urlOf, call.parameters.environmentId ?? '', undefined, call);
  return { place, entry: find(apiServers, call, place) };
}
