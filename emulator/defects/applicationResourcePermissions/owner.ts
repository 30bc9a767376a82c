import { applicationPermissions } from '../../collections/applicationPermissions.ts';
import { type ApplicationResource, applicationResources } from '../../collections/applicationResources.ts';
import { type Resource, resources } from '../../collections/resources.ts';
import type { World } from '../../store/world.ts';
import {
  findsBelowNamed,
  movesUnsaid,
  refusesNamed,
  showsNamed,
} from '../applicationResources/sentHolders.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { gives, omits } from '../faults/members.ts';
import { refusesSent } from '../faults/refusals.ts';
import { echoes, movesTo, remembers } from '../faults/sent.ts';
import { shows } from '../faults/state.ts';
import { at, nobody } from './places.ts';

const collection = applicationPermissions;

/** What a server can do wrong with the application resource that a permission shows. */
export const owner = defectsOf({
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
    [
      'creates a permission below another application resource that its body names, and does not say so',
      movesUnsaid(collection, at.create, 'resource'),
    ],
    [
      'moves a permission to another application resource that its body names, and does not say so',
      movesUnsaid(collection, at.replace, 'resource'),
    ],
    [
      'reads a permission with another application resource that its body named',
      showsNamed(collection, at.read, 'resource'),
    ],
    [
      'finds a permission below another application resource that its body named',
      findsBelowNamed(collection, 'resource'),
    ],
    [
      'refuses to create a permission that names another application resource for its action',
      refusesNamed(collection, at.create, 'resource', 'action'),
    ],
    [
      'refuses to replace a permission that names another application resource for its action',
      refusesNamed(collection, at.replace, 'resource', 'action'),
    ],
  ],
});

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
