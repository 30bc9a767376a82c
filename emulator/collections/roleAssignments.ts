import { type Actor, hasInOrganization, type RoleAssignment, reachInEnvironment } from '../access/actor.ts';
import { type Role, roleById } from '../access/roles.ts';
import type { Collection } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { compilePath, environmentUrl, type Place, placeOf } from '../engine/place.ts';
import { routesOf } from '../engine/routes.ts';
import { create } from '../engine/write.ts';
import type { Call, Route } from '../http/route.ts';
import type { World } from '../store/world.ts';
import { identifier, option } from '../validation/checks.ts';
import { constraint, type Faults, invalid } from '../validation/faults.ts';
import { mandatory, object, reference } from '../validation/model.ts';
import { showRole } from './roles.ts';
import { userRoleAssignments } from './users.ts';

/** The role assignments of applications and of users (facts 0.8, 5). */
const collections: readonly Collection<RoleAssignment>[] = [
  assignmentsTo('applications', 'application', 'roleAssignments'),
  assignmentsTo('users', 'user', userRoleAssignments),
];

function assignmentsTo(
  subjects: 'applications' | 'users',
  subject: 'application' | 'user',
  kind: string,
): Collection<RoleAssignment> {
  const parameter = `${subject}Id`;
  return {
    kind,
    embedded: 'roleAssignments',
    path: `/environments/:environmentId/${subjects}/:${parameter}/roleAssignments`,
    item: 'roleAssignmentId',
    parent: { kind: subjects, parameter },
    family: subject,
    verbs: ['list', 'create', 'read', 'remove'],
    model: object({
      role: mandatory(reference),
      scope: mandatory(
        object({
          id: mandatory(identifier),
          type: mandatory(option('ORGANIZATION', 'ENVIRONMENT', 'POPULATION')),
        }),
      ),
    }),
    unique: [
      {
        target: 'role',
        key: ({ role, scope }, subjectId) => [subjectId, role.id, scope.type, scope.id].join(' '),
        message: 'May not assign duplicate Role',
      },
    ],
    verify: ({ value, place }, faults) => verifyRole(value, place, faults),
    represent: ({ id, value }, place) => ({
      _links: links({ self: `${place.url}/${id}`, environment: environmentUrl(place) }),
      id,
      environment: { id: place.ownerId },
      role: value.role,
      scope: value.scope,
      readOnly: false,
    }),
    expand: { role: ({ value }, place) => showRole(value.role.id, place) },
    page: { maximum: 100000, standard: 100000 },
  };
}

/** The routes of role assignments; who gives a role must have it in the same or a broader scope (facts 0.9). */
export const roleAssignmentRoutes: readonly Route[] = collections.flatMap((collection) => {
  const urlOf = compilePath(collection.path);
  return routesOf(collection).map((route): Route => {
    const { POST } = route.operations;
    if (POST === undefined) return route;
    const run = (call: Call) => {
      const verify: typeof collection.verify = (candidate, faults) => {
        collection.verify?.(candidate, faults);
        if (faults.length === 0 && !mayAssign(call.world, call.actor, candidate.value))
          faults.push(constraint('scope', 'Must have role at the same or broader scope'));
      };
      const place = placeOf(urlOf, call.parameters.environmentId ?? '', collection.parent, call);
      return create({ ...collection, verify }, call, place);
    };
    return { ...route, operations: { ...route.operations, POST: { ...POST, run } } };
  });
});

function verifyRole({ role, scope }: RoleAssignment, place: Place, faults: Faults): void {
  const known: Role | undefined = roleById.get(role.id);
  if (known === undefined) {
    const message = `Role not found for id: ${role.id} and environmentId: ${place.ownerId}`;
    faults.push(invalid('role.id', message));
  } else if (!known.applicableTo.includes(scope.type))
    faults.push(invalid('scope.type', `The role applies to ${known.applicableTo.join(', ')}.`));
  if (!scopeExists(place.world, place.ownerId, scope))
    faults.push(invalid('scope.id', 'The scope does not exist in the organization.'));
}

function scopeExists(world: World, environmentId: string, scope: RoleAssignment['scope']): boolean {
  const organizationId = world.organizationOf.get(environmentId);
  if (scope.type === 'ORGANIZATION') return scope.id === organizationId;
  if (scope.type === 'ENVIRONMENT') return world.organizationOf.get(scope.id) === organizationId;
  return environmentOfPopulation(world, organizationId, scope.id) !== undefined;
}

/** Whether the actor has everything the role gives, in the same or a broader scope. */
function mayAssign(world: World, actor: Actor, { role, scope }: RoleAssignment): boolean {
  const permissions = [...(roleById.get(role.id)?.permissions ?? [])];
  if (scope.type === 'ORGANIZATION') return permissions.every((one) => hasInOrganization(world, actor, one));
  const environmentId =
    scope.type === 'ENVIRONMENT'
      ? scope.id
      : (environmentOfPopulation(world, actor.organizationId, scope.id) ?? '');
  return permissions.every((one) => {
    if (one === 'environment:create') return true;
    const reach = reachInEnvironment(world, actor, one, environmentId);
    return reach === 'everywhere' || (scope.type === 'POPULATION' && reach?.has(scope.id) === true);
  });
}

function environmentOfPopulation(world: World, organizationId: string | undefined, populationId: string) {
  for (const [environmentId, owner] of world.organizationOf)
    if (owner === organizationId && world.shelf(environmentId, 'populations').has(populationId))
      return environmentId;
  return undefined;
}
