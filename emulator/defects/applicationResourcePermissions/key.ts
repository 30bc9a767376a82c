import { applicationPermissions } from '../../collections/applicationPermissions.ts';
import { type ApplicationResource, applicationResources } from '../../collections/applicationResources.ts';
import { type Resource, resources } from '../../collections/resources.ts';
import type { Representation } from '../../engine/collection.ts';
import type { World } from '../../store/world.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { gives, omits } from '../faults/members.ts';
import { refusesSent } from '../faults/refusals.ts';
import { echoes, movesTo, remembers } from '../faults/sent.ts';
import { shows } from '../faults/state.ts';
import { at, nobody, shown } from './places.ts';

const collection = applicationPermissions;

/** What a server can do wrong with the key of a permission and with the application resource that it shows. */
export const key = defectsOf({
  'application-resource-permissions-key-value': [
    [
      'writes the action before the name in keys',
      gives(shown, 'key', (one: string) => one.split(':').reverse().join(':')),
    ],
    [
      'makes keys of ids',
      shows(collection, (one) => ({ ...one, key: `${(one.resource as { id: string }).id}:${one.id}` })),
    ],
    ['writes keys with a dot', gives(shown, 'key', (one: string) => one.replace(':', '.'))],
    [
      'writes keys in small letters with a space',
      gives(shown, 'key', (one: string) => one.replace(':', ': ')),
    ],
    ['answers the create of a permission without its key', omits(at.create, 'key')],
    ['reads a permission without its key', omits(at.read, 'key')],
    [
      'answers the replace of a permission with another key',
      gives(at.replace, 'key', (one: string) => `${one}:`),
    ],
    [
      'lists permissions with their actions as keys',
      gives(at.list, 'key', (one: string) => one.split(':').at(-1)),
    ],
  ],
  'application-resource-permissions-key-read-only': [
    ['answers the create of a permission with the key that was sent', echoes(at.create, 'key')],
    ['answers the replace of a permission with the key that was sent', echoes(at.replace, 'key')],
    ['reads a permission with the key that was sent', remembers(at.write, at.read, 'key')],
    [
      'refuses a permission with a key for its action',
      refusesSent(at.write, 'action', ({ key: sent }) => sent !== undefined),
    ],
  ],
  'application-resource-permissions-key-follows-action': [
    [
      'keeps the key of a permission that gets another action',
      copies(
        (one) => one.key,
        (one, old) => ({ ...one, key: old }),
      ),
    ],
    ['reads a permission with the key that it had first', keepsFirstKey()],
  ],
  'application-resource-permissions-key-follows-resource-name': [
    ['keeps the old name in keys of permissions', copies(nameOf, withNameInKey)],
    ['keeps the old name of the application resource in permissions', copies(nameOf, withName)],
    [
      'keeps the permission as it was when the application resource is renamed',
      copies(nameOf, (one, old) => withName(withNameInKey(one, old), old)),
    ],
  ],
  'application-resource-permissions-resource-id': [
    ['shows the custom resource as that of a permission', showsCustom('id')],
    [
      'shows the permission as its own resource',
      shows(collection, (one) => ({ ...one, resource: { ...(one.resource as object), id: one.id } })),
    ],
    ['answers the create of a permission without its resource', omits(at.create, 'resource')],
    ['reads a permission without the id of its resource', omits(at.read, 'resource.id')],
    ['reads a permission with another resource', gives(at.read, 'resource.id', nobody)],
    [
      'answers the create of a permission with the bare id of its resource',
      gives(at.create, 'resource', ({ id }: { id: string }) => id),
    ],
  ],
  'application-resource-permissions-resource-name': [
    ['shows the name of the custom resource in permissions', showsCustom('name')],
    [
      'shows the action as the name of the application resource',
      shows(collection, (one) => ({ ...one, resource: { ...(one.resource as object), name: one.action } })),
    ],
    [
      'answers the create of a permission without the name of its resource',
      omits(at.create, 'resource.name'),
    ],
    ['reads a permission without the name of its resource', omits(at.read, 'resource.name')],
  ],
  'application-resource-permissions-resource-read-only': [
    [
      'creates a permission below the application resource in the body',
      movesTo(collection, at.create, 'resource'),
    ],
    [
      'moves a permission to the application resource in the body',
      movesTo(collection, at.replace, 'resource'),
    ],
    ['answers the create of a permission with the resource that was sent', echoes(at.create, 'resource')],
    ['answers the replace of a permission with the resource that was sent', echoes(at.replace, 'resource')],
    ['reads a permission with the resource that was sent', remembers(at.write, at.read, 'resource')],
    [
      'refuses a permission with a resource for its action',
      refusesSent(at.write, 'action', ({ resource }) => resource !== undefined),
    ],
  ],
});

/** Shows what something of a permission was at first. */
function copies(
  of: (one: Representation) => unknown,
  as: (one: Representation, old: unknown) => Representation,
): Fault {
  return (parts) => {
    const first = new Map<string, unknown>();
    shows(collection, (one, { id }) => {
      if (!first.has(id)) first.set(id, of(one));
      return as(one, first.get(id));
    })(parts);
  };
}

function nameOf(one: Representation): unknown {
  return (one.resource as { name: string }).name;
}

function withNameInKey(one: Representation, name: unknown): Representation {
  return { ...one, key: `${name}:${one.action}` };
}

function withName(one: Representation, name: unknown): Representation {
  return { ...one, resource: { ...(one.resource as object), name } };
}

/** Answers a replace with the new key, and reads show the old one. */
function keepsFirstKey(): Fault {
  return (parts) => {
    const first = new Map<unknown, unknown>();
    parts.reply(at.create, ({ body }) => {
      const one = (body ?? {}) as Representation;
      first.set(one.id, one.key);
    });
    parts.reply(at.read, ({ body }) => {
      const one = (body ?? {}) as Record<string, unknown>;
      if (first.has(one.id)) one.key = first.get(one.id);
    });
  };
}

function showsCustom(member: 'id' | 'name'): Fault {
  return (parts) => {
    const { represent } = collection;
    parts.change(collection, {
      represent: (entry, place) => {
        const one = represent(entry, place);
        const custom = customOf(place.world, place.ownerId, entry.parentId);
        const value = member === 'id' ? custom?.id : custom?.value.name;
        return { ...one, resource: { ...(one.resource as object), [member]: value } };
      },
    });
  };
}

function customOf(world: World, ownerId: string, applicationResourceId: string) {
  const holder = world
    .shelf<ApplicationResource>(ownerId, applicationResources.kind)
    .get(applicationResourceId);
  return world.shelf<Resource>(ownerId, resources.kind).get(holder?.parentId ?? '');
}
