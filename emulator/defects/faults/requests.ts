import type { FastifyRequest } from 'fastify';
import { notFound } from '../../http/errors.ts';
import type { Fault } from '../defect.ts';
import type { Asked } from '../reply.ts';
import type { Where } from '../where.ts';

type Json = Record<string, unknown>;

/** Takes a parameter of the query as if it had another value, or, with undefined, as if it were not there. */
export function query(
  where: Where,
  name: string,
  becomes: (value: string, asked: Asked) => string | undefined = () => undefined,
): Fault {
  return (parts) =>
    parts.request(where, (request, asked) => {
      const old = asked.query.get(name);
      if (old === null) return;
      const next = becomes(old, asked);
      if (next === undefined) asked.query.delete(name);
      else asked.query.set(name, next);
      const search = asked.query.toString();
      request.raw.url = search === '' ? asked.path : `${asked.path}?${search}`;
    });
}

/** Reads another body than was sent; undefined leaves it as it is. */
export function reads(where: Where, as: (body: Json, asked: Asked) => Json | undefined): Fault {
  return (parts) =>
    parts.request(where, (request, asked) => {
      if (typeof asked.body !== 'object' || asked.body === null) return;
      const next = as(asked.body as Json, asked);
      if (next !== undefined) request.body = Buffer.from(JSON.stringify(next));
    });
}

/** Finds nothing at an address that ends with a slash. */
export function refusesSlash(where: Where): Fault {
  return (parts) =>
    parts.request(where, (_request, { path }) => {
      if (path.endsWith('/')) throw notFound();
    });
}

/** Looks at another header than was sent; undefined leaves it out. */
export function hears(
  where: Where,
  name: string,
  as: (value: string | undefined) => string | undefined,
): Fault {
  return (parts) =>
    parts.request(where, (request) => {
      const { headers } = request.raw;
      const old = headers[name];
      const next = as(Array.isArray(old) ? old[0] : old);
      if (next === undefined) delete headers[name];
      else headers[name] = next;
    });
}

/** Changes a request in any other way before it is handled. */
export function asks(where: Where, change: (request: FastifyRequest, asked: Asked) => void): Fault {
  return (parts) => parts.request(where, change);
}
