import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { environmentUrl, type Place } from '../engine/place.ts';
import { routesOf } from '../engine/routes.ts';
import type { Call, Operation, Route } from '../http/route.ts';
import type { World } from '../store/world.ts';
import { object } from '../validation/model.ts';

/** An answer to a decision request, as the history of an endpoint keeps it (facts 4.1). */
export type RecentDecision = {
  readonly decisionResponse: {
    readonly id: string;
    /** in milliseconds */
    readonly elapsedTime: number;
    readonly decision: string;
    readonly authorised: boolean;
    readonly statements: readonly unknown[];
  };
  readonly requestedAt: string;
};

/** ~/decisionEndpoints/{decisionEndpointID}/recentDecisions: the newest first. */
export const recentDecisions: Collection<RecentDecision> = {
  kind: 'recentDecisions',
  path: '/environments/:environmentId/decisionEndpoints/:decisionEndpointId/recentDecisions',
  item: 'recentDecisionId',
  parent: { kind: 'decisionEndpoints', parameter: 'decisionEndpointId' },
  family: 'apiServer',
  license: 'allowDynamicAuthorization',
  verbs: ['list', 'read'],
  model: object({}),
  represent: ({ id, value }, place) => {
    const environment = environmentUrl(place);
    return {
      _links: links({
        self: `${place.url}/${id}`,
        decisionEndpoint: `${environment}/decisionEndpoints/${place.parentId}`,
        environment,
      }),
      id,
      decisionResponse: value.decisionResponse,
      decisionEndpointId: place.parentId,
      environmentId: place.ownerId,
      requestedAt: value.requestedAt,
    };
  },
  // decisions of one moment are told apart by their place in the order of recording
  orders: {
    requestedAt: ({ value, sequence }) => `${value.requestedAt} ${String(sequence).padStart(16, '0')}`,
  },
  standardOrder: '-requestedAt',
  page: { maximum: 1000, standard: 20 },
  listLinks: (place) => ({ environment: environmentUrl(place) }),
};

/** The routes of the history, which first forget what is too old. */
export const recentDecisionRoutes: readonly Route[] = routesOf(recentDecisions).map((route) => ({
  ...route,
  operations: Object.fromEntries(
    Object.entries(route.operations).map(([method, operation]) => [method, forgetful(operation)]),
  ),
}));

/** Keeps a decision, and not more than the latest of its endpoint. */
export function recordDecision(
  endpointId: string,
  decision: RecentDecision,
  { world, ownerId }: Place,
): void {
  const shelf = world.shelf<RecentDecision>(ownerId, recentDecisions.kind);
  shelf.put(world.entry(decision.decisionResponse.id, endpointId, decision));
  for (const { id } of [...shelf.below(endpointId)].slice(0, -kept)) shelf.remove(id);
}

/** Forgets the history of an endpoint. */
export function forgetDecisions(endpointId: string, { world, ownerId }: Place): void {
  const shelf = world.shelf(ownerId, recentDecisions.kind);
  for (const { id } of [...shelf.below(endpointId)]) shelf.remove(id);
}

/** Forgets what an endpoint decided more than a day before the given time, in milliseconds since 1970. */
export function forgetOldDecisions(
  world: World,
  environmentId: string,
  endpointId: string,
  nowMs: number,
): void {
  const shelf = world.shelf<RecentDecision>(environmentId, recentDecisions.kind);
  for (const { id, value } of [...shelf.below(endpointId)])
    if (Date.parse(value.requestedAt) < nowMs - dayMs) shelf.remove(id);
}

const kept = 20;
const dayMs = 24 * 60 * 60 * 1000;

function forgetful(operation: Operation): Operation {
  const run = (call: Call) => {
    const { environmentId = '', decisionEndpointId = '' } = call.parameters;
    forgetOldDecisions(call.world, environmentId, decisionEndpointId, Date.now());
    return operation.run(call);
  };
  return { ...operation, run };
}
