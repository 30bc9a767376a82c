import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl } from '../engine/place.ts';
import { object } from '../validation/model.ts';

/** A decision endpoint, as far as deployments of API services make them (facts 4.1, 4.5). */
export type DecisionEndpoint = {
  readonly name: string;
  readonly description: string;
  readonly owned: boolean;
  readonly recordRecentRequests: boolean;
};

/** ~/decisionEndpoints: to be read. */
export const decisionEndpoints: Collection<DecisionEndpoint> = {
  kind: 'decisionEndpoints',
  path: '/environments/:environmentId/decisionEndpoints',
  item: 'decisionEndpointId',
  family: 'apiServer',
  license: 'allowApiAccessManagement',
  verbs: ['list', 'read'],
  model: object({}),
  represent: ({ id, value }, place) => ({
    _links: links({ self: `${place.url}/${id}`, environment: environmentUrl(place) }),
    id,
    environment: { id: place.ownerId },
    name: value.name,
    description: value.description,
    owned: value.owned,
    recordRecentRequests: value.recordRecentRequests,
  }),
};
