import { assignmentsOf } from '../access/actor.ts';
import { links } from '../engine/links.ts';
import { compilePath, environmentUrl, placeOf } from '../engine/place.ts';
import { find } from '../engine/read.ts';
import { routesOf } from '../engine/routes.ts';
import { create } from '../engine/write.ts';
import { type Answer, ok } from '../http/answer.ts';
import type { Call, Route } from '../http/route.ts';
import { applications, renewSecret, secretOf } from './applications.ts';
import { assign } from './environmentContents.ts';

/** The applications endpoints: the collection, whose create also hands on roles, and the secret. */
export const applicationRoutes: readonly Route[] = [
  ...routesOf(applications).map((route): Route => {
    const { POST } = route.operations;
    return POST === undefined
      ? route
      : { ...route, operations: { ...route.operations, POST: { ...POST, run: createApplication } } };
  }),
  {
    path: '/environments/:environmentId/applications/:applicationId/secret',
    level: 'environment',
    operations: {
      GET: { permission: 'application:write', run: (call) => ok(showSecret(call)) },
      POST: { permission: 'application:write', run: postSecret },
    },
  },
];

const urlOf = compilePath(applications.path);

/** A worker inherits the roles of its creator unless assignActorRoles is false (facts 5). */
function createApplication(call: Call): Answer {
  const environmentId = call.parameters.environmentId ?? '';
  const answer = create(applications, call, placeOf(urlOf, environmentId, undefined, call));
  const { id, type, assignActorRoles } = answer.body ?? {};
  if (type !== 'WORKER' || assignActorRoles === false) return answer;
  const { world, actor } = call;
  for (const { value } of [...assignmentsOf(world, actor.environmentId, actor.application.id)])
    assign(world, environmentId, String(id), value);
  return answer;
}

function postSecret(call: Call): Answer {
  const { place, entry } = addressed(call);
  renewSecret(place.world, place.ownerId, entry.id);
  return ok(showSecret(call));
}

function showSecret(call: Call) {
  const { place, entry } = addressed(call);
  const application = `${place.url}/${entry.id}`;
  return {
    _links: links({ self: `${application}/secret`, environment: environmentUrl(place), application }),
    environment: { id: place.ownerId },
    secret: secretOf(place.world, place.ownerId, entry.id),
  };
}

function addressed(call: Call) {
  const place = placeOf(urlOf, call.parameters.environmentId ?? '', undefined, call);
  return { place, entry: find(applications, call, place) };
}
