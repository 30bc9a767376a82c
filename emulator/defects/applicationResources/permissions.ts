import {
  type ApplicationPermission,
  applicationPermissions,
  permissionsOfResource,
} from '../../collections/applicationPermissions.ts';
import { type ApplicationResource, applicationResources } from '../../collections/applicationResources.ts';
import { resources as parents, type Resource } from '../../collections/resources.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { always, status } from '../faults/answers.ts';
import { nothingWhenEmpty, numbersMembers, oneOf } from '../faults/documents.ts';
import { gives, omits } from '../faults/members.ts';
import { bare, members } from '../faults/pages.ts';
import { byResource, nobody } from './places.ts';

const missing = { code: 'NOT_FOUND', message: 'Nothing was found.' };
type Json = Record<string, unknown>;

/** What a server can do wrong with a list of the permissions below one resource. */
export const permissionsBelow = defectsOf({
  'application-resources-permissions-by-resource-200': [
    ["lists the first application resource's permissions only", ofOneResource(0)],
    ["lists the last application resource's permissions only", ofOneResource(-1)],
    ['does not find the permissions below a resource', always(byResource, 404, missing)],
    ['does not list the permissions below a resource', always(byResource, 405, missing)],
    ['answers 204 to a read of the permissions below a resource', always(byResource, 204)],
    ['answers 206 to a read of the permissions below a resource', status(byResource, 200, 206)],
    ['lists no permissions below a resource', members(byResource, () => [])],
  ],
  'application-resources-permissions-by-resource-embedded': [
    ['lists permissions below a resource without a document around them', bare(byResource)],
    ['leaves _embedded out of a resource without permissions', nothingWhenEmpty(byResource)],
    ['lists permissions below a resource by number', numbersMembers(byResource)],
    ['lists one permission below a resource alone', oneOf(byResource)],
  ],
  'application-resources-permissions-by-resource-own': [
    ["lists the environment's permissions below each resource", lists((all) => all)],
    ["lists the newest resource's permissions below each resource", lists((all) => all.slice(-1))],
    ["lists the oldest resource's permissions below each resource", lists((all) => all.slice(0, 1))],
  ],
  'application-resources-permissions-by-resource-same-permission': [
    [
      'gives permissions below a resource ids of their own',
      gives(byResource, 'id', () => crypto.randomUUID()),
    ],
    ['names the parent as the resource of its permissions', namesParent()],
    [
      'shows the parent as the resource of its permissions',
      gives(byResource, 'resource.id', (_id: string, { path }) => path.split('/')[5]),
    ],
    ['lists permissions below a resource without their descriptions', omits(byResource, 'description')],
    ['lists permissions below a resource without their keys', omits(byResource, 'key')],
    ['lists permissions below a resource without their resources', omits(byResource, 'resource')],
    [
      'lists permissions below a resource with their keys as actions',
      members(byResource, (all) => all.map((one) => ({ ...one, action: one.key }))),
    ],
    [
      'lists keys of permissions below a resource in the other order',
      gives(byResource, 'key', (key: string) => key.split(':').reverse().join(':')),
    ],
    [
      'lists the permissions below a resource with the same description',
      gives(byResource, 'description', 'A permission'),
    ],
  ],
  'application-resources-permissions-by-resource-resource-server-id': [
    [
      'shows the application resource as the resource server',
      members(byResource, (all) =>
        all.map((one) => ({
          ...one,
          resourceServer: { ...(one.resourceServer as Json), id: (one.resource as Json).id },
        })),
      ),
    ],
    ['shows another resource server', gives(byResource, 'resourceServer.id', nobody)],
    [
      'shows the permission as its resource server',
      members(byResource, (all) =>
        all.map((one) => ({ ...one, resourceServer: { ...(one.resourceServer as Json), id: one.id } })),
      ),
    ],
    ['lists permissions below a resource without the resource server', omits(byResource, 'resourceServer')],
    [
      'shows the resource server by its bare id',
      gives(byResource, 'resourceServer', ({ id }: { id: string }) => id),
    ],
  ],
  'application-resources-permissions-by-resource-resource-server-environment': [
    [
      'names another environment of the resource server',
      gives(byResource, 'resourceServer.environment.id', nobody),
    ],
    [
      'names the resource server as its environment',
      gives(byResource, 'resourceServer.environment.id', (_id: string, { path }) => path.split('/')[5]),
    ],
    [
      'names the environment of the resource server by its bare id',
      gives(byResource, 'resourceServer.environment', nobody),
    ],
  ],
});

function ofOneResource(position: 0 | -1): Fault {
  const idOf = (one: Json | undefined) => (one?.resource as Json | undefined)?.id;
  return members(byResource, (all) => all.filter((one) => idOf(one) === idOf(all.at(position))));
}

/** Lists the permissions of other resources than the one in the path; all with permissions come by age. */
function lists(choose: (resourceIds: readonly string[]) => readonly string[]): Fault {
  return (parts) =>
    parts.change(permissionsOfResource, {
      members: ({ world, ownerId }) => {
        const all = [...world.shelf<ApplicationPermission>(ownerId, applicationPermissions.kind).all()];
        const holders = world.shelf<ApplicationResource>(ownerId, applicationResources.kind);
        const resourceOf = (id: string) => holders.get(id)?.parentId ?? '';
        const ids = [...new Set(all.map(({ parentId }) => resourceOf(parentId)))];
        return all.filter(({ parentId }) => choose(ids).includes(resourceOf(parentId)));
      },
    });
}

function namesParent(): Fault {
  return (parts) => {
    const { represent } = permissionsOfResource;
    parts.change(permissionsOfResource, {
      represent: (entry, place) => {
        const one = represent(entry, place);
        const parent = place.world.shelf<Resource>(place.ownerId, parents.kind).get(place.parentId);
        return { ...one, resource: { ...(one.resource as Json), name: parent?.value.name } };
      },
    });
  };
}
