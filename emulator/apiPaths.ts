import type { FastifyRequest } from 'fastify';
import { catalogue } from './collections/catalogue.ts';
import type { Handler, Served } from './http/application.ts';
import { originOf } from './http/base.ts';
import { dispatch } from './http/dispatch.ts';
import { allowOf, type Operation, type Route } from './http/route.ts';
import { authenticate, type Gatekeeper } from './oauth/authenticate.ts';

/** The management API as paths of a server. */
export function apiPaths(gatekeeper: Gatekeeper, routes: readonly Route[] = catalogue): readonly Served[] {
  return routes.map((route) => ({
    path: basePath + route.path,
    allow: allowOf(route),
    handlers: Object.fromEntries(
      Object.entries(route.operations).map(([method, operation]) => [
        method,
        handlerOf(gatekeeper, route, operation),
      ]),
    ),
  }));
}

/** What every path of the management API begins with. */
export const basePath = '/v1';

function handlerOf(gatekeeper: Gatekeeper, route: Route, operation: Operation): Handler {
  const { world } = gatekeeper;
  return (request) => {
    const { headers } = request.raw;
    const routed = {
      world,
      base: originOf(request.raw) + basePath,
      parameters: request.params as Readonly<Record<string, string>>,
      search: searchOf(request),
      contentType: headers['content-type'],
      accept: headers.accept,
      body: request.body as Buffer | undefined,
    };
    const actor = authenticate(gatekeeper, headers.authorization);
    return actor instanceof Promise
      ? actor.then((known) => dispatch(route, operation, routed, known))
      : dispatch(route, operation, routed, actor);
  };
}

function searchOf(request: FastifyRequest): string {
  const url = request.raw.url ?? '';
  const mark = url.indexOf('?');
  return mark < 0 ? '' : url.slice(mark + 1);
}
