import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Answer, errorAnswer, headersOf, noContent, send } from './answer.ts';
import { type ApiError, errorBody, methodNotAllowed, notFound } from './errors.ts';
import { asApiError, refuseConnection } from './frameworkErrors.ts';
import { PathIndex } from './pathIndex.ts';

/** One path that a server serves: its methods as a cross-origin header lists them, and a handler for each. */
export type Served = {
  readonly path: string;
  readonly allow: string;
  readonly handlers: { readonly [method: string]: Handler };
  /** an error in the form of this path, where that is not the one of the management API */
  readonly refuse?: (error: ApiError) => Answer | undefined;
};

/** Answers a request; what it throws becomes an error answer. */
export type Handler = (request: FastifyRequest) => Answer | Promise<Answer>;

/** Writes an answer; the reply is the one thing of the framework it needs. */
export type Sender = (
  reply: Pick<FastifyReply, 'raw'>,
  request: FastifyRequest,
  common: readonly string[],
  answer: Answer,
) => void;

/** The way answers are written when nothing else is said. */
export const standardSender: Sender = (reply, request, common, answer) =>
  send(reply.raw, request.raw.headers, common, answer);

/**
 * A server for the given paths. Beyond them it answers preflights, 405 on a path that is served and 404 elsewhere;
 * whatever a client sends, it gets a documented error body.
 */
export function createApplication(
  served: readonly Served[],
  sender: Sender = standardSender,
): FastifyInstance {
  const index = new PathIndex(served.map((one) => ({ ...one, common: headersOf(one.allow) })));
  const fail = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const path = index.find(request.raw.url ?? '');
    const own = path?.handlers[request.method] === undefined ? undefined : path;
    finish(request, reply, path?.common ?? elsewhere, errorOf(error, own), sender);
  };

  const application = Fastify({
    logger: false,
    bodyLimit: largestBody,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    http: { maxHeaderSize: largestHeaders },
    routerOptions: {
      ignoreTrailingSlash: true,
      maxParamLength: longestParameter,
      // handlers parse the query themselves, and only when they need it
      querystringParser: () => ({}),
    },
    frameworkErrors: fail,
    clientErrorHandler: refuseConnection,
  });
  application.removeAllContentTypeParsers();
  application.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  application.setErrorHandler(fail);
  application.setNotFoundHandler((request, reply) => {
    const path = index.find(request.raw.url ?? '');
    if (path === undefined) fail(notFound(), request, reply);
    else if (request.method === 'OPTIONS') finish(request, reply, path.common, noContent, sender);
    else fail(methodNotAllowed(request.method), request, reply);
  });
  for (const { path, allow, handlers } of served) {
    const common = headersOf(allow);
    for (const [method, handler] of Object.entries(handlers))
      application.route({
        method,
        url: path,
        handler: (request, reply) => serve(request, reply, common, handler, sender),
      });
  }
  return application;
}

const largestBody = 1024 * 1024;
const largestHeaders = 16 * 1024;
const longestParameter = 256;
const elsewhere = headersOf('OPTIONS,GET,POST,PUT,PATCH,DELETE');

function serve(
  request: FastifyRequest,
  reply: FastifyReply,
  common: readonly string[],
  handler: Handler,
  sender: Sender,
): void {
  try {
    const answer = handler(request);
    if (answer instanceof Promise)
      answer.then(
        (later) => finish(request, reply, common, later, sender),
        (error: unknown) => finish(request, reply, common, errorOf(error), sender),
      );
    else finish(request, reply, common, answer, sender);
  } catch (error) {
    finish(request, reply, common, errorOf(error), sender);
  }
}

function finish(
  request: FastifyRequest,
  reply: FastifyReply,
  common: readonly string[],
  answer: Answer,
  sender: Sender,
): void {
  reply.hijack();
  try {
    sender(reply, request, common, answer);
  } catch {
    // an answer that cannot be written must not end the process
    reply.raw.destroy();
  }
}

function errorOf(error: unknown, path?: Pick<Served, 'refuse'>): Answer {
  const known = asApiError(error);
  return path?.refuse?.(known) ?? errorAnswer(known.status, errorBody(known));
}
