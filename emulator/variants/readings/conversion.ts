import type { FastifyRequest } from 'fastify';
import type { Fault } from '../../defects/defect.ts';
import { ApiError, type Detail } from '../../http/errors.ts';

/** What is told of a scalar of another type, and what becomes of it; undefined where it cannot be converted. */
const conversions: readonly (readonly [says: RegExp, as: (value: unknown) => unknown])[] = [
  [
    /must be a string/,
    (value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined),
  ],
  [/must be a boolean/, (value) => (value === 'true' ? true : value === 'false' ? false : undefined)],
  [
    /must be an? (integer|number)/,
    (value) => (typeof value === 'string' && /^-?[0-9]+$/.test(value) ? Number(value) : undefined),
  ],
];

/** Converts scalars to the type that the model gives: a number to text, a text to a boolean. */
export function convertsScalars(): Fault {
  return (parts) =>
    parts.wrap(['POST /*', 'PUT /*', 'PATCH /*'], (handler) => async (request) => {
      for (;;) {
        try {
          return await handler(request);
        } catch (problem) {
          if (!(problem instanceof ApiError) || problem.status !== 400) throw problem;
          if (!converted(request, problem.details)) throw problem;
        }
      }
    });
}

/** Converts what details complain about in the body; false when there is nothing to convert. */
function converted(request: FastifyRequest, details: readonly Detail[]): boolean {
  const json = parsed(request.body);
  if (json === undefined) return false;
  const done = details.filter(({ message, target = '' }) => {
    const as = conversions.find(([says]) => says.test(message))?.[1];
    return (
      as !== undefined &&
      convert(
        json,
        target.split(/[.[\]]+/).filter((step) => step !== ''),
        as,
      )
    );
  });
  if (done.length === 0) return false;
  request.body = Buffer.from(JSON.stringify(json));
  return true;
}

function convert(
  node: unknown,
  [step = '', ...rest]: readonly string[],
  as: (value: unknown) => unknown,
): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const holder = node as Record<string, unknown>;
  if (rest.length > 0) return convert(holder[step], rest, as);
  const next = as(holder[step]);
  if (next === undefined) return false;
  holder[step] = next;
  return true;
}

function parsed(body: unknown): unknown {
  try {
    return body instanceof Buffer ? (JSON.parse(body.toString('utf8')) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
