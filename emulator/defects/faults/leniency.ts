import type { Fault } from '../defect.ts';
import type { Where } from '../where.ts';

/** Lists without the filter where it cannot be applied for such a reason. */
export function unfiltered(where: Where, says: RegExp): Fault {
  return (parts) =>
    parts.refused(where, ({ details }, { path, query }, request, handler) => {
      const meant = details.some(({ code, message }) => code === 'INVALID_FILTER' && says.test(message));
      if (!meant || !query.has('filter')) return undefined;
      query.delete('filter');
      request.raw.url = `${path}?${query}`;
      return handler(request);
    });
}

/** Understands another query than was sent, as it stands in the address. */
export function misreads(where: Where, as: (search: string) => string): Fault {
  return (parts) =>
    parts.request(where, (request) => {
      const [path = '', ...search] = (request.raw.url ?? '').split('?');
      if (search.length > 0) request.raw.url = `${path}?${as(search.join('?'))}`;
    });
}
