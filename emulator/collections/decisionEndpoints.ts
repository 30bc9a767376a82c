import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl, type Place } from '../engine/place.ts';
import { rootOf } from '../policy/version.ts';
import { flag, freeText, identifier, text } from '../validation/checks.ts';
import { mandatory, object, optional, reference } from '../validation/model.ts';
import { effectiveVersion } from './authorizationVersions.ts';
import { decisionEndpointFilters } from './decisionEndpointFilters.ts';
import { refuseForOwned, verifyDecisionEndpoint } from './decisionEndpointRules.ts';
import { forgetDecisions } from './recentDecisions.ts';

/** A decision endpoint (facts 4.1). */
export type DecisionEndpoint = {
  readonly name: string;
  readonly description: string;
  /** whether a deployment of an API service made it; clients can then change little of it */
  readonly owned: boolean;
  readonly recordRecentRequests: boolean;
  readonly recentDecisionsEnabled?: boolean;
  readonly alternateId?: string;
  /** evaluates by this version; by the newest one without it */
  readonly authorizationVersion?: { readonly id: string };
  /** policy as the client named it; the version need not have it */
  readonly policyId?: string;
};

/** ~/decisionEndpoints; evaluation, a POST on one of them, is in decisionEvaluation.ts. */
export const decisionEndpoints: Collection<DecisionEndpoint> = {
  kind: 'decisionEndpoints',
  path: '/environments/:environmentId/decisionEndpoints',
  item: 'decisionEndpointId',
  family: 'apiServer',
  license: 'allowDynamicAuthorization',
  verbs: ['list', 'create', 'read', 'replace', 'remove'],
  model: object({
    name: mandatory(text({ longest: 256 })),
    description: optional(freeText, ''),
    recordRecentRequests: mandatory(flag),
    recentDecisionsEnabled: optional(flag),
    alternateId: optional(text()),
    authorizationVersion: optional(reference),
    policyId: optional(identifier),
    owned: optional(flag),
  }),
  unique: [
    {
      target: 'alternateId',
      key: ({ alternateId }) => alternateId,
      message: 'A decision endpoint with the specified alternate id already exists',
    },
  ],
  verify: verifyDecisionEndpoint,
  // who owns an endpoint is not for clients to say
  complete: ({ value, previous }) => ({ ...value, owned: previous?.value.owned === true }),
  stored: ({ id, value }, place) => {
    if (!value.recordRecentRequests) forgetDecisions(id, place);
  },
  keep: ({ value }) => {
    refuseForOwned(value);
    return undefined;
  },
  removed: ({ id }, place) => forgetDecisions(id, place),
  represent: ({ id, value }, place) => {
    const environment = environmentUrl(place);
    const version = value.authorizationVersion;
    return {
      _links: links({
        self: `${place.url}/${id}`,
        environment,
        authorizationVersion: version && `${environment}/authorizationVersions/${version.id}`,
      }),
      id,
      environment: { id: place.ownerId },
      name: value.name,
      description: value.description,
      alternateId: value.alternateId,
      authorizationVersion: version,
      policyId: value.policyId === undefined ? undefined : policyOf(value, place),
      recordRecentRequests: value.recordRecentRequests,
      recentDecisionsEnabled: value.recentDecisionsEnabled,
      owned: value.owned,
    };
  },
  filters: decisionEndpointFilters,
  listLinks: (place) => ({ environment: environmentUrl(place) }),
};

/** The policy that an endpoint evaluates: the one it names, or what the service chose instead. */
function policyOf(endpoint: DecisionEndpoint, { world, ownerId }: Place): string | undefined {
  const version = effectiveVersion(world, ownerId, endpoint.authorizationVersion?.id);
  return version && rootOf(version, endpoint.policyId);
}
