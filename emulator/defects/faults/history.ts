import { type DecisionEndpoint, decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import { type RecentDecision, recentDecisions } from '../../collections/recentDecisions.ts';
import type { Entry, Shelf } from '../../store/shelf.ts';
import type { World } from '../../store/world.ts';
import type { Fault } from '../defect.ts';
import { askedOf } from '../reply.ts';
import { placesOf } from '../where.ts';

type Recorded = Entry<RecentDecision>;

/** The history of an endpoint just after an evaluation. */
export type History = {
  readonly world: World;
  readonly shelf: Shelf<RecentDecision>;
  readonly endpoint: Entry<DecisionEndpoint>;
  /** what was there before, the oldest first */
  readonly before: readonly Recorded[];
  /** what came of the evaluation */
  readonly added: readonly Recorded[];
  /** the answer as a history would have it */
  readonly decision: RecentDecision;
  /** puts a decision at the end of the history of this endpoint, or of another one */
  readonly add: (decision: RecentDecision, endpointId?: string) => void;
};

/** Evaluation, single and bulk. */
export const evaluation = placesOf(decisionEndpoints).read.replace('GET', 'POST');

/** Does something more, or something else, with the history when a single request was evaluated. */
export function records(change: (history: History) => void): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.wrap(evaluation, (handler) => async (request) => {
      const { environmentId = '', decisionEndpointId: id = '' } = askedOf(request).parameters;
      const shelf = world.shelf<RecentDecision>(environmentId, recentDecisions.kind);
      const before = [...shelf.below(id)];
      const answer = await handler(request);
      const endpoint = world.shelf<DecisionEndpoint>(environmentId, decisionEndpoints.kind).get(id);
      const decision = decisionIn(answer.body);
      if (endpoint === undefined || decision === undefined) return answer;
      const added = [...shelf.below(id)].filter((one) => !before.some((old) => old.id === one.id));
      const add: History['add'] = (one, endpointId = id) =>
        shelf.put(world.entry(one.decisionResponse.id, endpointId, one));
      change({ world, shelf, endpoint, before, added, decision, add });
      return answer;
    });
  };
}

/** Records something else than was decided. */
export function recordsAs(as: (decision: RecentDecision, endpoint: Entry) => RecentDecision): Fault {
  return records(({ shelf, endpoint, added }) => {
    for (const one of added) shelf.put({ ...one, value: as(one.value, endpoint) });
  });
}

/** Keeps another part of the history than its latest twenty decisions. */
export function keepsOf(part: (all: readonly Recorded[]) => readonly Recorded[]): Fault {
  return records(({ shelf, endpoint, before, added }) => {
    const kept = part([...before, ...added]);
    for (const { id } of [...shelf.below(endpoint.id)]) shelf.remove(id);
    for (const one of kept) shelf.put(one);
  });
}

/** The same decision under another id. */
export function again(decision: RecentDecision): RecentDecision {
  return { ...decision, decisionResponse: { ...decision.decisionResponse, id: crypto.randomUUID() } };
}

function decisionIn(body: Readonly<Record<string, unknown>> | undefined): RecentDecision | undefined {
  if (typeof body?.id !== 'string') return undefined;
  const decision = String(body.decision);
  return {
    requestedAt: String(body.timestamp),
    decisionResponse: {
      id: body.id,
      decision,
      authorised: decision === 'PERMIT',
      elapsedTime: 1,
      statements: body.statements as readonly unknown[],
    },
  };
}
