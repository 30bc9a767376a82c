import { assert, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { createRecording, evaluateSeveral, recentOf, SMALLEST } from './recording.ts';
import { requestsOf } from './requests.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A recent decision in one representation, and the endpoint that made it. */
type Shown = {
  readonly value: unknown;
  readonly exchange: Exchange;
  readonly endpoint: Made;
};

/** What every representation of a recent decision has to show. */
type ItemRow = {
  readonly row: string;
  /** A sentence about a recent decision. */
  readonly title: string;
  readonly expected: string;
  readonly holds: (shown: Shown, scope: Scope) => boolean;
};

const rows: readonly ItemRow[] = [
  {
    row: 'recent-decisions-item-id-matches-response',
    title: 'a recent decision and the response in it have one id',
    expected: 'decisionResponse.id equal to id',
    holds: ({ value }) => at(value, 'decisionResponse.id') === at(value, 'id'),
  },
  {
    row: 'recent-decisions-decision-response-elapsed',
    title: 'the duration of a recent decision, where it is told, is a number of at least 0',
    expected: 'elapsedTime or elapsedMicroseconds, if any, at least 0',
    holds: ({ value }) =>
      ['elapsedTime', 'elapsedMicroseconds']
        .map((name) => at(value, `decisionResponse.${name}`))
        .every((time) => time === undefined || (typeof time === 'number' && time >= 0)),
  },
  {
    row: 'recent-decisions-decision-response-authorised',
    title: 'a recent decision is marked as authorised only where it permits',
    expected: 'authorised, if any, a boolean, and true beside PERMIT only',
    holds: ({ value }) => {
      const authorised = at(value, 'decisionResponse.authorised');
      if (authorised === true) return at(value, 'decisionResponse.decision') === 'PERMIT';
      return authorised === undefined || authorised === false;
    },
  },
  {
    row: 'recent-decisions-decision-response-statements',
    title: 'a recent decision lists its statements',
    expected: 'decisionResponse.statements, an array',
    holds: ({ value }) => Array.isArray(at(value, 'decisionResponse.statements')),
  },
  {
    row: 'recent-decisions-decision-endpoint-id',
    title: 'a recent decision names its endpoint',
    expected: 'decisionEndpointId equal to the id in the path',
    holds: ({ value, endpoint }) => at(value, 'decisionEndpointId') === endpoint.id,
  },
  {
    row: 'recent-decisions-environment-id',
    title: 'a recent decision names its environment',
    expected: 'environmentId equal to the id in the path',
    holds: ({ value }, scope) => at(value, 'environmentId') === scope.target.environmentId,
  },
];

/** What a recent decision tells of itself, in the list and read by its id (Read Recent Decisions, sample). */
export const items: readonly Case[] = [
  ...rows.map(
    ({ row, title, expected, holds }): Case => ({
      title,
      requirements: [row],
      run: async ({ scope }) => {
        for (const shown of await everyShown(scope)) {
          const { value, exchange } = shown;
          const detail = { expected, received: value, exchange };
          assert(holds(shown, scope), `${describeExchange(exchange)}: not so that ${title}`, detail);
        }
      },
    }),
  ),
  {
    title: 'each recent decision has a UUID of its own',
    requirements: ['recent-decisions-item-id'],
    run: async ({ scope }) => {
      const { path } = await createRecording(scope);
      const found = await evaluateSeveral(scope, path, [SMALLEST, SMALLEST]);
      const reads = await Promise.all(
        found.map(({ id }) => scope.api.get(`${recentOf(path)}/${String(id)}`)),
      );
      const ids = found.map(({ id }) => id);
      const shown = [...ids, ...reads.map(({ json, status }) => (status === 200 ? at(json, 'id') : ids[0]))];
      const sound = shown.every((id) => typeof id === 'string' && UUID.test(id));
      assert(sound && new Set(ids).size === ids.length, 'recent decisions without ids', {
        expected: 'a UUID for each decision, and no two alike',
        received: shown.map((id) => id ?? 'no id'),
      });
    },
  },
];

/**
 * Decisions of different outcomes in every representation: as members of the list and read by their ids. A read
 * that fails is judged elsewhere.
 */
async function everyShown(scope: Scope): Promise<readonly Shown[]> {
  const { policies, bodies } = requestsOf(scope);
  const endpoint = await createRecording(scope, true, policies);
  const to = recentOf(endpoint.path);
  const found = await evaluateSeveral(scope, endpoint.path, bodies);
  const list = await scope.api.get(to);
  assertStatus(list, 200);
  const reads = await Promise.all(found.map(({ id }) => scope.api.get(`${to}/${String(id)}`)));
  return [
    ...found.map((value) => ({ value, exchange: list, endpoint })),
    ...reads
      .filter(({ status }) => status === 200)
      .map((exchange) => ({ value: exchange.json, exchange, endpoint })),
  ];
}
