import { type ApiError, invalidToken } from '../../http/errors.ts';
import type { Fault } from '../defect.ts';
import { type Asked, askedOf, type Reply } from '../reply.ts';
import type { Where } from '../where.ts';
import { isObject } from './answers.ts';
import { tokenEndpoint } from './clients.ts';

type Json = Record<string, unknown>;

/** Where requests of the management API are. */
export const everywhere: Where = '* /*';

/** What a refusal of a token request becomes. */
export type Refusal = {
  readonly status?: number;
  readonly error?: unknown;
  readonly description?: (old: string) => unknown;
  /** in the place of all others */
  readonly body?: Json;
};

/** Tells refusals of token requests otherwise: those whose description, or the request, is of such a kind. */
export function refusals(which: RegExp | ((asked: Asked) => boolean), as: Refusal): Fault {
  return (parts) =>
    parts.reply(tokenEndpoint, (reply, asked) => {
      const { body } = reply;
      if (reply.status < 400 || !isObject(body)) return;
      const told = String(body.error_description);
      if (!(which instanceof RegExp ? which.test(told) : which(asked))) return;
      reply.status = as.status ?? reply.status;
      if (as.error !== undefined) body.error = as.error;
      if (as.description !== undefined) body.error_description = as.description(told);
      reply.body = as.body ?? body;
    });
}

/** Alters the answers that carry a token. */
export function issued(change: (body: Json, reply: Reply) => void): Fault {
  return (parts) =>
    parts.reply(tokenEndpoint, (reply) => {
      if (reply.status < 300 && isObject(reply.body)) change(reply.body, reply);
    });
}

/**
 * Issues another text in the place of each token.
 * @param known whether the text opens what the token would have opened
 */
export function disguises(as: (token: string) => string | Promise<string>, known = true): Fault {
  return (parts) => {
    const tokens = new Map<string, string>();
    parts.wrap(tokenEndpoint, (handler) => async (request) => {
      const answer = await handler(request);
      const token = answer.body?.access_token;
      if (typeof token !== 'string') return answer;
      const text = await as(token);
      tokens.set(`Bearer ${text}`, `Bearer ${token}`);
      return { ...answer, body: { ...answer.body, access_token: text } };
    });
    if (!known) return;
    parts.request(everywhere, (request) => {
      const { authorization = '' } = request.raw.headers;
      request.raw.headers.authorization = tokens.get(authorization) ?? authorization;
    });
  };
}

/** Refuses some tokens that are in order; what they say decides. */
export function refusesTokens(
  where: Where,
  when: (claims: Json, asked: Asked, origin: string) => boolean,
  problem: () => ApiError = invalidToken,
): Fault {
  return (parts) =>
    parts.request(where, (request) => {
      const claims = claimsIn(request.raw.headers.authorization);
      const origin = `http://${request.raw.headers.host}`;
      if (claims !== undefined && when(claims, askedOf(request), origin)) throw problem();
    });
}

/** Tells someone of each token that is issued. */
export function onIssue(tell: (claims: Json) => void): Fault {
  return (parts) =>
    parts.reply(tokenEndpoint, ({ body }) => {
      const claims = isObject(body) ? claimsIn(`Bearer ${String(body.access_token)}`) : undefined;
      if (claims !== undefined) tell(claims);
    });
}

/** One of the three parts of a token, as JSON; undefined when it is none. */
export function partOf(token: string, index: 0 | 1): Json | undefined {
  try {
    const part: unknown = JSON.parse(
      Buffer.from(token.split('.')[index] ?? '', 'base64url').toString('utf8'),
    );
    return isObject(part) ? part : undefined;
  } catch {
    return undefined;
  }
}

function claimsIn(authorization: string | undefined): Json | undefined {
  return partOf((authorization ?? '').replace(/^Bearer /, ''), 1);
}
