import { type DecisionEndpoint, decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import { recentDecisions as decisions, type RecentDecision } from '../../collections/recentDecisions.ts';
import type { Fault } from '../../defects/defect.ts';
import { decides } from '../../defects/faults/decisions.ts';
import { evaluation } from '../../defects/faults/history.ts';
import { shows } from '../../defects/faults/state.ts';
import { askedOf } from '../../defects/reply.ts';
import type { Representation } from '../../engine/collection.ts';
import type { OtherReadings } from '../variant.ts';

/** What the documents say of recent decisions in two ways. */
export const recentDecisions: OtherReadings = {
  'recent-decisions-kept': [['keeps the latest 100 decisions of an endpoint', keeps(100)]],
  'recent-decision-answer-id': [
    [
      'answers decision requests without ids, and has them in the history',
      decides((answer) => {
        delete answer.id;
      }),
    ],
  ],
  'recent-decision-elapsed': [
    [
      'tells how long a recorded decision took in microseconds',
      showsResponse(({ elapsedTime, ...others }) => ({
        ...others,
        elapsedMicroseconds: Number(elapsedTime) * 1000,
      })),
    ],
  ],
  'recent-decision-authorised': [
    ['has no flag authorised in recorded decisions', showsResponse(({ authorised: _, ...others }) => others)],
  ],
  'recent-decision-requested-at': [
    [
      'tells the time of a recorded decision without a zone',
      shows(decisions, (shown) => ({ ...shown, requestedAt: String(shown.requestedAt).replace(/Z$/, '') })),
    ],
  ],
};

/** Shows the response that was recorded in another way. */
function showsResponse(as: (response: Representation) => Representation): Fault {
  return shows(decisions, (shown) => ({
    ...shown,
    decisionResponse: as(shown.decisionResponse as Representation),
  }));
}

/** Puts back what the history of an endpoint has lost to new decisions, up to another number of them. */
function keeps(most: number): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.wrap(evaluation, (handler) => async (request) => {
      const { environmentId = '', decisionEndpointId: id = '' } = askedOf(request).parameters;
      const shelf = world.shelf<RecentDecision>(environmentId, decisions.kind);
      const before = [...shelf.below(id)];
      const answer = await handler(request);
      const endpoint = world.shelf<DecisionEndpoint>(environmentId, decisionEndpoints.kind).get(id);
      if (endpoint?.value.recordRecentRequests !== true) return answer;
      const all = new Map([...before, ...shelf.below(id)].map((one) => [one.id, one]));
      const latest = [...all.values()].sort((one, other) => one.sequence - other.sequence).slice(-most);
      for (const one of [...shelf.below(id)]) shelf.remove(one.id);
      for (const one of latest) shelf.put(one);
      return answer;
    });
  };
}
