import { recentDecisions } from '../../collections/recentDecisions.ts';
import { defectsOf } from '../defect.ts';
import { evaluation, recordsAs } from '../faults/history.ts';
import { gives, misleads, omits, unlinks } from '../faults/members.ts';
import { pageLink } from '../faults/pages.ts';
import { shows } from '../faults/state.ts';
import { list, nobody, read, shown } from './places.ts';

const response = 'decisionResponse';
const decision = `${response}.decision`;

/** What a server can do wrong with a recent decision and with the links of it and of its list. */
export const items = defectsOf({
  'recent-decisions-item-id': [
    ['calls every recent decision by the id of its endpoint', shows(recentDecisions, asEndpoint)],
    ['lists recent decisions without ids', omits(list, 'id')],
    ['numbers recent decisions', gives(shown, 'id', 1)],
    ['reads a recent decision without its id', omits(read, 'id')],
  ],
  'recent-decisions-item-id-matches-response': [
    [
      'gives the recorded response an id of its own',
      gives(shown, `${response}.id`, () => crypto.randomUUID()),
    ],
    ['lists recorded responses without ids', omits(list, `${response}.id`)],
    ['reads a recorded response under another id', gives(read, `${response}.id`, nobody)],
  ],
  'recent-decisions-item-id-matches-evaluation': [
    [
      'answers an evaluation with another id than it records',
      gives(evaluation, 'id', () => crypto.randomUUID()),
    ],
    ['shows recorded responses under other ids', shows(recentDecisions, renumbered)],
  ],
  'recent-decisions-decision-recorded': [
    ['records DENY for everything', recordsAs(decided(() => 'DENY'))],
    ['records INDETERMINATE where it answered PERMIT', recordsAs(decided(indeterminate))],
    ['records decisions in small letters', recordsAs(decided((one) => one.toLowerCase()))],
    ['records no decision', omits(shown, decision)],
    ['answers another decision than it records', gives(evaluation, 'decision', denied)],
  ],
  'recent-decisions-decision-response-elapsed': [
    ['records a duration as a text', gives(shown, `${response}.elapsedTime`, String)],
    ['records a duration below zero', gives(shown, `${response}.elapsedTime`, -1)],
    ['reads a duration as nothing', gives(read, `${response}.elapsedTime`, null)],
  ],
  'recent-decisions-decision-response-authorised': [
    ['marks denials as authorised', gives(shown, response, authorisedBeside('DENY'))],
    ['marks every decision as authorised', gives(shown, `${response}.authorised`, true)],
    ['marks decisions as authorised by a text', gives(shown, `${response}.authorised`, String)],
  ],
  'recent-decisions-decision-response-statements': [
    ['records null for statements', gives(shown, `${response}.statements`, null)],
    ['records statements as an object', gives(shown, `${response}.statements`, { 0: 'none' })],
    ['reads a recorded response without statements', omits(read, `${response}.statements`)],
    ['lists recorded responses without statements', omits(list, `${response}.statements`)],
  ],
  'recent-decisions-decision-endpoint-id': [
    ['names another endpoint in a recent decision', gives(shown, 'decisionEndpointId', nobody)],
    ['lists recent decisions without their endpoint', omits(list, 'decisionEndpointId')],
    ['reads a recent decision without its endpoint', omits(read, 'decisionEndpointId')],
    [
      'names the endpoint of a recent decision by its address',
      gives(shown, 'decisionEndpointId', { id: nobody }),
    ],
  ],
  'recent-decisions-environment-id': [
    ['names an empty environment in a recent decision', gives(shown, 'environmentId', '')],
    ['names another environment in a recent decision', gives(read, 'environmentId', nobody)],
    ['lists recent decisions without their environment', omits(list, 'environmentId')],
  ],
  'recent-decisions-requested-at': [
    [
      'tells the time of the read as that of the request',
      gives(shown, 'requestedAt', () => new Date().toISOString()),
    ],
    [
      'tells the time of a request in seconds',
      gives(shown, 'requestedAt', (time: unknown) => Date.parse(String(time)) / 1000),
    ],
    ['tells the time of a request in another zone', gives(shown, 'requestedAt', hoursLater(2))],
    [
      'tells the day of a request alone',
      gives(shown, 'requestedAt', (time: unknown) => String(time).slice(0, 10)),
    ],
    ['does not tell the time of a request', omits(shown, 'requestedAt')],
  ],
  'recent-decisions-item-link-decision-endpoint': [
    ['lists recent decisions without links to their endpoint', unlinks(list, 'decisionEndpoint')],
    ['links recent decisions to all endpoints', misleads(list, 'decisionEndpoint', parentOf)],
    [
      'links recent decisions to another endpoint',
      misleads(list, 'decisionEndpoint', (href) => lastAs(href, nobody)),
    ],
    [
      'links recent decisions to their endpoint below another version of the API',
      misleads(list, 'decisionEndpoint', (href) => href.replace('/v1/', '/v0/')),
    ],
  ],
  'recent-decisions-item-link-environment': [
    [
      'links recent decisions to another environment',
      misleads(list, 'environment', (href) => lastAs(href, nobody)),
    ],
    ['lists recent decisions without links to their environment', unlinks(list, 'environment')],
  ],
  'recent-decisions-list-link-self': [
    ['links a list of recent decisions to its endpoint as itself', pageLink(list, 'self', parentOf)],
    ['leaves the self link out of a list of recent decisions', pageLink(list, 'self')],
  ],
  'recent-decisions-list-link-environment': [
    ['leaves the environment link out of a list of recent decisions', pageLink(list, 'environment')],
    ['links a list of recent decisions to all environments', pageLink(list, 'environment', parentOf)],
  ],
});

type Shown = Readonly<Record<string, unknown>>;
type Decision = Parameters<Parameters<typeof recordsAs>[0]>[0];

function asEndpoint(one: Shown): Shown {
  const id = one.decisionEndpointId;
  return { ...one, id, [response]: { ...(one[response] as object), id } };
}

function renumbered(one: Shown): Shown {
  const id = String(one.id).replace(/^.{8}/, '11111111');
  return { ...one, id, [response]: { ...(one[response] as object), id } };
}

function decided(as: (decision: string) => string): (recorded: Decision) => Decision {
  return (recorded) => {
    const { decisionResponse } = recorded;
    return {
      ...recorded,
      decisionResponse: { ...decisionResponse, decision: as(decisionResponse.decision) },
    };
  };
}

function indeterminate(one: string): string {
  return one === 'PERMIT' ? 'INDETERMINATE' : one;
}

function denied(one: unknown): unknown {
  return one === 'PERMIT' ? 'DENY' : one;
}

function authorisedBeside(which: string): (old: unknown) => unknown {
  return (old) => {
    const one = old as { decision?: unknown };
    return one.decision === which ? { ...one, authorised: true } : one;
  };
}

function hoursLater(hours: number): (time: unknown) => string {
  return (time) => new Date(Date.parse(String(time)) + hours * 3_600_000).toISOString();
}

function parentOf(href: string): string {
  return href.replace(/\/[^/]+$/, '');
}

function lastAs(href: string, id: string): string {
  return href.replace(/[^/]+$/, id);
}
