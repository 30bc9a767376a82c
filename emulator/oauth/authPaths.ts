import type { FastifyRequest } from 'fastify';
import type { Handler, Served } from '../http/application.ts';
import { originOf } from '../http/base.ts';
import { unknownEnvironment } from '../http/errors.ts';
import type { World } from '../store/world.ts';
import type { Gatekeeper } from './authenticate.ts';
import { keySet, providerConfiguration } from './discovery.ts';
import { oauthRefusal } from './oauthError.ts';
import { requestToken } from './tokenEndpoint.ts';

/** The authorization server as paths of a server; each environment has one of its own (facts 1). */
export function authPaths({ world, key }: Gatekeeper): readonly Served[] {
  return [
    {
      ...served('POST', '/token', (request) =>
        requestToken(world, key, {
          environmentId: environmentOf(request),
          issuer: issuerOf(request),
          authorization: request.raw.headers.authorization,
          contentType: request.raw.headers['content-type'],
          body: request.body as Buffer | undefined,
        }),
      ),
      refuse: oauthRefusal,
    },
    served('GET', '/jwks', (request) => {
      requireEnvironment(world, request);
      return keySet(key);
    }),
    served('GET', '/.well-known/openid-configuration', (request) => {
      requireEnvironment(world, request);
      return providerConfiguration(issuerOf(request));
    }),
  ];
}

function served(method: string, path: string, handler: Handler): Served {
  return { path: `/:environmentId/as${path}`, allow: `OPTIONS,${method}`, handlers: { [method]: handler } };
}

function environmentOf(request: FastifyRequest): string {
  return (request.params as { readonly environmentId: string }).environmentId;
}

function issuerOf(request: FastifyRequest): string {
  return `${originOf(request.raw)}/${encodeURIComponent(environmentOf(request))}/as`;
}

function requireEnvironment(world: World, request: FastifyRequest): void {
  const environmentId = environmentOf(request);
  if (!world.organizationOf.has(environmentId)) throw unknownEnvironment(environmentId);
}
