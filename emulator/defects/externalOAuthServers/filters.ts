import { defectsOf } from '../defect.ts';
import { evaluates, ignores, mistakes } from '../faults/filtering.ts';
import { members } from '../faults/pages.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { query } from '../faults/requests.ts';
import { at, nobody, servers } from './places.ts';

const read = ({ value }: { value: { description?: string } }) => value.description;

/** What a server can do wrong with filters of external OAuth servers. */
export const filters = defectsOf({
  'external-oauth-servers-filter-name-co': [
    ['finds names of OAuth servers by their beginning only', mistakes(servers, at.list, 'co', 'sw')],
    ['finds names of OAuth servers by their end only', mistakes(servers, at.list, 'co', 'ew')],
    ['finds whole names of OAuth servers only', mistakes(servers, at.list, 'co', 'eq')],
    ['does not look at the filter of OAuth servers', ignores(at.list, /./)],
    [
      'finds no more than one OAuth server',
      members(at.list, (all, asked) => (asked.query.has('filter') ? all.slice(0, 1) : all)),
    ],
    ['finds nothing by a filter of OAuth servers', query(at.list, 'filter', () => `name co "${nobody}"`)],
    ['refuses to filter OAuth servers by name', query(at.list, 'filter', (text) => `x${text}`)],
  ],
  'external-oauth-servers-filter-unsupported-attribute': [
    ['lists all OAuth servers for an attribute that it does not know', ignores(at.list, /^(?!name )/)],
    [
      'filters OAuth servers by their description',
      evaluates(servers, { attributes: { description: { operators: ['co'], compare: 'text', read } } }),
    ],
    [
      'filters OAuth servers by their names whatever the attribute',
      query(at.list, 'filter', (text) => text.replace(/^\S+ \S+/, 'name co')),
    ],
    [
      'answers 404 to a filter by another attribute of OAuth servers',
      refusesWith(at.list, { target: 'filter' }, 404, 'NOT_FOUND'),
    ],
    [
      'calls another attribute of OAuth servers an invalid value',
      misreports(at.list, { target: 'filter' }, (detail) => ({ ...detail, code: 'REQUIRED_VALUE' })),
    ],
  ],
  'external-oauth-servers-filter-unsupported-operator': [
    ['filters OAuth servers by whole names', evaluates(servers, { operators: ['eq'] })],
    ['filters OAuth servers by the beginning of names', evaluates(servers, { operators: ['sw'] })],
    ['filters OAuth servers by the end of names', evaluates(servers, { operators: ['ew'] })],
    ['takes every operator for co', query(at.list, 'filter', (text) => text.replace(/^(\S+) \S+/, '$1 co'))],
    ['lists all OAuth servers for an operator that it does not know', ignores(at.list, /^\S+ (?!co)/)],
    [
      'answers 403 to a filter by another operator of OAuth servers',
      refusesWith(at.list, { target: 'filter' }, 403, 'ACCESS_FAILED'),
    ],
  ],
});
