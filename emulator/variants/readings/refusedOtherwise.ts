import type { Fault } from '../../defects/defect.ts';
import { type Asked, askedOf } from '../../defects/reply.ts';
import type { Where } from '../../defects/where.ts';
import { ApiError } from '../../http/errors.ts';

/** Refuses in another way what is refused; undefined leaves a refusal as it is. */
export function refusedOtherwise(
  where: Where,
  as: (
    problem: ApiError,
    asked: Asked,
    authorization: string | undefined,
  ) => ApiError | undefined | Promise<ApiError | undefined>,
): Fault {
  return (parts) =>
    parts.wrap(where, (handler) => async (request) => {
      try {
        return await handler(request);
      } catch (problem) {
        if (!(problem instanceof ApiError)) throw problem;
        throw (await as(problem, askedOf(request), request.raw.headers.authorization)) ?? problem;
      }
    });
}
