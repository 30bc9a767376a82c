import { gzipSync } from 'node:zlib';
import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { compilePath, environmentUrl, placeOf } from '../engine/place.ts';
import { find } from '../engine/read.ts';
import { routesOf } from '../engine/routes.ts';
import type { Answer } from '../http/answer.ts';
import type { Call, Route } from '../http/route.ts';
import type { PolicyVersion } from '../policy/version.ts';
import type { Shelf } from '../store/shelf.ts';
import type { World } from '../store/world.ts';
import { object } from '../validation/model.ts';

/** ~/authorizationVersions: to be read. They come from the seed, since policies are edited elsewhere (facts 4.1). */
export const authorizationVersions: Collection<PolicyVersion> = {
  kind: 'authorizationVersions',
  path: '/environments/:environmentId/authorizationVersions',
  item: 'authorizationVersionId',
  family: 'apiServer',
  license: 'allowDynamicAuthorization',
  verbs: ['list', 'read'],
  model: object({}),
  represent: ({ id, value }, place) => ({
    _links: links({ self: `${place.url}/${id}`, environment: environmentUrl(place) }),
    id,
    environment: { id: place.ownerId },
    name: value.name,
    tagged: value.tagged,
  }),
  listLinks: (place) => ({ environment: environmentUrl(place) }),
};

/** The routes of the versions: JSON, or the policies themselves for a client that names their media type. */
export const authorizationVersionRoutes: readonly Route[] = routesOf(authorizationVersions).map(
  (route): Route => {
    const { GET } = route.operations;
    if (GET === undefined) return route;
    const run = (call: Call) => (wantsPackage(call) ? deliver(call) : GET.run(call));
    return { ...route, operations: { GET: { ...GET, run } } };
  },
);

/** The versions of an environment, the oldest first. */
export function versions(world: World, environmentId: string): Shelf<PolicyVersion> {
  return world.shelf<PolicyVersion>(environmentId, authorizationVersions.kind);
}

/** The version that an endpoint evaluates by: its own, or the newest one; an environment may have none. */
export function effectiveVersion(
  world: World,
  environmentId: string,
  id: string | undefined,
): PolicyVersion | undefined {
  const all = versions(world, environmentId);
  return id === undefined ? [...all.all()].at(-1)?.value : all.get(id)?.value;
}

const packageType = 'application/vnd.pingidentity.authorizationpolicyversion.deploymentpackage+octet-stream';
const urlOf = compilePath(authorizationVersions.path);

/** The page asks for the type as Content-Type, clients name it as Accept: either will do. */
function wantsPackage({ accept = '', contentType = '' }: Call): boolean {
  return `${accept},${contentType}`.toLowerCase().includes(packageType);
}

/** What is in a package is not documented: here the policies as JSON, compressed with gzip. */
function deliver(call: Call): Answer {
  const place = placeOf(urlOf, call.parameters.environmentId ?? '', undefined, call);
  const wanted =
    call.parameters.authorizationVersionId === undefined
      ? [...versions(place.world, place.ownerId).all()]
      : [find(authorizationVersions, call, place)];
  const text = JSON.stringify(wanted.map(({ value }) => ({ ...value, ...contentOf(value) })));
  return { status: 200, bytes: gzipSync(text), mediaType: packageType };
}

function contentOf({ attributes, statements, rules, policies }: PolicyVersion) {
  return {
    attributes: [...attributes.values()],
    statements: [...statements.values()],
    rules: [...rules.values()],
    policies: [...policies.values()],
  };
}
