import { applicationPermissions } from '../../collections/applicationPermissions.ts';
import type { ApplicationRoleEntry } from '../../collections/applicationRoleEntries.ts';
import { removeEntriesOfPermission } from '../../collections/applicationRoleEntries.ts';
import { applicationRolePermissions } from '../../collections/applicationRolePermissions.ts';
import { type ApplicationRole, applicationRoles } from '../../collections/applicationRoles.ts';
import type { Representation } from '../../engine/collection.ts';
import { ApiError } from '../../http/errors.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { gives, omits } from '../faults/members.ts';
import { only } from '../faults/only.ts';
import { members } from '../faults/pages.ts';
import { shows, together } from '../faults/state.ts';
import { at, shown, source } from './places.ts';

const entries = applicationRolePermissions;

/** What a server can do wrong with what it shows of a permission in an application role. */
export const mirrored = defectsOf({
  'application-role-permissions-id-same-as-permission': [
    [
      'gives the permissions of a role ids of their own',
      gives([at.create, at.list], 'id', () => crypto.randomUUID()),
    ],
    ['answers additions to a role with ids of their own', gives(at.create, 'id', () => crypto.randomUUID())],
    ['lists the permissions of a role by ids of their own', gives(at.list, 'id', () => crypto.randomUUID())],
    [
      'writes ids of permissions of a role in capitals',
      gives(at.list, 'id', (id: string) => String(id).toUpperCase()),
    ],
  ],
  'application-role-permissions-action': [
    [
      'shows the key as the action of a permission of a role',
      shows(entries, ({ key, ...one }) => ({ ...one, key, action: key })),
    ],
    [
      'lists the key as the action of a permission of a role',
      gives(at.list, 'action', (action: string) => `accounts:${action}`),
    ],
    ['answers an addition to a role without the action', omits(at.create, 'action')],
    ['lists permissions of a role without their actions', omits(at.list, 'action')],
    ['answers an addition to a role with another action', gives(at.create, 'action', 'read')],
  ],
  'application-role-permissions-description': [
    ['shows the description of the role with its permissions', showsRoles('description')],
    ['answers an addition to a role without the description', omits(at.create, 'description')],
    ['lists permissions of a role without their descriptions', omits(at.list, 'description')],
    [
      'shows the action as the description of a permission of a role',
      shows(entries, (one) => ({ ...one, description: one.action })),
    ],
  ],
  'application-role-permissions-key': [
    [
      'shows the key of a permission of a role in the other order',
      gives(shown, 'key', (key: string) => String(key).split(':').reverse().join(':')),
    ],
    ['answers an addition to a role with another key', gives(at.create, 'key', (key: string) => `${key}:`)],
    [
      'lists keys of permissions of a role without the resource',
      gives(at.list, 'key', (key: string) => String(key).split(':').at(-1)),
    ],
    [
      'lists keys of permissions of a role with a dot',
      gives(at.list, 'key', (key: string) => String(key).replace(':', '.')),
    ],
  ],
  'application-role-permissions-list-item-key': [
    ['lists permissions of a role without keys', omits(at.list, 'key')],
    ['lists permissions of a role with empty keys', gives(at.list, 'key', '')],
    ['lists the key of the first permission of a role only', firstKeyOnly()],
  ],
  'application-role-permissions-resource-id': [
    [
      'shows the role as the resource of its permissions',
      gives(shown, 'resource.id', (_id: string, { path }) => path.split('/')[5]),
    ],
    [
      'shows the permission as its resource',
      shows(entries, ({ resource, ...one }) => ({
        ...one,
        resource: { ...(resource as object), id: one.id },
      })),
    ],
    ['lists permissions of a role without the id of their resource', omits(at.list, 'resource.id')],
    ['answers an addition to a role without the resource', omits(at.create, 'resource')],
    [
      'answers an addition to a role with the bare id of the resource',
      gives(at.create, 'resource', ({ id }: { id: string }) => id),
    ],
  ],
  'application-role-permissions-resource-name': [
    ['shows the name of the role as that of the resource', showsRoles('resource.name')],
    ['lists permissions of a role without the name of their resource', omits(at.list, 'resource.name')],
    ['answers an addition to a role without the name of the resource', omits(at.create, 'resource.name')],
    ['shows the action as the name of the resource in a role', gives(shown, 'resource.name', 'read')],
  ],
  'application-role-permissions-follows-permission': [
    ['shows in a role the permission as it was added', copies()],
    ['shows in a role the key of the permission as it was added', copies('key')],
    ['keeps a deleted permission in its roles', keepsDeletedPermission()],
    ['takes a permission from its roles when it is replaced', forgetsReplaced()],
    ['fails at the deletion of a permission that a role has', failsForHeld()],
  ],
});

function showsRoles(path: 'description' | 'resource.name'): Fault {
  return (parts) => {
    const { represent } = entries;
    parts.change(entries, {
      represent: (entry, place) => {
        const one = represent(entry, place);
        const role = place.world
          .shelf<ApplicationRole>(place.ownerId, applicationRoles.kind)
          .get(entry.parentId);
        if (path === 'description') return { ...one, description: role?.value.description };
        return { ...one, resource: { ...(one.resource as object), name: role?.value.name } };
      },
    });
  };
}

function firstKeyOnly(): Fault {
  return members(at.list, (all) =>
    all.map(({ key, ...one }, index) => (index === 0 ? { ...one, key } : one)),
  );
}

/** Shows what the permission was when the role first showed it; with a member, of that one only. */
function copies(member?: string): Fault {
  return (parts) => {
    const first = new Map<string, Representation>();
    shows(entries, (one, { id }) => {
      const old = first.get(id) ?? one;
      first.set(id, old);
      return member === undefined ? old : { ...one, [member]: old[member] };
    })(parts);
  };
}

function keepsDeletedPermission(): Fault {
  return together(
    (parts) => parts.change(applicationPermissions, { removed: () => {} }),
    shows(entries, (one, { value }) => ({ ...one, id: value.id })),
  );
}

function forgetsReplaced(): Fault {
  return only(source.replace, applicationPermissions, (parts) =>
    parts.change(applicationPermissions, {
      stored: ({ id }, { world, ownerId }) => removeEntriesOfPermission(world, ownerId, id),
    }),
  );
}

function failsForHeld(): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.request(source.remove, (_request, { parameters }) => {
      const id = parameters[applicationPermissions.item];
      const held = [...world.shelf<ApplicationRoleEntry>(parameters.environmentId ?? '', entries.kind).all()];
      if (held.some(({ value }) => value.id === id))
        throw new ApiError(500, 'UNEXPECTED_ERROR', 'The request could not be completed.');
    });
  };
}
