import type { FastifyRequest } from 'fastify';
import { apiPaths } from '../../apiPaths.ts';
import type { Fault } from '../../defects/defect.ts';
import { everywhere } from '../../defects/faults/tokens.ts';
import { type Asked, askedOf, caught, type Reply } from '../../defects/reply.ts';
import { type Answer, errorAnswer, headersOf } from '../../http/answer.ts';
import { type Served, standardSender } from '../../http/application.ts';
import { errorBody, methodNotAllowed } from '../../http/errors.ts';
import { asApiError } from '../../http/frameworkErrors.ts';

const name = 'x-http-method-override';

/** Carries out a POST as the method that a header names, on paths that take no POST too. */
export function overridesMethods(): Fault {
  return (parts) => {
    const served = apiPaths(parts.gatekeeper);
    parts.wrap('POST /*', (handler) => (request) => {
      const method = overriding(askedOf(request));
      if (method === undefined) return handler(request);
      const found = find(served, askedOf(request).path, method);
      if (found === undefined) throw methodNotAllowed(method);
      return found.handler(request);
    });
    parts.reply(everywhere, (reply, asked) => {
      const method = overriding(asked);
      const found = method === undefined ? undefined : find(served, asked.path, method);
      if (reply.status !== 405 || found === undefined) return;
      carryOut(reply, asked, found);
    });
  };
}

function overriding({ method, headers }: Asked): string | undefined {
  const named = headers[name];
  return method === 'POST' && typeof named === 'string' ? named.toUpperCase() : undefined;
}

type Found = Served & {
  readonly handler: Served['handlers'][string];
  readonly parameters: Readonly<Record<string, string>>;
};

function find(served: readonly Served[], path: string, method: string): Found | undefined {
  const steps = path.replace(/\/$/, '').split('/');
  for (const one of served) {
    const own = one.path.split('/');
    const handler = one.handlers[method];
    const isMeant =
      own.length === steps.length && own.every((step, at) => step[0] === ':' || step === steps[at]);
    if (!isMeant || handler === undefined) continue;
    const named = own.flatMap((step, at) => (step[0] === ':' ? [[step.slice(1), steps[at] ?? '']] : []));
    return { ...one, handler, parameters: Object.fromEntries(named) };
  }
  return undefined;
}

/** No handler was called yet: the path takes no POST. Who sends it is known from an earlier request. */
function carryOut(reply: Reply, asked: Asked, { handler, parameters, allow }: Found): void {
  const raw = { url: `${asked.path}?${asked.query}`, headers: asked.headers, socket: {} };
  const body = asked.body === undefined ? undefined : Buffer.from(JSON.stringify(asked.body));
  const request = { method: asked.method, raw, body, params: parameters } as unknown as FastifyRequest;
  const answer = answered(() => handler(request));
  if (answer === undefined) return;
  const out = caught((response) => standardSender({ raw: response }, request, headersOf(allow), answer));
  delete reply.text;
  Object.assign(reply, out);
}

function answered(run: () => Answer | Promise<Answer>): Answer | undefined {
  try {
    const answer = run();
    if (!(answer instanceof Promise)) return answer;
    answer.catch(() => {});
    return undefined;
  } catch (problem) {
    const known = asApiError(problem);
    return errorAnswer(known.status, errorBody(known));
  }
}
