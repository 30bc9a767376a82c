import { decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import { invalidData } from '../../http/errors.ts';
import { constraint } from '../../validation/faults.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { members, pageLink } from '../faults/pages.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { query } from '../faults/requests.ts';
import { together } from '../faults/state.ts';
import { accepts } from '../faults/validation.ts';
import { askedOf } from '../reply.ts';
import { at, nobody } from './places.ts';

const { list } = at;
const full = { code: 'CONSTRAINT_VIOLATION' };

/** What a server can do wrong with pages and filters of decision endpoints, and with their number. */
export const listDefects = defectsOf({
  'decision-endpoints-limit': [
    ['ignores the limit of a list of endpoints', query(list, 'limit')],
    [
      'puts one endpoint more than the limit on a page',
      query(list, 'limit', (limit) => String(Number(limit) + 1)),
    ],
    ['begins every page of endpoints anew', query(list, 'cursor')],
    ['ends a list of endpoints with its first page', pageLink(list, 'next')],
    [
      'has an empty last page of endpoints',
      members(list, (all, { query: asked }) => (asked.has('cursor') ? [] : all)),
    ],
  ],
  'decision-endpoints-filter-name-sw': [
    ['ignores filters on the names of endpoints', ignores(/^name/)],
    ['finds endpoints whose names hold the text elsewhere', rewrites(/\bsw\b/, 'co')],
    ['finds endpoints by their whole names only', rewrites(/\bsw\b/, 'eq')],
    ['finds no endpoint by its name', finds(/^name/, [])],
    ['fails at a filter on the names of endpoints', refusesFilter(/^name/, 500, 'UNEXPECTED_ERROR')],
  ],
  'decision-endpoints-filter-id-eq': [
    ['ignores filters on the ids of endpoints', ignores(/^id/)],
    ['finds every other endpoint by an id', rewrites(/\beq\b/, 'ne')],
    ['finds no endpoint by its id', finds(/^id/, [])],
    ['answers 404 to a filter on the ids of endpoints', refusesFilter(/^id/, 404, 'NOT_FOUND')],
    [
      'finds an endpoint twice by its id',
      members(list, (all, { query: asked }) =>
        /^id/.test(asked.get('filter') ?? '') ? [...all, ...all] : all,
      ),
    ],
  ],
  'decision-endpoints-filter-foreign-attributes': [
    ['fails at a filter on the organization', refusesFilter(/^organization/, 500, 'UNEXPECTED_ERROR')],
    ['fails at a filter on the licence', refusesFilter(/^license/, 500, 'UNEXPECTED_ERROR')],
    ['finds no endpoint of its own organization', finds(/^organization/, [])],
  ],
  'decision-endpoints-filter-and': [
    ['looks at the first of two filters only', query(list, 'filter', (text) => text.replace(/ and .*/, ''))],
    ['looks at the second of two filters only', query(list, 'filter', (text) => text.replace(/.* and /, ''))],
    ['finds endpoints that satisfy one of two filters', rewrites(/ and /, ' or ')],
    ['finds nothing by two filters', finds(/ and /, [])],
    ['refuses two filters that nothing satisfies', refusesIdle()],
  ],
  'decision-endpoints-filter-unsupported-operator': [
    ['ignores a filter with an operator that it does not know', ignores(/^name co/)],
    ['finds endpoints by a part of their names', operators('co')],
    ['finds nothing by an operator that it does not know', together(operators('co'), finds(/^name co/, []))],
    [
      'calls an operator that it does not know an invalid value',
      misreports(list, { code: 'INVALID_FILTER' }, (detail) => ({ ...detail, code: 'INVALID_VALUE' })),
    ],
    ['does not say why it refuses a filter', misreports(list, { code: 'INVALID_FILTER' }, () => undefined)],
    ['answers 404 to an operator that it does not know', refusesWith(list, undefined, 404, 'NOT_FOUND')],
  ],
  'decision-endpoints-default-endpoints': [
    ['lists endpoints of a new environment that are not there', members(list, haunted)],
  ],
  'decision-endpoints-quota': [
    ['takes any number of endpoints', accepts(decisionEndpoints, 'decisionEndpoints', full.code)],
    ['takes 34 endpoints', takes(34)],
    ['takes 29 endpoints', takes(29)],
    ['fails at the endpoint that is too many', refusesWith(at.create, full, 500, 'UNEXPECTED_ERROR')],
    ['answers 404 to the endpoint that is too many', refusesWith(at.create, full, 404, 'NOT_FOUND')],
  ],
});

type Json = Readonly<Record<string, unknown>>;

function ignores(which: RegExp): Fault {
  return query(list, 'filter', (text) => (which.test(text) ? undefined : text));
}

/** Reads another operator than was sent, whether or not it is one that clients may use. */
function rewrites(from: RegExp, to: string): Fault {
  const combinators = ['and', 'or'] as const;
  return together(
    operators('co', 'eq', 'ne'),
    (parts) => {
      const { filters } = decisionEndpoints;
      if (filters !== undefined) parts.change(decisionEndpoints, { filters: { ...filters, combinators } });
    },
    query(list, 'filter', (text) => text.replace(from, to)),
  );
}

/** Lets the names and ids of endpoints be compared in further ways. */
function operators(...more: readonly ('co' | 'eq' | 'ne')[]): Fault {
  return (parts) => {
    const { filters } = decisionEndpoints;
    const attributes = Object.entries(filters?.attributes ?? {}).map(([name, attribute]) => [
      name,
      { ...attribute, operators: [...attribute.operators, ...more] },
    ]);
    if (filters !== undefined)
      parts.change(decisionEndpoints, {
        filters: { ...filters, attributes: Object.fromEntries(attributes) },
      });
  };
}

function finds(which: RegExp, found: readonly Json[]): Fault {
  return members(list, (all, { query: asked }) => (which.test(asked.get('filter') ?? '') ? found : all));
}

function refusesFilter(which: RegExp, status: number, code: string): Fault {
  return (parts) =>
    parts.reply(list, (reply, { query: asked }) => {
      if (!which.test(asked.get('filter') ?? '')) return;
      Object.assign(reply, { status, body: { id: nobody, code, message: 'The request failed.' } });
    });
}

/** Adds an endpoint that cannot be read where there are default ones. */
function haunted(all: readonly Json[]): readonly Json[] {
  const [model] = all.filter(({ name }) => ['Dev', 'Test', 'Prod'].includes(String(name)));
  return model === undefined ? all : [...all, { ...model, id: nobody }];
}

function takes(most: number): Fault {
  const target = 'decisionEndpoints';
  return together(accepts(decisionEndpoints, target, full.code), (parts) => {
    const { verify } = decisionEndpoints;
    parts.change(decisionEndpoints, {
      verify: (candidate, faults) => {
        verify?.(candidate, faults);
        const { world, ownerId } = candidate.place;
        const { size } = world.shelf(ownerId, decisionEndpoints.kind);
        if (candidate.previous === undefined && size >= most)
          faults.push(constraint(target, `There can be no more than ${most}.`, { quotaLimit: most }));
      },
    });
  });
}

/** Refuses two filters as it refuses unknown ones, where they find nothing. */
function refusesIdle(): Fault {
  return (parts) =>
    parts.wrap(list, (handler) => async (request) => {
      const answer = await handler(request);
      const filter = askedOf(request).query.get('filter') ?? '';
      if (!/ and /.test(filter) || answer.body?.size !== 0) return answer;
      throw invalidData([{ code: 'INVALID_FILTER', target: 'filter', message: 'Nothing satisfies it.' }]);
    });
}
