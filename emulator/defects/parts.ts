import type { FastifyRequest } from 'fastify';
import type { Handler, Served } from '../http/application.ts';
import { ApiError } from '../http/errors.ts';
import type { Gatekeeper } from '../oauth/authenticate.ts';
import type { Altered } from '../prepared.ts';
import type { EmulatorSeed } from '../seed.ts';
import { type Asked, askedOf, caught, type Reply, written } from './reply.ts';
import { matcher, type Where } from './where.ts';

/** The seams of one emulator, as a fault sees them. */
export type Parts = {
  readonly gatekeeper: Gatekeeper;
  readonly seed: EmulatorSeed;
  /** Replaces members of one of the emulator's tables, such as a collection, until the emulator is closed. */
  readonly change: <T extends object>(table: T, members: Partial<T>) => void;
  /** Alters answers, of errors too, just before they are sent. */
  readonly reply: (where: Where, alter: (reply: Reply, asked: Asked) => void) => void;
  /** Alters requests before their handlers see them. */
  readonly request: (where: Where, alter: (request: FastifyRequest, asked: Asked) => void) => void;
  /** Has its say where a handler refuses: what it returns is answered, what it throws is told, else the refusal is. */
  readonly refused: (where: Where, instead: Instead) => void;
  /** Puts something in the place of the handlers. */
  readonly wrap: (where: Where, wrapper: (handler: Handler) => Handler) => void;
};

/** What is done about a refusal; undefined lets it stand. */
export type Instead = (
  problem: ApiError,
  asked: Asked,
  request: FastifyRequest,
  handler: Handler,
) => Answered | undefined | Promise<Answered | undefined>;

type Answered = Awaited<ReturnType<Handler>>;

/** Applies a fault to an emulator that is about to start. */
export function alter(apply: (parts: Parts) => void, gatekeeper: Gatekeeper, seed: EmulatorSeed): Altered {
  const restores: (() => void)[] = [];
  const replies: { matches: ReturnType<typeof matcher>; alter: Parameters<Parts['reply']>[1] }[] = [];
  const wrappers: { matches: ReturnType<typeof matcher>; wrapper: (handler: Handler) => Handler }[] = [];
  const wrap: Parts['wrap'] = (where, wrapper) => wrappers.push({ matches: matcher(where), wrapper });
  const restore = () => {
    for (const one of restores.splice(0).reverse()) one();
  };
  const parts: Parts = {
    gatekeeper,
    seed,
    change: (table, members) => {
      const before = { ...table };
      const names = Object.keys(members) as (keyof typeof table)[];
      Object.assign(table, members);
      restores.push(() => {
        for (const name of names) {
          if (name in before) table[name] = before[name];
          else delete table[name];
        }
      });
    },
    reply: (where, change) => replies.push({ matches: matcher(where), alter: change }),
    request: (where, change) =>
      wrap(where, (handler) => (request) => {
        change(request, askedOf(request));
        return handler(request);
      }),
    refused: (where, instead) =>
      wrap(where, (handler) => async (request) => {
        try {
          return await handler(request);
        } catch (problem) {
          if (!(problem instanceof ApiError)) throw problem;
          const answer = await instead(problem, askedOf(request), request, handler);
          if (answer === undefined) throw problem;
          return answer;
        }
      }),
    wrap,
  };
  try {
    apply(parts);
  } catch (problem) {
    restore();
    throw problem;
  }
  return {
    served: (paths) => paths.map((one) => wrapped(one, wrappers)),
    sender: (send) => (reply, request, common, answer) => {
      const asked = askedOf(request);
      const concerned = replies.filter(({ matches }) => matches(asked.method, asked.path));
      if (concerned.length === 0) return send(reply, request, common, answer);
      const out = caught((response) => send({ raw: response }, request, common, answer));
      for (const { alter: change } of concerned) change(out, asked);
      written(reply.raw, out);
    },
    restore,
  };
}

function wrapped(
  served: Served,
  wrappers: readonly { matches: ReturnType<typeof matcher>; wrapper: (handler: Handler) => Handler }[],
): Served {
  const sample = served.path.replace(/:[A-Za-z]+/g, 'x');
  const handlers = Object.entries(served.handlers).map(([method, handler]) => {
    const own = wrappers.filter(({ matches }) => matches(method, sample));
    return [method, own.reduce((inner, { wrapper }) => wrapper(inner), handler)] as const;
  });
  return { ...served, handlers: Object.fromEntries(handlers) };
}
