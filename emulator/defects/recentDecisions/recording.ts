import { decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import { type RecentDecision, recentDecisions } from '../../collections/recentDecisions.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { again, keepsOf, records } from '../faults/history.ts';
import { outlives } from '../faults/outliving.ts';
import { members } from '../faults/pages.ts';
import { refusesWith } from '../faults/refusals.ts';
import { together } from '../faults/state.ts';
import { mixes } from '../faults/ties.ts';
import { list, read } from './places.ts';

/** What a server can do wrong with recording decisions, and with keeping what it recorded. */
export const recording = defectsOf({
  'recent-decisions-recorded-when-on': [
    ['records nothing', keepsOf(() => [])],
    [
      'records every decision twice',
      records(({ added, add }) => added.map(({ value }) => add(again(value)))),
    ],
    ['does not record the first decision of an endpoint', keepsOf((all) => all.slice(1))],
  ],
  'recent-decisions-not-recorded-when-off': [
    ['records whatever it is told', recordsAlways()],
    ['records the second decision of an endpoint that does not record', recordsSecond()],
  ],
  'recent-decisions-recording-switched-on': [
    ['records nothing of an endpoint that once did not record', recordsNoneOnceSilent()],
    ['shows what it decided before recording was switched on', together(recordsAlways(), hidesWhileOff())],
    [
      'records twice once recording was switched on',
      records(({ endpoint, added, add }) => {
        if (endpoint.updatedAt !== endpoint.createdAt) for (const { value } of added) add(again(value));
      }),
    ],
    [
      'shows what it decided before recording was switched on in the place of what it decided after',
      recordsEarlyInstead(),
    ],
  ],
  'recent-decisions-recording-switched-off': [
    ['goes on recording after it is switched off', together(keepsHistory(), recordsAlways())],
    ['goes on recording once it began', recordsOnceBegun()],
  ],
  'recent-decisions-cleared-when-switched-off': [
    ['keeps the history when recording is switched off', keepsHistory()],
    ['shows the old history again when recording is switched on', together(keepsHistory(), hidesWhileOff())],
    ['keeps the latest decision when recording is switched off', keepsLatest()],
  ],
  'recent-decisions-own-endpoint-only': [
    ['lists the decisions of the whole environment', mixes(recentDecisions)],
    ['records a decision with every endpoint that records', recordsEverywhere()],
  ],
  'recent-decisions-deleted-endpoint': [
    ['serves the history of a deleted endpoint', outlives(decisionEndpoints, [list, read])],
    ['lists the history of a deleted endpoint', outlives(decisionEndpoints, list)],
    ['lists nothing for a deleted endpoint', outlives(decisionEndpoints, list, false)],
    ['reads a decision of a deleted endpoint', outlives(decisionEndpoints, read)],
    [
      'answers 410 to the history of a deleted endpoint',
      refusesWith([list, read], undefined, 410, 'NOT_FOUND'),
    ],
    [
      'answers 403 to the history of a deleted endpoint',
      refusesWith([list, read], undefined, 403, 'ACCESS_FAILED'),
    ],
  ],
});

function recordsAlways(): Fault {
  return records(({ endpoint, decision, add }) => {
    if (!endpoint.value.recordRecentRequests) add(decision);
  });
}

function recordsSecond(): Fault {
  return (parts) => {
    const seen = new Set<string>();
    records(({ endpoint, decision, add }) => {
      if (!endpoint.value.recordRecentRequests && seen.has(endpoint.id)) add(decision);
      seen.add(endpoint.id);
    })(parts);
  };
}

function recordsOnceBegun(): Fault {
  return (parts) => {
    const begun = new Set<string>();
    records(({ endpoint, decision, add }) => {
      if (endpoint.value.recordRecentRequests) begun.add(endpoint.id);
      else if (begun.has(endpoint.id)) add(decision);
    })(parts);
  };
}

function recordsNoneOnceSilent(): Fault {
  return (parts) => {
    const silent = new Set<string>();
    records(({ shelf, endpoint, added }) => {
      if (!endpoint.value.recordRecentRequests) silent.add(endpoint.id);
      if (silent.has(endpoint.id)) for (const { id } of added) shelf.remove(id);
    })(parts);
  };
}

function recordsEverywhere(): Fault {
  return records(({ world, shelf, endpoint, added, add }) => {
    for (const environmentId of world.organizationOf.keys()) {
      if (world.shelf(environmentId, recentDecisions.kind) !== shelf) continue;
      for (const other of world.shelf<typeof endpoint.value>(environmentId, decisionEndpoints.kind).all())
        if (other.id !== endpoint.id && other.value.recordRecentRequests)
          for (const { value } of added) add(again(value), other.id);
    }
  });
}

function keepsHistory(): Fault {
  return (parts) => parts.change(decisionEndpoints, { stored: () => {} });
}

function keepsLatest(): Fault {
  return (parts) => {
    const { stored } = decisionEndpoints;
    parts.change(decisionEndpoints, {
      stored: (entry, place) => {
        const shelf = place.world.shelf(place.ownerId, recentDecisions.kind);
        const latest = [...shelf.below(entry.id)].at(-1);
        stored?.(entry, place);
        if (latest !== undefined) shelf.put(latest);
      },
    });
  };
}

/** Shows nothing while recording is off. */
function hidesWhileOff(): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    members(list, (all, { parameters }) => {
      const { environmentId = '', decisionEndpointId = '' } = parameters;
      const shelf = world.shelf<{ recordRecentRequests: boolean }>(environmentId, decisionEndpoints.kind);
      return shelf.get(decisionEndpointId)?.value.recordRecentRequests === true ? all : [];
    })(parts);
  };
}

function recordsEarlyInstead(): Fault {
  return (parts) => {
    const early = new Map<string, RecentDecision>();
    records(({ shelf, endpoint, added, decision, add }) => {
      const first = early.get(endpoint.id);
      if (!endpoint.value.recordRecentRequests) early.set(endpoint.id, decision);
      else if (first !== undefined) {
        for (const { id } of added) shelf.remove(id);
        add(first);
      }
    })(parts);
  };
}
