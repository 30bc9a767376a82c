import type { FastifyRequest } from 'fastify';
import { ApiError, type Detail, invalidData } from '../../http/errors.ts';
import { required } from '../../validation/faults.ts';
import type { Fault } from '../defect.ts';
import type { Asked } from '../reply.ts';
import type { Where } from '../where.ts';
import { matching, type Which } from './validation.ts';

type Json = Record<string, unknown>;

/** Refuses a body that it has to take, by what was sent. */
export function refusesSent(
  where: Where,
  target: string,
  when: (body: Json, asked: Asked) => boolean,
): Fault {
  return (parts) =>
    parts.request(where, (_request, asked) => {
      const { body } = asked;
      if (typeof body === 'object' && body !== null && when(body as Json, asked))
        throw invalidData([required(target)]);
    });
}

/** Tells something else of a refusal: its details as they are changed, or, without them, nothing of why. */
export function misreports(
  where: Where,
  which: Which,
  change: (detail: Detail) => Detail | undefined,
): Fault {
  const meant = matching(which);
  return refusedOtherwise(where, (problem) => {
    const details = problem.details
      .map((one) => (meant(one) ? change(one) : one))
      .filter((one) => one !== undefined);
    return new ApiError(problem.status, problem.code, problem.message, details);
  });
}

/** Refuses with another status or code what is refused for such a reason; without one, whatever is refused. */
export function refusesWith(where: Where, which: Which | undefined, status: number, code: string): Fault {
  const meant = which && matching(which);
  return refusedOtherwise(where, (problem) =>
    meant === undefined || problem.details.some(meant)
      ? new ApiError(status, code, problem.message, problem.details)
      : undefined,
  );
}

/** Does what a refusal says it did not. */
export function doesAnyway(
  where: Where,
  act: (asked: Asked, world: Parameters<Fault>[0]['gatekeeper']['world']) => void,
  when: (problem: ApiError) => boolean = () => true,
): Fault {
  return (parts) =>
    parts.refused(where, (problem, asked) => {
      if (when(problem)) act(asked, parts.gatekeeper.world);
      return undefined;
    });
}

/** Refuses in another way what is refused; undefined leaves a refusal as it is. */
export function refusedOtherwise(
  where: Where,
  as: (
    problem: ApiError,
    asked: Asked,
    request: FastifyRequest,
  ) => ApiError | undefined | Promise<ApiError | undefined>,
): Fault {
  return (parts) =>
    parts.refused(where, async (problem, asked, request) => {
      throw (await as(problem, asked, request)) ?? problem;
    });
}
