import { required } from '../../validation/faults.ts';
import { defectsOf } from '../defect.ts';
import { evaluates, ignores } from '../faults/filtering.ts';
import { unfiltered } from '../faults/leniency.ts';
import { misreports } from '../faults/refusals.ts';
import { eachInnerError, failsWhen } from '../faults/replies.ts';
import { query } from '../faults/requests.ts';
import { refusesWhen } from '../faults/sometimes.ts';
import { inPopulations, inServers, populations } from './places.ts';

const list = inPopulations.list;
const isFilter = { code: 'INVALID_FILTER' };

/** What a server can do wrong with filters that it has to refuse, and with what it says of them. */
export const filterRefusals = defectsOf({
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
    [
      'calls a filter of populations with a text in quotes a missing one',
      refusesWhen(
        list,
        ({ query: asked }) => /^\S+ \S+ "[^"]*"$/.test(asked.get('filter') ?? ''),
        400,
        'INVALID_DATA',
        [required('filter')],
      ),
      ['platform-filter-result-exact'],
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
    [
      'lists all populations for an operator of three letters and more that does not exist',
      ignores(list, /^\S+ x[a-z]{2,} "/),
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
});
