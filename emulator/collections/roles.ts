import { type Role, roles } from '../access/roles.ts';
import type { Collection, Representation } from '../engine/collection.ts';
import { links } from '../engine/links.ts';
import { compilePath, type Place } from '../engine/place.ts';
import { find, list, read } from '../engine/read.ts';
import type { Call, Route } from '../http/route.ts';
import { platform, type World } from '../store/world.ts';
import { object } from '../validation/model.ts';

const builtInRoles: Collection<Role> = {
  kind: 'roles',
  path: '/roles',
  item: 'roleId',
  family: 'role',
  verbs: ['list', 'read'],
  model: object({}),
  represent: ({ id, value }, place) => ({
    _links: links({ self: `${place.base}/roles/${id}` }),
    id,
    name: value.name,
    description: value.name,
    type: 'PLATFORM',
    applicableTo: value.applicableTo,
    permissions: [...value.permissions].map((permission) => {
      const [classifier = '', access = ''] = permission.split(':');
      return { id: permission, classifier, description: `${access} ${classifier}` };
    }),
  }),
};

/** Roles can be filtered into custom and built-in ones below an environment (facts 0.7); custom ones there are none. */
const environmentRoles: Collection<Role> = {
  ...builtInRoles,
  filters: {
    attributes: { type: { operators: ['eq'], compare: 'exact', read: () => 'PLATFORM' } },
    combinators: [],
  },
};

/** The roles at the root of the API and below an environment: reads only (facts 5). */
export const roleRoutes: readonly Route[] = [
  {
    path: '/roles',
    level: 'platform',
    operations: {
      GET: { permission: 'role:read', run: (call) => list(builtInRoles, call, placeOf('/roles', call)) },
    },
  },
  {
    path: '/roles/:roleId',
    level: 'platform',
    operations: { GET: { permission: 'role:read', run: readOne } },
  },
  {
    path: '/environments/:environmentId/roles',
    level: 'environment',
    operations: {
      GET: {
        permission: 'role:read',
        run: (call) => list(environmentRoles, call, placeOf('/environments/:environmentId/roles', call)),
      },
    },
  },
];

/** A role as other resources show it on demand. */
export function showRole(roleId: string, place: Place): Representation | undefined {
  const role = place.world.shelf<Role>(platform, 'roles').get(roleId);
  return role && builtInRoles.represent(role, place);
}

/** Puts the built-in roles where the routes find them. */
export function plantRoles(world: World): void {
  const shelf = world.shelf<Role>(platform, 'roles');
  for (const role of roles) shelf.put(world.entry(role.id, '', role));
}

function placeOf(path: string, call: Call): Place {
  const url = compilePath(path)(call.base, call.parameters);
  return { world: call.world, base: call.base, ownerId: platform, parentId: '', url };
}

function readOne(call: Call) {
  const place = placeOf('/roles', call);
  return read(builtInRoles, find(builtInRoles, call, place), call, place);
}
