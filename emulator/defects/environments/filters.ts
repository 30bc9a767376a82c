import { environments } from '../../collections/environments.ts';
import type { Comparison } from '../../filter/expression.ts';
import type { Attribute } from '../../filter/policy.ts';
import type { Entry } from '../../store/shelf.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { evaluates, ignores, mistakes } from '../faults/filtering.ts';
import { query } from '../faults/requests.ts';
import { together } from '../faults/state.ts';
import { askedOf } from '../reply.ts';
import { at, type Stored } from './places.ts';

const refused = (row: string) => `environments-filter-refuses-${row}`;

/** What a server can do wrong with filters of the list of environments. */
export const filters = defectsOf({
  'environments-filter-name-sw': [
    ['finds environments by any part of their name', mistakes(environments, at.list, 'sw', 'co')],
    ['finds environments by their whole name only', mistakes(environments, at.list, 'sw', 'eq')],
    ['finds environments by the end of their name', mistakes(environments, at.list, 'sw', 'ew')],
    ['finds environments by the first letter of a filter', firstLetter()],
    [
      'finds no environment by a text of one letter',
      query(at.list, 'filter', (text) => (/^name sw "."$/.test(text) ? 'name sw "nobody"' : text)),
    ],
  ],
  'environments-filter-name-sw-case': [
    [
      'compares the names of environments exactly',
      reading('name', { operators: ['sw'], compare: 'exact', read: ({ value }) => value.name }),
    ],
    [
      'looks for names of environments in small letters',
      reading('name', { operators: ['sw'], compare: 'exact', read: ({ value }) => value.name.toLowerCase() }),
    ],
  ],
  'environments-filter-name-sw-no-match': [
    ['lists every environment where a filter finds none', listsAllForNone()],
    [
      'answers 404 where a filter finds no environment',
      (parts) =>
        parts.reply(at.list, (reply) => {
          if ((reply.body as { count?: number } | undefined)?.count === 0) reply.status = 404;
        }),
    ],
    ['ignores filters by the name of an environment', ignores(at.list, /^name sw/)],
  ],
  ...Object.fromEntries(
    (['id', 'organization.id', 'license.id', 'status'] as const).map((name) => [
      `environments-filter-${name.replace('.', '-')}-eq`,
      [
        [`ignores filters by the ${name} of an environment`, ignores(at.list, new RegExp(`^${name} eq`))],
        [
          `finds no environment by its ${name}`,
          query(at.list, 'filter', (text) => (text.startsWith(`${name} eq`) ? 'id eq "nobody"' : text)),
        ],
        [
          `answers 404 to filters by the ${name} of an environment`,
          answersTo(new RegExp(`^${name} eq`), 404),
        ],
      ],
    ]),
  ),
  'environments-filter-and': [
    ['applies the first of two conditions only', query(at.list, 'filter', (text) => text.split(' and ')[0])],
    [
      'applies the last of two conditions only',
      query(at.list, 'filter', (text) => text.split(' and ').at(-1)),
    ],
    [
      'takes and for or',
      together(
        evaluates(environments, { combinators: ['or'] }),
        query(at.list, 'filter', (text) => text.replace(' and ', ' or ')),
      ),
    ],
    ['ignores filters of two conditions', ignores(at.list, / and /)],
  ],
  ...refusedOperators('equality-on-name', ['eq', 'ne']),
  ...refusedOperators('ordering', ['gt', 'ge', 'lt', 'le']),
  ...refusedOperators('substring', ['co', 'ew']),
  ...refusedOperators('membership', ['in', 'pr']),
  [refused('or-not')]: [
    ['evaluates or in filters of environments', evaluates(environments, { combinators: ['and', 'or'] })],
    ['evaluates not in filters of environments', evaluates(environments, { combinators: ['and', 'not'] })],
    ['ignores filters of environments with or', ignores(at.list, / or /)],
    ['ignores filters of environments with not', ignores(at.list, /^not /)],
  ],
  [refused('other-attributes')]: [
    [
      'finds environments by the beginning of their description',
      reading('description', { operators: ['sw'], compare: 'text', read: ({ value }) => value.description }),
    ],
    [
      'finds environments by the beginning of their region',
      reading('region', { operators: ['sw'], compare: 'text', read: ({ value }) => value.region }),
    ],
    [
      'finds environments by the beginning of their id',
      reading('id', { operators: ['eq', 'sw'], compare: 'exact', read: ({ id }) => id }),
    ],
    ['ignores filters by attributes of environments that it does not know', ignores(at.list, /^unknown/)],
    [
      'finds no environment by what it was created at',
      query(at.list, 'filter', (text) => (text.startsWith('createdAt') ? 'id eq "nobody"' : text)),
    ],
  ],
});

/** Two defects for each operator that names cannot be compared with: it is evaluated, or the whole list returned. */
function refusedOperators(row: string, operators: readonly Comparison[]) {
  const ways = operators.flatMap((operator): [string, Fault][] => [
    [
      `compares names of environments with ${operator}`,
      reading('name', { operators: ['sw', operator], compare: 'text', read: ({ value }) => value.name }),
    ],
    [
      `ignores filters of environments with ${operator}`,
      ignores(at.list, new RegExp(`^name ${operator}\\b`)),
    ],
  ]);
  return { [refused(row)]: ways };
}

function reading(name: string, attribute: Attribute<Entry<Stored>>): Fault {
  return evaluates(environments, { attributes: { [name]: attribute } });
}

function firstLetter(): Fault {
  return query(at.list, 'filter', (text) => text.replace(/^name sw "(.).*"$/, 'name sw "$1"'));
}

function answersTo(filter: RegExp, answered: number): Fault {
  return (parts) =>
    parts.reply(at.list, (reply, asked) => {
      if (filter.test(asked.query.get('filter') ?? '')) reply.status = answered;
    });
}

function listsAllForNone(): Fault {
  return (parts) =>
    parts.wrap(at.list, (handler) => async (request) => {
      const answer = await handler(request);
      if (answer.body?.count !== 0) return answer;
      request.raw.url = askedOf(request).path;
      return handler(request);
    });
}
