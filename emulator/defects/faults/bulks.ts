import type { Fault } from '../defect.ts';
import { askedOf } from '../reply.ts';
import { body, isObject } from './answers.ts';
import { isBulk, understandsRequest } from './decisions.ts';
import { evaluation } from './history.ts';
import { refusesSent } from './refusals.ts';
import { asks } from './requests.ts';

type Json = Record<string, unknown>;

/** The largest number of requests in one bulk. */
const most = 20;

/** Answers a bulk with another status. */
export function answersBulk(answered: number): Fault {
  return (parts) =>
    parts.reply(evaluation, (reply, asked) => {
      if (isBulk(asked)) reply.status = answered;
    });
}

/** Understands the requests of a bulk otherwise than they were sent. */
export function requestsAs(when: (sent: unknown) => boolean, as: (sent: unknown) => unknown): Fault {
  return understandsRequest('bulk', (sent) =>
    when(sent.decisionRequests) ? { ...sent, decisionRequests: as(sent.decisionRequests) } : undefined,
  );
}

/** Takes a bulk apart that is too long, and puts the answers together. */
export function inParts(): Fault {
  return (parts) =>
    parts.wrap(evaluation, (handler) => async (request) => {
      const sent = (askedOf(request).body ?? {}) as Json;
      const all = sent.decisionRequests as readonly unknown[];
      if (!isLong(all)) return handler(request);
      request.body = bytesOf({ ...sent, decisionRequests: all.slice(0, most) });
      const first = await handler(request);
      request.body = bytesOf({ ...sent, decisionRequests: all.slice(most) });
      const rest = await handler(request);
      const both = [first, rest].flatMap((one) => one.body?.responses as readonly unknown[]);
      return { ...first, body: { ...first.body, responses: both } };
    });
}

/** Refuses a bulk that is too long, and evaluates as much of it as is allowed. */
export function evaluatesRefused(): Fault {
  return (parts) =>
    parts.refused(evaluation, async (_problem, { body }, request, handler) => {
      const sent = (body ?? {}) as Json;
      const all = sent.decisionRequests as readonly unknown[];
      if (isLong(all)) {
        request.body = bytesOf({ ...sent, decisionRequests: all.slice(0, most) });
        await handler(request);
      }
      return undefined;
    });
}

/** Refuses a bulk that leaves something out. */
export function refusesBulk(property: string): Fault {
  return refusesSent(evaluation, property, (sent, asked) => isBulk(asked) && sent[property] === undefined);
}

/** Answers a bulk with other responses. */
export function responses(as: (all: readonly Json[]) => readonly unknown[]): Fault {
  return body(evaluation, (json) => {
    if (Array.isArray(json.responses)) json.responses = as(json.responses as readonly Json[]);
  });
}

/** Gives each request of a bulk parameters of its own, made of those that it has and those at the top. */
export function pushesDown(as: (own: Json, shared: Json, index: number, number: number) => Json): Fault {
  return understandsRequest('bulk', ({ parameters: shared, ...sent }) => {
    const all = sent.decisionRequests;
    if (!Array.isArray(all)) return undefined;
    const decisionRequests = (all as readonly Json[]).map((one, index) => ({
      ...one,
      parameters: as(objectOf(one.parameters), objectOf(shared), index, all.length),
    }));
    return { ...sent, decisionRequests };
  });
}

/** Gives each request of a bulk the parameters of those before it. */
export function carriesOn(): Fault {
  return (parts) => {
    let before: Json = {};
    pushesDown((own, shared, index) => {
      before = index === 0 ? { ...shared, ...own } : { ...shared, ...before, ...own };
      return before;
    })(parts);
  };
}

/** Takes a body with requests for a bulk, whatever it is called. */
export function takesForBulk(): Fault {
  return asks(evaluation, (request, { body: sent }) => {
    if (Array.isArray(objectOf(sent).decisionRequests))
      request.raw.headers['content-type'] = 'application/vnd.pingidentity.decisionengine.authorize.bulk+json';
  });
}

/** Whether a bulk has more requests than it may. */
export function isLong(all: unknown): boolean {
  return Array.isArray(all) && all.length > most;
}

/** An object, or an empty one in the place of anything else. */
export function objectOf(value: unknown): Json {
  return isObject(value) ? value : {};
}

function bytesOf(json: Json): Buffer {
  return Buffer.from(JSON.stringify(json));
}
