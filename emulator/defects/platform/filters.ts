import { licenses } from '../../collections/licenses.ts';
import { defectsOf } from '../defect.ts';
import { evaluates, ignores } from '../faults/filtering.ts';
import { misreads, unfiltered } from '../faults/leniency.ts';
import { adds, omits } from '../faults/members.ts';
import { members } from '../faults/pages.ts';
import { misreports } from '../faults/refusals.ts';
import { eachInnerError, failsWhen } from '../faults/replies.ts';
import { query } from '../faults/requests.ts';
import { placesOf } from '../where.ts';
import { inEnvironments, inOperations, inPopulations, inServers, populations } from './places.ts';

const list = inPopulations.list;
const isFilter = { code: 'INVALID_FILTER' };

/** What a server can do wrong with filters, and with order and expand. */
export const filters = defectsOf({
  'platform-filter-result-exact': [
    ['lists all populations whatever the filter', ignores(list, /./)],
    [
      'finds one population by a filter and no more',
      members(list, (all, { query: asked }) => (asked.has('filter') ? all.slice(0, 1) : all)),
    ],
    ['lists all environments whatever the filter', ignores(inEnvironments.list, /./)],
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
  ],
  'platform-filter-quoted-values': [
    [
      'closes a quote in a filter of populations',
      query(list, 'filter', (text) => (/^[^"]*"[^"]*$/.test(text) ? `${text}"` : text)),
    ],
    [
      'takes a text without quotes in a filter of populations',
      query(list, 'filter', (text) => text.replace(/^(\S+ \S+ )([^"]+)$/, '$1"$2"')),
    ],
    [
      'refuses quotes in a filter of OAuth servers',
      query(inServers.list, 'filter', (text) => text.replaceAll('"', "'")),
    ],
  ],
  'platform-filter-unsupported-operator-400': [
    ['lists all populations for an operator that it does not know', unfiltered(list, /operator/)],
    ['filters populations by whole names', evaluates(populations, { operators: ['eq', 'co', 'ew'] })],
    ['takes not for a filter of populations', evaluates(populations, { combinators: ['not', 'or', 'and'] })],
  ],
  'platform-filter-unsupported-attribute-400': [
    ['lists all populations for an attribute that it does not know', unfiltered(list, /attribute/)],
    [
      'filters populations by their description',
      evaluates(populations, {
        attributes: {
          description: { operators: ['sw', 'eq'], compare: 'text', read: ({ value }) => value.description },
        },
      }),
    ],
  ],
  'platform-filter-malformed-400': [
    ['lists all populations for a broken filter', unfiltered(list, /lacks|read|after its end/)],
    [
      'overlooks an operator at the end of a filter of populations',
      query(list, 'filter', (text) => text.replace(/ (and|or)\s*$/, '')),
    ],
    [
      'closes parentheses in a filter of populations',
      query(list, 'filter', (text) => (/^\([^)]*$/.test(text) ? `${text})` : text)),
    ],
    [
      'answers 500 to a broken filter of populations',
      failsWhen(list, (asked, { status }) => status === 400 && asked.query.has('filter')),
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
  ],
  'platform-error-detail-invalid-filter': [
    ['calls a filter of populations invalid data', misreports(list, isFilter, () => undefined)],
    [
      'calls a filter of populations an invalid parameter',
      misreports(list, isFilter, (one) => ({ ...one, code: 'INVALID_PARAMETER' })),
    ],
  ],
  'platform-error-detail-invalid-filter-help': [
    [
      'tells an operator for populations that it refuses',
      eachInnerError(list, (inner) => {
        if (Array.isArray(inner.supportedOperators))
          inner.supportedOperators = [...inner.supportedOperators, 'gt'];
      }),
    ],
    [
      'tells an attribute of populations that it refuses',
      eachInnerError(list, (inner) => {
        if (Array.isArray(inner.supportedAttributes))
          inner.supportedAttributes = [...inner.supportedAttributes, 'description'];
      }),
    ],
    [
      'tells operators for populations as one text',
      eachInnerError(list, (inner) => {
        if (Array.isArray(inner.supportedOperators))
          inner.supportedOperators = inner.supportedOperators.join(', ');
      }),
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

function isEmpty(body: unknown): boolean {
  const { _embedded: embedded } = (body ?? {}) as { _embedded?: Record<string, readonly unknown[]> };
  return embedded !== undefined && Object.values(embedded).every((all) => all.length === 0);
}
