import { randomUUID } from 'node:crypto';
import { links } from '../engine/links.ts';
import { compilePath, environmentUrl, type Place, placeOf } from '../engine/place.ts';
import { find } from '../engine/read.ts';
import { routesOf } from '../engine/routes.ts';
import { type Answer, ok } from '../http/answer.ts';
import { isMediaType, json, readObject } from '../http/body.ts';
import type { Call, Route } from '../http/route.ts';
import type { DecisionRequest } from '../policy/attributes.ts';
import { evaluate, type Verdict } from '../policy/evaluate.ts';
import type { PolicyVersion } from '../policy/version.ts';
import type { Entry } from '../store/shelf.ts';
import { effectiveVersion } from './authorizationVersions.ts';
import { type DecisionEndpoint, decisionEndpoints } from './decisionEndpoints.ts';
import { readBulk, readSingle } from './decisionRequests.ts';
import { recordDecision } from './recentDecisions.ts';

/** The routes of decision endpoints: the collection, and the evaluation of requests by a POST on one of them. */
export const decisionEndpointRoutes: readonly Route[] = routesOf(decisionEndpoints).map(
  (route): Route =>
    route.path === decisionEndpoints.path
      ? route
      : {
          ...route,
          operations: {
            ...route.operations,
            POST: { permission: 'apiServer:write', license: 'allowDynamicAuthorization', run: postRequest },
          },
        },
);

const bulkType = 'application/vnd.pingidentity.decisionengine.authorize.bulk+json';
const urlOf = compilePath(decisionEndpoints.path);

/** The media type alone says whether one request is evaluated or several (facts 4.2). */
function postRequest(call: Call): Answer {
  const place = placeOf(urlOf, call.parameters.environmentId ?? '', undefined, call);
  const endpoint = find(decisionEndpoints, call, place);
  const body = readObject(call.body, call.contentType, [json, bulkType]);
  return ok(
    isMediaType(call.contentType, bulkType)
      ? decideAll(readBulk(body), endpoint, place)
      : { ...decide(readSingle(body), endpoint, place), correlationId: randomUUID() },
  );
}

function decideAll(requests: readonly DecisionRequest[], endpoint: Entry<DecisionEndpoint>, place: Place) {
  const responses = requests.map((request) => decide(request, endpoint, place));
  const successful = responses.filter(({ status }) => status.code === 'OKAY').length;
  return {
    summary: { requested: requests.length, errors: requests.length - successful, successful },
    correlationId: randomUUID(),
    responses,
  };
}

function decide(request: DecisionRequest, { id: endpointId, value }: Entry<DecisionEndpoint>, place: Place) {
  const startedAtMs = performance.now();
  const timestamp = new Date().toISOString();
  const version = effectiveVersion(place.world, place.ownerId, value.authorizationVersion?.id);
  const { decision, trouble, statements } = evaluate(version ?? nothing, value.policyId, request);
  const id = randomUUID();
  const elapsedMs = performance.now() - startedAtMs;
  if (value.recordRecentRequests) {
    const authorised = decision === 'PERMIT';
    const decisionResponse = { id, elapsedTime: Math.floor(elapsedMs), decision, authorised, statements };
    recordDecision(endpointId, { decisionResponse, requestedAt: timestamp }, place);
  }
  return {
    _links: versionLinks(version, place),
    id,
    timestamp,
    elapsedMicroseconds: Math.round(elapsedMs * 1000),
    decision,
    status: statusOf(trouble),
    authorizationVersion: version && { id: version.id },
    statements,
  };
}

/** The policies of an environment that has none. */
const nothing: PolicyVersion = {
  id: '',
  name: '',
  tagged: false,
  root: '',
  attributes: new Map(),
  statements: new Map(),
  rules: new Map(),
  policies: new Map(),
};

function statusOf(trouble: Verdict['trouble']) {
  return trouble ?? { code: 'OKAY' };
}

function versionLinks(version: PolicyVersion | undefined, place: Place) {
  if (version === undefined) return undefined;
  return links({ authorizationVersion: `${environmentUrl(place)}/authorizationVersions/${version.id}` });
}
