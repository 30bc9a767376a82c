import type { Actor } from '../access/actor.ts';
import type { Application } from '../collections/applications.ts';
import { invalidToken } from '../http/errors.ts';
import type { World } from '../store/world.ts';
import { type Grant, verifyToken } from './accessToken.ts';
import type { SigningKey } from './signingKey.ts';
import type { TokenCache } from './tokenCache.ts';

/** What is needed to tell who calls. */
export type Gatekeeper = { readonly world: World; readonly key: SigningKey; readonly tokens: TokenCache };

/**
 * Who sends a request, by its Authorization header. A token that was seen before is answered at once, another one
 * after its signature was checked. The application behind it is looked up each time.
 * @throws ApiError 401 without a token that is valid, or whose application is gone or disabled
 */
export function authenticate(gatekeeper: Gatekeeper, header: string | undefined): Actor | Promise<Actor> {
  if (header === undefined) throw invalidToken();
  const grant = gatekeeper.tokens.find(header);
  return grant === undefined ? authenticateNew(gatekeeper, header) : actorOf(gatekeeper.world, grant);
}

async function authenticateNew({ world, key, tokens }: Gatekeeper, header: string): Promise<Actor> {
  const token = bearer(header);
  const grant = token === undefined ? undefined : await verifyToken(key, token);
  if (grant === undefined) throw invalidToken();
  tokens.add(header, grant);
  return actorOf(world, grant);
}

function actorOf(world: World, { clientId, environmentId }: Grant): Actor {
  const organizationId = world.organizationOf.get(environmentId);
  if (organizationId === undefined) throw invalidToken();
  const application = world.shelf<Application>(environmentId, 'applications').get(clientId);
  if (application?.value.enabled !== true) throw invalidToken();
  return { application, environmentId, organizationId };
}

function bearer(header: string): string | undefined {
  if (!/^Bearer /i.test(header)) return undefined;
  const token = header.slice('Bearer '.length).trim();
  return token === '' ? undefined : token;
}
