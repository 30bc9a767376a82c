import { assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, type Exchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { assertLeadsTo } from '../links.ts';
import { createRecording, recentOf, record } from './recording.ts';

/** One link of the list or of a decision in it. */
type LinkRow = {
  readonly row: string;
  readonly title: string;
  readonly relation: string;
  /** Whether the decision has it, or the list. */
  readonly of: 'list' | 'item';
  /** Where it leads, told the path of the endpoint. */
  readonly path: (endpoint: string, scope: Scope) => string;
  readonly followed?: boolean;
};

const rows: readonly LinkRow[] = [
  {
    row: 'recent-decisions-item-link-decision-endpoint',
    title: 'a listed decision links to its endpoint',
    relation: 'decisionEndpoint',
    of: 'item',
    path: (endpoint) => endpoint,
    followed: true,
  },
  {
    row: 'recent-decisions-item-link-environment',
    title: 'a listed decision links to its environment',
    relation: 'environment',
    of: 'item',
    path: (_endpoint, scope) => scope.environment,
  },
  {
    row: 'recent-decisions-list-link-self',
    title: 'the list links to itself',
    relation: 'self',
    of: 'list',
    path: recentOf,
  },
  {
    row: 'recent-decisions-list-link-environment',
    title: 'the list links to its environment',
    relation: 'environment',
    of: 'list',
    path: (_endpoint, scope) => scope.environment,
  },
];

/** The links of the list and of the decisions in it (Read Recent Decisions, sample). */
export const links: readonly Case[] = rows.map(({ row, title, relation, of, path, followed = false }) => ({
  title,
  requirements: [row],
  run: async ({ scope }) => {
    const endpoint = (await createRecording(scope)).path;
    const { item } = await record(scope, endpoint);
    const list = await scope.api.get(recentOf(endpoint));
    assertStatus(list, 200);
    const holder = of === 'list' ? list.json : memberOf(list, item.id);
    const href = assertLeadsTo(list, holder, relation, path(endpoint, scope));
    if (followed) assertStatus(await scope.api.get(href), 200);
  },
}));

function memberOf(list: Exchange, id: unknown): unknown {
  const members = at(list.json, '_embedded.recentDecisions');
  const found = Array.isArray(members) ? members.find((member) => at(member, 'id') === id) : undefined;
  if (found === undefined) throw new Blocked('a decision is no longer on the first page of the recent ones');
  return found;
}
