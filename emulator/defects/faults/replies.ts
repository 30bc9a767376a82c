import { randomUUID } from 'node:crypto';
import type { Fault } from '../defect.ts';
import { type Asked, type Reply, setHeader } from '../reply.ts';
import type { Where } from '../where.ts';
import { error, isObject } from './answers.ts';

type Json = Record<string, unknown>;
type When = (asked: Asked, reply: Reply) => boolean;

/** Answers with an error of its own where a condition holds; whatever was asked has been done by then. */
export function failsWhen(where: Where, when: When, status = 500, code = 'UNEXPECTED_ERROR'): Fault {
  return insteadOf(where, when, status, () => ({
    id: randomUUID(),
    code,
    message: 'The request could not be completed.',
  }));
}

/** Answers with a success of its own where a condition holds. */
export function succeedsWhen(
  where: Where,
  when: When,
  status: number,
  json: (asked: Asked) => unknown = () => undefined,
): Fault {
  return insteadOf(where, when, status, json);
}

/** Sends what is made of a header in its place; undefined leaves it out. */
export function sends(
  where: Where,
  name: string,
  as: (old: string | undefined, asked: Asked, reply: Reply) => string | undefined,
): Fault {
  return (parts) =>
    parts.reply(where, (reply, asked) => setHeader(reply, name, as(headerIn(reply, name), asked, reply)));
}

/** Alters the body of errors of one status. */
export function errorOf(where: Where, status: number, change: (problem: Json, asked: Asked) => void): Fault {
  return error(where, (problem, asked, reply) => {
    if (reply.status === status) change(problem, asked);
  });
}

/** Alters each detail of errors, of one status where one is given. */
export function eachDetail(
  where: Where,
  change: (detail: Json, asked: Asked) => void,
  status?: number,
): Fault {
  return error(where, (problem, asked, reply) => {
    if (status !== undefined && reply.status !== status) return;
    const details = Array.isArray(problem.details) ? problem.details : [];
    for (const detail of details.filter(isObject)) change(detail, asked);
  });
}

/** Alters what a detail tells beside its code, where it tells anything. */
export function eachInnerError(where: Where, change: (inner: Json, asked: Asked) => void): Fault {
  return eachDetail(where, (detail, asked) => {
    if (isObject(detail.innerError)) change(detail.innerError, asked);
  });
}

function insteadOf(where: Where, when: When, status: number, json: (asked: Asked) => unknown): Fault {
  return (parts) =>
    parts.reply(where, (reply, asked) => {
      if (!when(asked, reply)) return;
      reply.status = status;
      reply.body = json(asked);
      delete reply.text;
    });
}

function headerIn(reply: Reply, name: string): string | undefined {
  for (let index = 0; index < reply.headers.length; index += 2)
    if (reply.headers[index]?.toLowerCase() === name.toLowerCase()) return reply.headers[index + 1];
  return undefined;
}
