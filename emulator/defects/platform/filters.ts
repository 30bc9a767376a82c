import { licenses } from '../../collections/licenses.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { body, status } from '../faults/answers.ts';
import { ignores, listsForNothing } from '../faults/filtering.ts';
import { misreads } from '../faults/leniency.ts';
import { adds, omits } from '../faults/members.ts';
import { members } from '../faults/pages.ts';
import { failsWhen } from '../faults/replies.ts';
import { query } from '../faults/requests.ts';
import { placesOf, type Where } from '../where.ts';
import { inEnvironments, inOperations, inPopulations, inServers } from './places.ts';

const list = inPopulations.list;
const _isFilter = { code: 'INVALID_FILTER' };

/** What a server can do wrong with filters, and with order and expand. */
export const filters = defectsOf({
  'platform-filter-result-exact': [
    ['lists all populations whatever the filter', ignores(list, /./)],
    [
      'finds one population by a filter and no more',
      members(list, (all, { query: asked }) => (asked.has('filter') ? all.slice(0, 1) : all)),
    ],
    ['lists all environments whatever the filter', ignores(inEnvironments.list, /./)],
    ['answers 500 the first time that it sees a filter of populations', failsAtFirst(list)],
  ],
  'platform-filter-no-match-200': [
    [
      'answers 404 where no population is found',
      failsWhen(list, ({ query: asked }, { body }) => asked.has('filter') && isEmpty(body), 404, 'NOT_FOUND'),
    ],
    [
      'answers 400 where no environment is found',
      failsWhen(
        inEnvironments.list,
        ({ query: asked }, { body }) => asked.has('filter') && isEmpty(body),
        400,
        'INVALID_DATA',
      ),
    ],
    ['lists all populations where it finds none', listsForNothing(list)],
  ],
  'platform-filter-encoding': [
    [
      'compares a filter of OAuth servers before it decodes it',
      misreads(inServers.list, (search) => search.replaceAll('%', '%25')),
    ],
    [
      'takes a filter of populations for Latin-1',
      query(list, 'filter', (text) => Buffer.from(text, 'utf8').toString('latin1')),
    ],
    [
      'does not decode quotes in a filter of environments',
      misreads(inEnvironments.list, (search) => search.replaceAll('%22', '%2522')),
    ],
    [
      'does not decode letters in a filter of OAuth servers',
      misreads(inServers.list, (search) => search.replace(/%(?=[46][1-9A-F]|[57][0-9A])/g, '%25')),
    ],
    [
      'lists all populations for a filter whose spaces are percent-encoded',
      misreads(list, (search) => (search.includes('%20') ? '' : search)),
      ['platform-filter-plus-as-space'],
    ],
  ],
  'platform-filter-plus-as-space': [
    [
      'takes a plus in a filter of populations for a plus',
      misreads(list, (search) => search.replaceAll('+', '%2B')),
    ],
    [
      'leaves a plus in a filter of environments out',
      misreads(inEnvironments.list, (search) => search.replaceAll('+', '')),
    ],
    [
      'lists all populations for a filter with a plus',
      misreads(list, (search) => (search.includes('+') ? '' : search)),
    ],
  ],
  'platform-filter-injection': [
    [
      'takes signs in a filter of populations for a pattern',
      query(list, 'filter', (text) => text.replace(/^(name sw ".+?)[%_.*].*"$/, '$1"')),
    ],
    [
      'answers 500 to signs in a filter of populations',
      failsWhen(list, ({ query: asked }) => /[%*\\]/.test(asked.get('filter') ?? '')),
    ],
    [
      'takes signs in a filter of environments for a pattern',
      query(inEnvironments.list, 'filter', (text) => text.replace(/^(name \w\w ".+?)[%_.*].*"$/, '$1"')),
    ],
    [
      'answers 500 to an apostrophe in a filter of populations',
      failsWhen(list, ({ query: asked }) => asked.get('filter')?.includes("'") === true),
    ],
  ],
  'platform-expand-embeds': [
    ['does not look at what operations are to be read with', query(inOperations.read, 'expand')],
    [
      'reads the scopes of an operation where nothing was asked',
      adds(inOperations.read, '_embedded.scopes', []),
    ],
    [
      'leaves the groups of an operation out of what is embedded',
      omits(inOperations.read, '_embedded.groups'),
    ],
    [
      'answers 206 to the read of an operation with what it is to be read with',
      status(inOperations.read, 200, 206, ({ query: asked }) => asked.has('expand')),
    ],
    [
      'reads an operation with scopes or groups unless it is to be read with them',
      body(inOperations.read, (one, { query: asked }) => {
        if (!asked.has('expand')) one._embedded = { scopes: [], groups: [] };
      }),
    ],
  ],
  'platform-order-direction': [
    [
      'does not look at the minus of an order of licences',
      query(placesOf(licenses).list, 'order', (text) => text.replace(/^-/, '')),
    ],
    [
      'orders licences the other way round',
      query(placesOf(licenses).list, 'order', (text) => (text.startsWith('-') ? text.slice(1) : `-${text}`)),
    ],
    ['does not order licences', query(placesOf(licenses).list, 'order')],
  ],
});

function failsAtFirst(where: Where): Fault {
  return (parts) => {
    const seen = new Set<string>();
    failsWhen(where, ({ query: asked }) => {
      const text = asked.get('filter');
      if (text === null || seen.has(text)) return false;
      seen.add(text);
      return true;
    })(parts);
  };
}

function isEmpty(body: unknown): boolean {
  const { _embedded: embedded } = (body ?? {}) as { _embedded?: Record<string, readonly unknown[]> };
  return embedded !== undefined && Object.values(embedded).every((all) => all.length === 0);
}
