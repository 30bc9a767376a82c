import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { compilePath, environmentUrl, type Place, placeOf } from '../engine/place.ts';
import { routesOf } from '../engine/routes.ts';
import { create } from '../engine/write.ts';
import type { Answer } from '../http/answer.ts';
import { json } from '../http/body.ts';
import type { Call, Route } from '../http/route.ts';
import { issueCredential } from '../oauth/gatewayCredential.ts';
import { object } from '../validation/model.ts';
import { environmentEntry } from './environments.ts';
import type { Gateway } from './gateways.ts';

/** ~/gateways/{gatewayID}/credentials; nothing is stored of a credential but that it was issued. */
export const gatewayCredentials: Collection<object> = {
  kind: 'gatewayCredentials',
  embedded: 'credentials',
  path: '/environments/:environmentId/gateways/:gatewayId/credentials',
  item: 'credentialId',
  parent: { kind: 'gateways', parameter: 'gatewayId' },
  family: 'gateway',
  verbs: ['list', 'create', 'read', 'remove'],
  model: object({}),
  quota: { maximum: 5, per: 'parent' },
  represent: ({ id, createdAt }, place) => ({
    _links: links({ self: `${place.url}/${id}`, environment: environmentUrl(place) }),
    id,
    createdAt,
  }),
};

/** The routes of gateway credentials; the answer to the POST is the only one with the signed credential (facts 5). */
export const gatewayCredentialRoutes: readonly Route[] = routesOf(gatewayCredentials).map((route) => {
  const { POST } = route.operations;
  if (POST === undefined) return route;
  return { ...route, operations: { ...route.operations, POST: { ...POST, run: postCredential } } };
});

const urlOf = compilePath(gatewayCredentials.path);
const emptyObject = Buffer.from('{}');

function postCredential(call: Call): Answer {
  const { parent } = gatewayCredentials;
  const place = placeOf(urlOf, call.parameters.environmentId ?? '', parent, call);
  // the request has no body; one that is sent has to be readable
  const bare = call.body === undefined || call.body.length === 0;
  const request = bare ? { ...call, body: emptyObject, contentType: json } : call;
  const answer = create(gatewayCredentials, request, place);
  const { id, createdAt } = answer.body ?? {};
  const credential = issueCredential(claimsOf(place, String(id), String(createdAt)));
  return { ...answer, body: { ...answer.body, credential } };
}

/** The claims that the model of a credential lists (facts 5). */
function claimsOf({ world, base, ownerId, parentId }: Place, jti: string, createdAt: string) {
  const gateway = world.shelf<Gateway>(ownerId, 'gateways').get(parentId)?.value;
  const { origin } = new URL(base);
  return {
    aud: `${origin}/${gateway?.type}/${parentId}`,
    iss: `${origin}/${ownerId}/as`,
    iat: Math.floor(Date.parse(createdAt) / 1000),
    jti,
    gatewayId: parentId,
    gatewayName: gateway?.name,
    gatewayType: gateway?.type,
    environmentId: ownerId,
    environmentName: environmentEntry(world, ownerId).value.name,
    organizationId: world.organizationOf.get(ownerId),
    authUrl: origin,
    consoleUrl: origin,
  };
}
