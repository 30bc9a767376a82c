import type { Permission } from '../access/roles.ts';
import { links } from '../engine/links.ts';
import { compilePath } from '../engine/place.ts';
import { ok } from '../http/answer.ts';
import { notFound } from '../http/errors.ts';
import type { Call, Route } from '../http/route.ts';

/**
 * Collections that representations link to and that this emulator has nothing in: each is served as an empty list,
 * so that a client can follow every link it is given. Kind of the parent on the shelf, with its parameter.
 */
const linked: readonly Linked[] = [
  below('/environments/:environmentId', 'activities', 'environment:read'),
  below('/environments/:environmentId', 'keys', 'environment:read'),
  below('/environments/:environmentId', 'schemas', 'environment:read'),
  below('/environments/:environmentId', 'templates', 'environment:read'),
  below('/environments/:environmentId', 'userActivities', 'user:read'),
  below('/environments/:environmentId/users/:userId', 'devices', 'user:read', 'users', 'userId'),
  below('/environments/:environmentId/users/:userId', 'linkedAccounts', 'user:read', 'users', 'userId'),
  below(
    '/environments/:environmentId/applications/:applicationId',
    'attributes',
    'application:read',
    'applications',
    'applicationId',
  ),
  below(
    '/environments/:environmentId/applications/:applicationId',
    'grants',
    'application:read',
    'applications',
    'applicationId',
  ),
  below(
    '/environments/:environmentId/resources/:resourceId',
    'attributes',
    'resource:read',
    'resources',
    'resourceId',
  ),
  below(
    '/environments/:environmentId/signOnPolicies/:signOnPolicyId',
    'actions',
    'signOnPolicy:read',
    'signOnPolicies',
    'signOnPolicyId',
  ),
];

/** The routes of the empty collections. */
export const linkedRoutes: readonly Route[] = [
  ...linked.map(
    (one): Route => ({
      path: one.path,
      level: 'environment',
      operations: { GET: { permission: one.permission, run: (call) => readEmpty(one, call) } },
    }),
  ),
  {
    path: '/organizations/:organizationId/deployments',
    level: 'organization',
    operations: {
      GET: { permission: 'organization:read', run: (call) => empty('deployments', urlOfDeployments(call)) },
    },
  },
];

type Linked = {
  readonly path: string;
  readonly embedded: string;
  readonly permission: Permission;
  readonly parent: { readonly kind: string; readonly parameter: string } | undefined;
  readonly urlOf: ReturnType<typeof compilePath>;
};

function below(
  parentPath: string,
  embedded: string,
  permission: Permission,
  kind = '',
  parameter = '',
): Linked {
  const path = `${parentPath}/${embedded}`;
  const parent = kind === '' ? undefined : { kind, parameter };
  return { path, embedded, permission, parent, urlOf: compilePath(path) };
}

function readEmpty({ embedded, parent, urlOf }: Linked, { world, base, parameters }: Call) {
  if (parent !== undefined) {
    const shelf = world.shelf(parameters.environmentId ?? '', parent.kind);
    if (!shelf.has(parameters[parent.parameter] ?? '')) throw notFound();
  }
  return empty(embedded, urlOf(base, parameters));
}

function empty(embedded: string, url: string) {
  return ok({ _links: links({ self: url }), _embedded: { [embedded]: [] }, count: 0, size: 0 });
}

function urlOfDeployments({ base, actor }: Call): string {
  return `${base}/organizations/${actor.organizationId}/deployments`;
}
