import { ApiError } from '../../http/errors.ts';
import type { Fault } from '../defect.ts';
import { askedOf } from '../reply.ts';
import type { Where } from '../where.ts';

/** Lists without the filter where it cannot be applied for such a reason. */
export function unfiltered(where: Where, says: RegExp): Fault {
  return (parts) =>
    parts.wrap(where, (handler) => async (request) => {
      try {
        return await handler(request);
      } catch (problem) {
        const told = problem instanceof ApiError ? problem.details : [];
        const meant = told.some(({ code, message }) => code === 'INVALID_FILTER' && says.test(message));
        const asked = askedOf(request);
        if (!meant || !asked.query.has('filter')) throw problem;
        asked.query.delete('filter');
        request.raw.url = `${asked.path}?${asked.query}`;
        return handler(request);
      }
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
