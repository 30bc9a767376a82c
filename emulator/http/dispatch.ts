import {
  type Actor,
  hasAnywhere,
  hasInOrganization,
  type Reach,
  reachInEnvironment,
} from '../access/actor.ts';
import { licenseOf } from '../collections/licenses.ts';
import type { World } from '../store/world.ts';
import type { Answer } from './answer.ts';
import {
  foreignOrganization,
  insufficientPermissions,
  licenseExceeded,
  unknownEnvironment,
} from './errors.ts';
import type { Call, Operation, Route } from './route.ts';

/** A request that has been routed; who sent it and what they may is not yet settled. */
export type Routed = Omit<Call, 'actor' | 'reach'>;

/**
 * Runs an operation after what comes before it: the environment exists, the actor may, the licence allows.
 * @throws ApiError 404 for an unknown environment, 403 without a role or licence, and what the operation throws
 */
export function dispatch(route: Route, operation: Operation, routed: Routed, actor: Actor): Answer {
  const { world, base, parameters, search, contentType, accept, body } = routed;
  world.agenda.catchUp();
  const reach = authorize(route, operation, routed, actor);
  return operation.run({ world, actor, base, parameters, search, contentType, accept, body, reach });
}

function authorize(route: Route, operation: Operation, { world, parameters }: Routed, actor: Actor): Reach {
  switch (route.level) {
    case 'environment':
      return authorizeInEnvironment(operation, world, actor, parameters.environmentId ?? '');
    case 'organization':
      if (parameters.organizationId !== actor.organizationId) throw foreignOrganization();
      break;
    default:
  }
  const { permission } = operation;
  const allowed =
    permission === 'environment:create'
      ? hasInOrganization(world, actor, permission)
      : hasAnywhere(world, actor, permission);
  if (!allowed) throw insufficientPermissions();
  return 'everywhere';
}

function authorizeInEnvironment(
  operation: Operation,
  world: World,
  actor: Actor,
  environmentId: string,
): Reach {
  if (world.organizationOf.get(environmentId) !== actor.organizationId)
    throw unknownEnvironment(environmentId);
  const reach = reachInEnvironment(world, actor, operation.permission, environmentId);
  if (reach === undefined || (reach !== 'everywhere' && operation.byPopulation !== true))
    throw insufficientPermissions();
  if (
    operation.license !== undefined &&
    licenseOf(world, environmentId)?.authorize[operation.license] === false
  )
    throw licenseExceeded('The licence of the environment does not include this service.');
  return reach;
}
