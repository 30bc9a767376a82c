import type { Fault } from '../defect.ts';
import { type Asked, type Reply, setHeader } from '../reply.ts';
import type { Where } from '../where.ts';

type Json = Record<string, unknown>;

/** Answers with another status where it would have answered with this one, and a condition holds. */
export function status(
  where: Where,
  from: number,
  to: number,
  when: (asked: Asked, reply: Reply) => boolean = () => true,
): Fault {
  return (parts) =>
    parts.reply(where, (reply, asked) => {
      if (reply.status === from && when(asked, reply)) reply.status = to;
    });
}

/** Alters the body of each success. */
export function body(where: Where, change: (body: Json, asked: Asked, reply: Reply) => void): Fault {
  return (parts) =>
    parts.reply(where, (reply, asked) => {
      if (reply.status < 300 && isObject(reply.body)) change(reply.body, asked, reply);
    });
}

/** Alters the body of each error. */
export function error(where: Where, change: (body: Json, asked: Asked, reply: Reply) => void): Fault {
  return (parts) =>
    parts.reply(where, (reply, asked) => {
      if (reply.status >= 400 && isObject(reply.body)) change(reply.body, asked, reply);
    });
}

/** Alters each entry of a collection's pages; what it returns as undefined is left out. */
export function entries(where: Where, change: (entry: Json, asked: Asked) => Json | undefined): Fault {
  return body(where, (page, asked) => {
    if (!isObject(page._embedded)) return;
    for (const [name, list] of Object.entries(page._embedded)) {
      if (Array.isArray(list))
        page._embedded[name] = list
          .map((one) => change(one as Json, asked))
          .filter((one) => one !== undefined);
    }
  });
}

/** Answers every request of a kind in one way, whatever it asks. */
export function always(where: Where, answered: number, json?: unknown): Fault {
  return (parts) =>
    parts.reply(where, (reply) => {
      reply.status = answered;
      reply.body = json;
      delete reply.text;
    });
}

/** Sends a header with another value, or, with undefined, not at all. */
export function header(
  where: Where,
  name: string,
  value: string | undefined,
  statuses: (status: number) => boolean = () => true,
): Fault {
  return (parts) =>
    parts.reply(where, (reply) => {
      if (statuses(reply.status)) setHeader(reply, name, value);
    });
}

/** Sends another text in the place of the body of the answers with such a status. */
export function text(
  where: Where,
  change: (text: string) => string,
  statuses: (status: number) => boolean,
): Fault {
  return (parts) =>
    parts.reply(where, (reply) => {
      if (!statuses(reply.status)) return;
      const sent = reply.text ?? JSON.stringify(reply.body ?? '');
      reply.text = Buffer.from(change(sent), 'utf8').toString('latin1');
    });
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
