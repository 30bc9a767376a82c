import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { compilePath, environmentUrl, placeOf } from '../engine/place.ts';
import { routesOf } from '../engine/routes.ts';
import { type Answer, ok } from '../http/answer.ts';
import { notFound } from '../http/errors.ts';
import type { Call, Route } from '../http/route.ts';
import { object } from '../validation/model.ts';
import { type RoleHolder, roleHolders } from './applicationRoleHolders.ts';
import { applicationRoleUrl } from './applicationRoles.ts';

const assignments: Collection<RoleHolder> = {
  kind: 'applicationRoleUsers',
  path: '/environments/:environmentId/applicationRoles/:applicationRoleId/assignments',
  item: 'assignmentId',
  parent: { kind: 'applicationRoles', parameter: 'applicationRoleId' },
  embedded: 'assignments',
  family: 'resource',
  license: 'allowApplicationPermissions',
  verbs: ['list'],
  model: object({}),
  represent: ({ parentId, value }, place) => ({
    _links: links({
      self: `${place.url}/${value.assignmentId}`,
      environment: environmentUrl(place),
      role: applicationRoleUrl(place, parentId),
      subject: `${environmentUrl(place)}/users/${value.id}`,
    }),
    id: value.assignmentId,
    role: { id: parentId },
    subject: { id: value.id },
  }),
};

/** ~/applicationRoles/{appRoleID}/assignments (facts 4.11); one can be read so that its self link leads somewhere. */
export const applicationRoleAssignmentRoutes: readonly Route[] = [
  ...routesOf(assignments),
  {
    path: `${assignments.path}/:${assignments.item}`,
    level: 'environment',
    operations: {
      GET: { permission: 'resource:read', license: 'allowApplicationPermissions', run: readAssignment },
    },
  },
];

const urlOf = compilePath(assignments.path);

function readAssignment(call: Call): Answer {
  const place = placeOf(urlOf, call.parameters.environmentId ?? '', assignments.parent, call);
  for (const entry of roleHolders(place.world, place.ownerId).below(place.parentId))
    if (entry.value.assignmentId === call.parameters.assignmentId)
      return ok(assignments.represent(entry, place));
  throw notFound();
}
