import { type ApiServer, apiServers } from '../../collections/apiServers.ts';
import { type DecisionEndpoint, decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import type { Deployment } from '../../collections/deployments.ts';
import type { Fault } from '../../defects/defect.ts';
import { body, isObject } from '../../defects/faults/answers.ts';
import { type About, at, onWrite } from '../../defects/faults/deployments.ts';
import { omits } from '../../defects/faults/members.ts';
import { asks, hears } from '../../defects/faults/requests.ts';
import type { Entry } from '../../store/shelf.ts';
import type { OtherReadings } from '../variant.ts';

/** What the documents say of deployments in two ways. */
export const apiServerDeployment: OtherReadings = {
  'deployment-request-body': [['refuses to deploy where a body is sent', refusesBodies()]],
  'deployment-decision-endpoint': [
    ['makes the decision endpoint of an API service with the service', onWrite(apiServers, makesEndpoint)],
    [
      'says null for the decision endpoint that a deployment does not have yet',
      body(at.both, (shown) => {
        shown.decisionEndpoint ??= null;
      }),
    ],
  ],
  'deployment-authorization-version': [
    [
      'names the version of custom policies in a flat member too',
      body(at.both, (shown) => {
        if (isObject(shown.authorizationVersion))
          shown.authorizationVersionId = shown.authorizationVersion.id;
      }),
    ],
  ],
  'deployment-policy': [['names no policy in a deployment', omits(at.both, 'policy')]],
  'deployment-media-type-case': [
    [
      'does not support the media type of a deployment in another case',
      hears(at.deploy, 'content-type', (value) => (/^[^;]*[A-Z]/.test(value ?? '') ? 'text/plain' : value)),
    ],
  ],
};

/** Cannot read a body where it expects none, once it knows who asks for what. */
function refusesBodies(): Fault {
  return asks(at.deploy, (request) => {
    if (request.body instanceof Buffer && request.body.length > 0) request.body = Buffer.from('[]');
  });
}

/** A service that was never deployed has a deployment that names its endpoint. */
function makesEndpoint({ environment, world }: About, { id, value: { name } }: Entry<ApiServer>): void {
  const deployments = world.shelf<Deployment>(environment, 'deployments');
  if (deployments.has(id)) return;
  const value = {
    name,
    description: `Decision endpoint of the API service ${name}`,
    owned: true,
    recordRecentRequests: false,
  };
  const endpoint = world.entry<DecisionEndpoint>(crypto.randomUUID(), '', value);
  world.shelf<DecisionEndpoint>(environment, decisionEndpoints.kind).put(endpoint);
  deployments.put(world.entry<Deployment>(id, '', { decisionEndpoint: { id: endpoint.id } }));
}
