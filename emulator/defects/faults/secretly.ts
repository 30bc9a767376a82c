import { ApiError } from '../../http/errors.ts';
import type { Fault } from '../defect.ts';
import type { Where } from '../where.ts';
import { someToken } from './access.ts';

/** Refuses who may not, and does what was asked all the same. */
export function secretly(where: Where): Fault {
  return (parts) =>
    parts.wrap(where, (handler) => async (request) => {
      try {
        return await handler(request);
      } catch (problem) {
        if (!(problem instanceof ApiError) || ![401, 403].includes(problem.status)) throw problem;
        const { headers } = request.raw;
        const { authorization } = headers;
        headers.authorization = await someToken(parts);
        // whatever comes of it, the sender is told what was to be told
        await Promise.resolve(handler(request)).catch(() => {});
        headers.authorization = authorization;
        throw problem;
      }
    });
}
