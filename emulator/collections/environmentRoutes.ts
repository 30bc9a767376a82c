import { reachInEnvironment } from '../access/actor.ts';
import { links } from '../engine/links.ts';
import { compilePath, environmentUrl, type Place } from '../engine/place.ts';
import { list, read } from '../engine/read.ts';
import { create, replace, store } from '../engine/write.ts';
import { type Answer, noContent, ok } from '../http/answer.ts';
import { json, readObject } from '../http/body.ts';
import { invalidData } from '../http/errors.ts';
import type { Call, Operation, Route } from '../http/route.ts';
import type { Entry } from '../store/shelf.ts';
import { changed } from '../store/world.ts';
import type { Faults } from '../validation/faults.ts';
import { readModel } from '../validation/model.ts';
import { type BillOfMaterialsRequest, billOfMaterialsFrom, billOfMaterialsModel } from './billOfMaterials.ts';
import { pendingDeletion, putStatus, putType } from './environmentActions.ts';
import { furnish, grantToCreator, unfurnish } from './environmentContents.ts';
import { type Environment, environmentEntry, environments } from './environments.ts';
import { licenseOf } from './licenses.ts';

/** The environments endpoints with what belongs to an environment itself (facts 3). */
export const environmentRoutes: readonly Route[] = [
  {
    path: '/environments',
    level: 'platform',
    operations: {
      GET: { permission: 'environment:read', run: listEnvironments },
      POST: { permission: 'environment:create', run: createEnvironment },
    },
  },
  {
    path: '/organizations/:organizationId/environments',
    level: 'organization',
    operations: { GET: { permission: 'environment:read', run: listEnvironments } },
  },
  {
    path: '/environments/:environmentId',
    level: 'environment',
    operations: {
      GET: reading((call) => read(environments, addressed(call), call, placeOf(call))),
      PUT: writing((call) => replace(environments, addressed(call), call, placeOf(call))),
      DELETE: writing(deleteEnvironment),
    },
  },
  {
    path: '/environments/:environmentId/type',
    level: 'environment',
    operations: { PUT: writing(acting(putType)) },
  },
  {
    path: '/environments/:environmentId/status',
    level: 'environment',
    operations: { PUT: writing(acting(putStatus)) },
  },
  {
    path: '/environments/:environmentId/billOfMaterials',
    level: 'environment',
    operations: {
      GET: reading((call) => ok(showProducts(addressed(call), call))),
      PUT: writing(putProducts),
    },
  },
  {
    path: '/environments/:environmentId/capabilities',
    level: 'environment',
    operations: { GET: reading(readCapabilities) },
  },
];

const urlOf = compilePath(environments.path);

function reading(run: (call: Call) => Answer): Operation {
  return { permission: 'environment:read', byPopulation: true, run };
}

function writing(run: (call: Call) => Answer): Operation {
  return { permission: 'environment:write', run };
}

function acting(run: (entry: Entry<Environment>, call: Call, place: Place) => Answer) {
  return (call: Call) => run(addressed(call), call, placeOf(call));
}

function placeOf(call: Call): Place {
  const { world, base, actor } = call;
  return { world, base, ownerId: actor.organizationId, parentId: '', url: urlOf(base, {}) };
}

function addressed(call: Call): Entry<Environment> {
  return environmentEntry(call.world, call.parameters.environmentId ?? '');
}

function listEnvironments(call: Call): Answer {
  const { world, actor } = call;
  const readable = ({ ownerId }: Place) =>
    [...world.shelf<Environment>(ownerId, 'environments').all()].filter(
      ({ id }) => reachInEnvironment(world, actor, 'environment:read', id) !== undefined,
    );
  return list({ ...environments, members: readable }, call, placeOf(call));
}

function createEnvironment(call: Call): Answer {
  const place = placeOf(call);
  const answer = create(environments, call, place);
  const environmentId = String(answer.body?.id);
  call.world.organizationOf.set(environmentId, place.ownerId);
  furnish(call.world, environmentId);
  grantToCreator(call.world, call.actor, environmentId);
  return { ...answer, headers: ['Location', `${place.url}/${environmentId}`] };
}

function deleteEnvironment(call: Call): Answer {
  const entry = addressed(call);
  const place = placeOf(call);
  if (entry.value.type === 'SANDBOX') {
    place.world.shelf<Environment>(place.ownerId, 'environments').remove(entry.id);
    unfurnish(call.world, place.ownerId, entry.id);
  } else if (entry.value.status === 'ACTIVE')
    store(environments, changed(entry, pendingDeletion(entry.value)), place);
  return noContent;
}

function showProducts({ id, value }: Entry<Environment>, call: Call) {
  const environment = environmentUrl({ base: call.base, ownerId: id });
  return { _links: links({ self: `${environment}/billOfMaterials`, environment }), ...value.billOfMaterials };
}

function putProducts(call: Call): Answer {
  const entry = addressed(call);
  const body = readObject(call.body, call.contentType, [json]);
  const faults: Faults = [];
  const request = readModel<BillOfMaterialsRequest>(billOfMaterialsModel, body, faults);
  if (faults.length > 0) throw invalidData(faults);
  const billOfMaterials = billOfMaterialsFrom(request, entry.value.billOfMaterials);
  const next = { ...entry, value: { ...entry.value, billOfMaterials } };
  store(environments, next, placeOf(call));
  return ok(showProducts(next, call));
}

function readCapabilities(call: Call): Answer {
  const { id } = addressed(call);
  const environment = environmentUrl({ base: call.base, ownerId: id });
  const { authorize } = licenseOf(call.world, id) ?? {};
  return ok({
    _links: links({ self: `${environment}/capabilities`, environment }),
    canUseApiAccessManagement: authorize?.allowApiAccessManagement === true,
    canUseDynamicAuthorization: authorize?.allowDynamicAuthorization === true,
    canUseApplicationPermissions: authorize?.allowApplicationPermissions === true,
  });
}
