import type { Organization } from '../../collections/organizations.ts';
import type { Comparison } from '../../filter/expression.ts';
import type { Attribute } from '../../filter/policy.ts';
import type { Entry } from '../../store/shelf.ts';
import { defectsOf, type Way } from '../defect.ts';
import { nothingWhenEmpty } from '../faults/documents.ts';
import { evaluates, ignores, listsForNothing, mistakes, notFoundWhenEmpty } from '../faults/filtering.ts';
import { members } from '../faults/pages.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { query } from '../faults/requests.ts';
import { at, organizations } from './places.ts';

const { list } = at;

/** What a server can do wrong with filters and pages of organizations. */
export const filters = defectsOf({
  'organizations-filter-name-sw': [
    ['refuses to filter organizations by names', query(list, 'filter', (text) => `x${text}`)],
    ['does not look at a filter of organizations', ignores(list, /^name sw/)],
    ['finds organizations by any part of their names', mistakes(organizations, list, 'sw', 'co')],
    ['finds organizations by the end of their names', mistakes(organizations, list, 'sw', 'ew')],
    ['finds organizations by their whole names only', mistakes(organizations, list, 'sw', 'eq')],
    ['finds no organization', query(list, 'filter', () => 'name sw "nobody"')],
    [
      'finds organizations by the first letter of their names',
      query(list, 'filter', (text) => text.replace(/"(.).*"/su, '"$1"')),
    ],
  ],
  'organizations-filter-name-sw-no-match': [
    ['lists all organizations where none is found', listsForNothing(list)],
    ['answers 404 where no organization is found', notFoundWhenEmpty(list)],
    ['has no list where no organization is found', nothingWhenEmpty(list)],
  ],
  'organizations-filter-refuses-equality': refusing('equality', ['eq', 'ne']),
  'organizations-filter-refuses-ordering': refusing('order', ['gt', 'ge', 'lt', 'le']),
  'organizations-filter-refuses-substring': refusing('a part of names', ['co', 'ew']),
  'organizations-filter-refuses-membership': refusing('membership', ['in', 'pr']),
  'organizations-filter-refuses-logical': [
    ['joins filters of organizations by and', evaluates(organizations, { combinators: ['and'] })],
    ['joins filters of organizations by or', evaluates(organizations, { combinators: ['or'] })],
    ['negates filters of organizations', evaluates(organizations, { combinators: ['not'] })],
    [
      'looks at the first of several filters of organizations',
      query(list, 'filter', (text) => text.replace(/ (and|or) .*/, '')),
    ],
    ['lists all organizations for a negated filter', ignores(list, /^not/)],
    [
      'answers 404 to joined filters of organizations',
      refusesWith(list, { target: 'filter' }, 404, 'NOT_FOUND'),
    ],
  ],
  'organizations-filter-refuses-other-attributes': [
    ...['id', 'description', 'createdAt', 'updatedAt'].map(
      (name): Way => [
        `filters organizations by ${name}`,
        evaluates(organizations, { attributes: { [name]: attribute(name) } }),
      ],
    ),
    ['lists all organizations for an attribute that it does not know', ignores(list, /^unknown/)],
    [
      'filters organizations by their names whatever the attribute',
      query(list, 'filter', (text) => text.replace(/^\S+/, 'name')),
    ],
    [
      'answers 403 to another attribute of organizations',
      refusesWith(list, { target: 'filter' }, 403, 'ACCESS_FAILED'),
    ],
  ],
  'organizations-limit': [
    [
      'refuses a limit of 5000 organizations',
      (parts) => parts.change(organizations, { page: { maximum: 4999, standard: 25 } }),
    ],
    ['refuses a limit of 1 organization', query(list, 'limit', (limit) => (limit === '1' ? '0' : limit))],
    [
      'has an organization more than the limit on a page',
      members(list, (all, asked) => (asked.query.has('limit') ? [...all, ...all] : all)),
    ],
  ],
});

/** Ways to deal with operators that have to be refused. */
function refusing(what: string, operators: readonly Comparison[]): readonly Way[] {
  return [
    ...operators.map(
      (operator): Way => [
        `filters organizations by ${operator}`,
        evaluates(organizations, { operators: [operator] }),
      ],
    ),
    [
      `lists all organizations for a filter by ${what}`,
      ignores(list, new RegExp(` (${operators.join('|')})\\b`)),
    ],
    [
      `answers 409 to a filter of organizations by ${what}`,
      refusesWith(list, { target: 'filter' }, 409, 'INVALID_DATA'),
    ],
    [
      `calls a filter of organizations by ${what} too long`,
      misreports(list, { target: 'filter' }, (detail) => ({ ...detail, code: 'SIZE_LIMIT_EXCEEDED' })),
    ],
  ];
}

function attribute(name: string): Attribute<Entry<Organization>> {
  return {
    operators: ['sw'],
    compare: 'text',
    read: ({ id, createdAt, updatedAt, value: { description } }) =>
      ({ id, createdAt, updatedAt, description })[name],
  };
}
