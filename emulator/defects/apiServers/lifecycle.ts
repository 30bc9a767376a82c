import { deploymentOf } from '../../collections/deployments.ts';
import { invalidData } from '../../http/errors.ts';
import { constraint } from '../../validation/faults.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { always, status, text } from '../faults/answers.ts';
import { withoutLinks } from '../faults/documents.ts';
import { confuses, identifies, moves } from '../faults/identity.ts';
import { gives, omits } from '../faults/members.ts';
import { outlives } from '../faults/outliving.ts';
import { bare } from '../faults/pages.ts';
import { misreports, refusesSent } from '../faults/refusals.ts';
import { answersOld } from '../faults/state.ts';
import { noContent, removesWith } from '../faults/statuses.ts';
import { keepsRefused, losesCreated } from '../faults/storage.ts';
import { accepts, stores } from '../faults/validation.ts';
import { type Asked, askedOf } from '../reply.ts';
import { idIn } from './bodies.ts';
import { at, nobody, services, shown } from './places.ts';

const operations = `${services.path}/:${services.item}/operations`;

/** What a server can do wrong with the life of an API service. */
export const lifecycle = defectsOf({
  'api-servers-create-201': [
    ['answers 200 to the create of a service', status(at.create, 201, 200)],
    ['answers 202 to the create of a service', status(at.create, 201, 202)],
    ['answers the create of a service without a body', text(at.create, () => '', isOf(201))],
  ],
  'api-servers-list-200': [
    ['lists services in a bare array', bare(at.list)],
    ['answers 206 to the list of services', status(at.list, 200, 206)],
    ['answers 204 to the list of services', always(at.list, 204)],
    ['lists services without links around them', withoutLinks(at.list)],
  ],
  'api-servers-read-200': [
    ['reads the newest service whatever the id', confuses(services, at.read, (every) => every.at(-1))],
    ['answers 203 to the read of a service', status(at.read, 200, 203)],
    ['tells another id than the one that was read by', gives(at.read, 'id', nobody)],
  ],
  'api-servers-update-200': [
    ['answers 201 to the replace of a service', status(at.replace, 200, 201)],
    ['answers 204 to the replace of a service', noContent(at.replace)],
    ['answers the replace of a service with its old state', answersOld(services)],
  ],
  'api-servers-delete-204': [
    ['answers 200 to the delete of a service', removesWith(at.remove, 200)],
    ['answers 202 to the delete of a service', removesWith(at.remove, 202)],
    ['answers the delete of a service with what was deleted', removesWith(at.remove, 200, true)],
  ],
  'api-servers-create-then-read': [
    ['stores the first base URL of a service only', stores(services, withFirstUrl)],
    ['reads the first base URL of a service only', gives(at.read, 'baseUrls', firstOf)],
    ['stores no service that it creates', losesCreated(services)],
    ['reads services without their authorization server', omits(at.read, 'authorizationServer')],
    ['reads the base URLs of a service in another order', gives(at.read, 'baseUrls', reversed)],
  ],
  'api-servers-update-validates': [
    [
      'looks at the base URLs of a create only',
      accepts(services, 'baseUrls[*]', undefined, { on: 'replace' }),
    ],
    ['stores what it refuses to replace', keepsRefused(services)],
    [
      'refuses the base URL of a replace for the name',
      misreports(at.replace, { target: 'baseUrls[*]' }, (detail) => ({ ...detail, target: 'name' })),
    ],
  ],
  'api-servers-delete-removes-children': [
    ['does not delete a service that was deployed', keepsDeployed()],
    [
      'serves an operation whose service is gone',
      outlives(services, `GET ${operations}/:apiServerOperationId`),
    ],
    ['lists operations whose service is gone', outlives(services, `GET ${operations}`)],
    [
      'serves a deployment whose service is gone',
      outlives(services, `GET ${services.path}/:${services.item}/deployment`),
    ],
    ['refuses to delete a service that was deployed, and deletes it', refusesAfterwards()],
  ],
  'api-servers-id-uuid': [
    ['lists services without their ids', omits(at.list, 'id')],
    ['numbers services', identifies(services, (_id, _asked, number) => String(number))],
    ['writes ids of services without hyphens', identifies(services, (id) => id.replaceAll('-', ''))],
    ['lists services by number', gives(at.list, 'id', () => 17)],
    ['leaves the id out of the answer to a replace', omits(at.replace, 'id')],
  ],
  'api-servers-id-server-assigned': [
    [
      'takes the id of a service from its create',
      identifies(services, (id, asked) => idIn(asked.body) ?? id),
    ],
    ['shows the id that a create sent', gives(at.create, 'id', sentId)],
    [
      'refuses a service whose create has an id for its name',
      refusesSent(at.create, 'name', ({ id }) => id !== undefined),
    ],
  ],
  'api-servers-id-stable': [
    [
      'moves a service to the id in a replace',
      moves(services, at.replace, (id, asked) => idIn(asked.body) ?? id),
    ],
    [
      'makes a second service of the id in a replace',
      moves(services, at.replace, (id, asked) => idIn(asked.body) ?? id, true),
    ],
    ['answers the replace of a service with the id that was sent', gives(at.replace, 'id', sentId)],
  ],
  'api-servers-environment-id': [
    ['answers the create of a service without its environment', omits(at.create, 'environment')],
    ['names another environment for a new service', gives(at.create, 'environment.id', nobody)],
    ['names the environment of a service by its bare id', gives(shown, 'environment', nobody)],
  ],
});

function isOf(status: number): (answered: number) => boolean {
  return (answered) => answered === status;
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? list.slice(0, 1) : list;
}

function reversed(list: unknown): unknown {
  return Array.isArray(list) ? [...list].reverse() : list;
}

function withFirstUrl<T extends { readonly baseUrls: readonly string[] }>(value: T): T {
  return { ...value, baseUrls: value.baseUrls.slice(0, 1) };
}

function sentId(id: unknown, { body: sent }: Asked): unknown {
  return idIn(sent) ?? id;
}

function keepsDeployed(): Fault {
  return (parts) =>
    parts.change(services, {
      keep: ({ id }, { world, ownerId }) =>
        deploymentOf(world, ownerId, id) === undefined
          ? undefined
          : constraint('id', 'The service was deployed.'),
    });
}

/** Tells of a service that was deployed, and is gone, that it is still needed. */
function refusesAfterwards(): Fault {
  return (parts) =>
    parts.wrap(at.remove, (handler) => async (request) => {
      const { environmentId = '', [services.item]: id = '' } = askedOf(request).parameters;
      const wasDeployed = deploymentOf(parts.gatekeeper.world, environmentId, id) !== undefined;
      const answer = await handler(request);
      if (wasDeployed) throw invalidData([constraint('id', 'The service was deployed.')]);
      return answer;
    });
}
