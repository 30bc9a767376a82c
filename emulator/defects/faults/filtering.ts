import type { Collection } from '../../engine/collection.ts';
import type { Comparison } from '../../filter/expression.ts';
import type { Attribute, FilterPolicy } from '../../filter/policy.ts';
import type { Entry } from '../../store/shelf.ts';
import type { Fault } from '../defect.ts';
import { askedOf } from '../reply.ts';
import type { Where } from '../where.ts';
import { query } from './requests.ts';
import { together } from './state.ts';

/** Filters by what it does not know how to filter by. */
type More<T> = {
  /** further operators for every attribute */
  readonly operators?: readonly Comparison[];
  readonly attributes?: { readonly [name: string]: Attribute<Entry<T>> };
  readonly combinators?: FilterPolicy<Entry<T>>['combinators'];
};

/** Evaluates filters that it has to refuse. */
export function evaluates<T>(collection: Collection<T>, more: More<T>): Fault {
  return (parts) => {
    const { filters = { attributes: {}, combinators: [] } } = collection;
    const attributes = Object.entries(filters.attributes).map(([name, attribute]) => {
      const operators = [...attribute.operators, ...(more.operators ?? [])];
      return [name, { ...attribute, operators }] as const;
    });
    parts.change(collection as Collection<T> & object, {
      filters: {
        ...filters,
        attributes: { ...Object.fromEntries(attributes), ...more.attributes },
        combinators: more.combinators ?? filters.combinators,
      },
    });
  };
}

/** Takes one operator for another one. */
export function mistakes<T>(
  collection: Collection<T>,
  where: Where,
  operator: Comparison,
  taken: Comparison,
): Fault {
  return together(
    evaluates(collection, { operators: [taken] }),
    query(where, 'filter', (text) => text.replace(new RegExp(` ${operator} `, 'gi'), ` ${taken} `)),
  );
}

/** Lists as if there were no filter, where it is of such a form. */
export function ignores(where: Where, which: RegExp): Fault {
  return query(where, 'filter', (text) => (which.test(text) ? undefined : text));
}

/** Lists everything where a filter finds nothing. */
export function listsForNothing(where: Where): Fault {
  return (parts) =>
    parts.wrap(where, (handler) => async (request) => {
      const answer = await handler(request);
      if (answer.body?.size !== 0) return answer;
      request.raw.url = askedOf(request).path;
      return handler(request);
    });
}

/** Answers 404 where a collection, or what a filter finds in it, is empty. */
export function notFoundWhenEmpty(where: Where): Fault {
  return (parts) =>
    parts.reply(where, (reply) => {
      const page = reply.body as { size?: number } | undefined;
      const body = { id: crypto.randomUUID(), code: 'NOT_FOUND', message: 'There is none.' };
      if (page?.size === 0) Object.assign(reply, { status: 404, body });
    });
}
