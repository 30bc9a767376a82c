import { type DecisionEndpoint, decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import { errorBody, insufficientPermissions } from '../../http/errors.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { body } from '../faults/answers.ts';
import { adds, gives, omits } from '../faults/members.ts';
import { doesAnyway, misreports, refusesSent, refusesWith } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { shows, swallows } from '../faults/state.ts';
import { accepts, refuses, stores } from '../faults/validation.ts';
import { at, shown } from './places.ts';

const endpoints = decisionEndpoints;

/** What a server can do wrong with the endpoints of API services, and with members that not every model has. */
export const owned = defectsOf({
  'decision-endpoints-owned-default': [
    ['marks every endpoint as owned', stores(endpoints, (value) => ({ ...value, owned: true }))],
    ['answers a create as if the endpoint were owned', gives(at.create, 'owned', true)],
    ['does not say whether an endpoint is owned', omits(shown, 'owned')],
  ],
  'decision-endpoints-owned-type': [
    ['stores a text as the mark of an owned endpoint', swallows(endpoints, 'owned', isText)],
    ['takes a text for the mark of an owned endpoint', accepts(endpoints, 'owned', 'INVALID_VALUE')],
    ['reads the mark of an owned endpoint as a text', gives(at.read, 'owned', String)],
  ],
  'decision-endpoints-owned-restricts-update': [
    ['renames an owned endpoint', withoutOwner('verify')],
    ['refuses to rename an owned endpoint, and renames it', renamesAnyway()],
    ['answers 404 to a change of an owned endpoint', refusesWith(at.replace, undefined, 404, 'NOT_FOUND')],
    ['answers 409 to a change of an owned endpoint', refusesWith(at.replace, undefined, 409, 'INVALID_DATA')],
  ],
  'decision-endpoints-owned-restricts-delete': [
    ['deletes an owned endpoint', withoutOwner('keep')],
    ['refuses to delete an owned endpoint, and deletes it', deletesAnyway()],
    ['answers 404 to the delete of an owned endpoint', refusesWith(at.remove, undefined, 404, 'NOT_FOUND')],
  ],
  'decision-endpoints-owned-recording-editable': [
    [
      'answers 200 and does not switch recording of an owned endpoint',
      stores(endpoints, (value, old) =>
        old?.owned === true ? { ...value, recordRecentRequests: old.recordRecentRequests } : value,
      ),
    ],
    [
      'changes more of an owned endpoint than its recording',
      stores(endpoints, (value, old) => (old?.owned === true ? { ...value, description: 'Changed' } : value)),
    ],
    ['refuses to switch recording of an owned endpoint, and switches it', refusesAfterwards()],
    [
      'calls the recording of an owned endpoint an invalid value',
      refuses(
        endpoints,
        'recordRecentRequests',
        (value, old) => old?.owned === true && value.recordRecentRequests !== old.recordRecentRequests,
      ),
    ],
  ],
  'decision-endpoints-policy-id-optional': [
    [
      'refuses an endpoint without a policy',
      refuses(endpoints, 'policyId', ({ policyId }) => policyId === undefined),
    ],
    [
      'names the policy of an endpoint that has none',
      shows(endpoints, (one) => ({ policyId: 'root', ...defined(one) })),
    ],
  ],
  'decision-endpoints-policy-id-uuid': [
    ['stores a policy whose id is no UUID', swallows(endpoints, 'policyId', isNoUuid)],
    [
      'ignores a policy whose id is no UUID',
      reads(at.write, (sent) => (isNoUuid(sent.policyId) ? { ...sent, policyId: null } : undefined)),
    ],
    [
      'refuses a policy whose id is no UUID for the name',
      misreports(at.write, { target: 'policyId' }, (detail) => ({ ...detail, target: 'name' })),
    ],
  ],
  'decision-endpoints-policy-id-kept': [
    ['shows every policy as root', gives(shown, 'policyId', 'root')],
    ['reads a policy as an object', gives(at.read, 'policyId', (id: unknown) => ({ id }))],
  ],
  'decision-endpoints-recent-decisions-enabled-tolerated': [
    [
      'refuses recentDecisionsEnabled',
      refusesSent(at.write, 'recentDecisionsEnabled', (sent) => sent.recentDecisionsEnabled !== undefined),
    ],
    ['shows recentDecisionsEnabled as a text', gives(shown, 'recentDecisionsEnabled', String)],
  ],
  'decision-endpoints-recent-decisions-descriptors': [
    ['describes recent decisions by a list', adds(at.read, 'recentDecisions', [])],
    [
      'gives recent decisions an address that leads nowhere',
      shows(
        endpoints,
        withRecent((url) => `${url}/all`),
      ),
    ],
    [
      'gives recent decisions an address without its host',
      shows(
        endpoints,
        withRecent(() => '/recentDecisions'),
      ),
    ],
    ['numbers the title of recent decisions', adds(at.read, 'recentDecisions.title', 20)],
  ],
  'decision-endpoints-provenance': [
    ['shows where an endpoint comes from as an object', adds(shown, 'provenance', {})],
    ['lists where an endpoint comes from as a number', adds(at.list, 'provenance', 1)],
  ],
});

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isNoUuid(value: unknown): boolean {
  return typeof value === 'string' && !/^[0-9a-f-]{36}$/i.test(value);
}

function defined(one: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined));
}

function withRecent(to: (url: string) => string) {
  return (one: Readonly<Record<string, unknown>>) => {
    const { self } = one._links as { self: { href: string } };
    return { ...one, recentDecisions: { href: to(`${self.href}/recentDecisions`) } };
  };
}

/** Treats endpoints of API services as it treats others. */
function withoutOwner(rule: 'verify' | 'keep'): Fault {
  return (parts) => {
    const { verify } = endpoints;
    if (rule === 'keep') return parts.change(endpoints, { keep: () => undefined });
    parts.change(endpoints, {
      verify: ({ previous, ...candidate }, faults) => {
        const unowned = previous && { ...previous, value: { ...previous.value, owned: false } };
        verify?.({ ...candidate, previous: unowned }, faults);
      },
    });
  };
}

function renamesAnyway(): Fault {
  return doesAnyway(at.replace, ({ body: sent, parameters }, world) => {
    const shelf = world.shelf<DecisionEndpoint>(parameters.environmentId ?? '', endpoints.kind);
    const entry = shelf.get(parameters[endpoints.item] ?? '');
    const { name } = (sent ?? {}) as { name?: string };
    if (entry !== undefined && name !== undefined) shelf.put({ ...entry, value: { ...entry.value, name } });
  });
}

function deletesAnyway(): Fault {
  return doesAnyway(at.remove, ({ parameters }, world) =>
    world.shelf(parameters.environmentId ?? '', endpoints.kind).remove(parameters[endpoints.item] ?? ''),
  );
}

/** Tells of a change that was made that it was not. */
function refusesAfterwards(): Fault {
  return body(at.replace, (shownSo, _asked, reply) => {
    if (shownSo.owned !== true) return;
    reply.status = 403;
    reply.body = errorBody(insufficientPermissions());
  });
}
