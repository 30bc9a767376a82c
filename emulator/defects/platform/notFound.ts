import type { ApiError } from '../../http/errors.ts';
import { defectsOf } from '../defect.ts';
import { leaks } from '../faults/access.ts';
import { assumesParent, ignoresParent, listsEverywhere, upserts } from '../faults/places.ts';
import { doesAnyway, refusesWith } from '../faults/refusals.ts';
import { failsWhen, succeedsWhen } from '../faults/replies.ts';
import { removesAlways } from '../faults/statuses.ts';
import { keepsRefused, storesRefused } from '../faults/storage.ts';
import { uniqueEverywhere } from '../faults/uniqueness.ts';
import { matching } from '../faults/validation.ts';
import type { Asked } from '../reply.ts';
import { deploysElsewhere, failsElsewhere } from './elsewhere.ts';
import {
  apiServerOperations,
  deployment,
  evaluation,
  groups,
  inEnvironments,
  inGroups,
  inOperations,
  inPopulations,
  inScopes,
  lastOf,
  populations,
  resources,
  scopes,
} from './places.ts';

const isMissing = (_asked: Asked, { status }: { readonly status: number }) => status === 404;
const nowhere = { says: 'does not exist' };
const isMalformed = ({ path }: Asked) => !/^[0-9a-f-]{36}$/.test(lastOf(path));

/** What a server can do wrong with what is not there, and with what is elsewhere. */
export const notFound = defectsOf({
  'platform-not-found-read-404': [
    [
      'reads a group that is not there as an empty object',
      succeedsWhen(inGroups.read, isMissing, 200, () => ({})),
    ],
    [
      'answers 400 to the read of a population that is not there',
      failsWhen(inPopulations.read, isMissing, 400, 'INVALID_REQUEST'),
    ],
  ],
  'platform-not-found-update-404': [
    ['creates the group that it does not find', upserts(groups, inGroups.replace)],
    [
      'answers 404 to a replacement and creates the population',
      upserts(populations, inPopulations.replace, false),
    ],
    [
      'answers 400 to the replacement of a group that is not there',
      failsWhen(inGroups.replace, isMissing, 400, 'INVALID_REQUEST'),
    ],
  ],
  'platform-not-found-delete-404': [
    ['answers 204 to the removal of a group that is not there', removesAlways(inGroups.remove)],
  ],
  'platform-not-found-malformed-id': [
    ['answers 500 to an id of a group that is none', failsWhen(inGroups.read, isMalformed)],
    [
      'answers 200 to an id of a population that is none',
      succeedsWhen(inPopulations.read, isMalformed, 200, () => ({})),
    ],
    ['answers 500 to the removal of what has no id of a group', failsWhen(inGroups.remove, isMalformed)],
    ['answers 500 to an evaluation at an id that is none', failsWhen(evaluation, isMalformed)],
  ],
  'platform-not-found-unknown-environment': [
    [
      'lists no groups in an environment that is not there',
      succeedsWhen(inGroups.list, isMissing, 200, () => ({ _links: {}, _embedded: { groups: [] } })),
    ],
    [
      'answers 500 to the populations of an environment that is not there',
      failsWhen(inPopulations.list, isMissing),
    ],
    ['reads a group in an environment that is not there', leaks(inGroups.read)],
    ['evaluates decisions in an environment that is not there', leaks(evaluation)],
  ],
  'platform-not-found-unknown-parent': [
    ['creates scopes below a resource that is not there', assumesParent(scopes, inScopes.create)],
    ['lists no scopes of a resource that is not there', assumesParent(scopes, inScopes.list)],
    [
      'creates operations below a service that is not there',
      assumesParent(apiServerOperations, inOperations.create),
    ],
    [
      'answers 404 to a scope below a resource that is not there, and adds it to the newest resource',
      doesAnyway(
        inScopes.create,
        ({ parameters, body }, world) => {
          const { environmentId = '' } = parameters;
          const newest = [...world.shelf(environmentId, resources.kind).all()].at(-1);
          const scope = world.entry(crypto.randomUUID(), newest?.id ?? '', body ?? {});
          world.shelf(environmentId, scopes.kind).put(scope);
        },
        ({ status }) => status === 404,
      ),
    ],
  ],
  'platform-not-found-wrong-parent': [
    ['reads scopes below any resource', ignoresParent(scopes, inScopes.read)],
    ['removes operations below any service', ignoresParent(apiServerOperations, inOperations.remove)],
    ['replaces scopes below any resource', ignoresParent(scopes, inScopes.replace)],
    [
      'answers 404 to the removal of a scope below another resource, and removes it',
      doesAnyway(inScopes.remove, ({ parameters }, world) => {
        world.shelf(parameters.environmentId ?? '', scopes.kind).remove(parameters[scopes.item] ?? '');
      }),
    ],
  ],
  'platform-isolation-read': [
    ['reads groups by their ids alone', leaks(inGroups.read)],
    ['reads populations by their ids alone', leaks(inPopulations.read)],
    ['reads the deployment of an API service by its id alone', leaks(deployment.replace('POST', 'GET'))],
  ],
  'platform-isolation-list': [
    ['lists the groups of all environments in each', listsEverywhere(groups)],
    ['lists the populations of all environments in each', listsEverywhere(populations)],
  ],
  'platform-isolation-write': [
    ['removes groups by their ids alone', leaks(inGroups.remove)],
    ['replaces populations by their ids alone', leaks(inPopulations.replace)],
    [
      'answers 404 to the removal of a group of another environment, and removes it',
      doesAnyway(inGroups.remove, ({ path }, world) => {
        for (const id of world.organizationOf.keys()) world.shelf(id, groups.kind).remove(lastOf(path));
      }),
    ],
    ['evaluates decisions of another environment', leaks(evaluation)],
    ['answers 404 to a deployment in another environment, and deploys there', deploysElsewhere()],
    ['answers 500 to the removal of a group of another environment', failsElsewhere()],
  ],
  'platform-isolation-reference': [
    [
      'puts a group into a population of another environment',
      (parts) => parts.change(groups, { verify: () => {} }),
    ],
    [
      'refuses a group in a population of another environment, and stores it',
      storesRefused(groups, isNowhere),
    ],
    [
      'answers 500 to the replacement of an operation that refers to another environment',
      refusesWith(inOperations.replace, nowhere, 500, 'UNEXPECTED_ERROR'),
    ],
    [
      'refuses the replacement of an operation that refers to another environment, and makes it',
      keepsRefused(apiServerOperations, isNowhere),
    ],
    [
      'answers 500 to a group in a population of another environment',
      refusesWith(inGroups.create, nowhere, 500, 'UNEXPECTED_ERROR'),
    ],
  ],
  'platform-isolation-name-per-environment': [
    ['finds the name of a population taken in another environment', uniqueEverywhere(populations, 'name')],
  ],
  'platform-isolation-organization': [
    [
      'reads environments of every organization',
      succeedsWhen(inEnvironments.read, isMissing, 200, ({ path }) => ({ id: lastOf(path) })),
    ],
    [
      'lists the groups of environments of every organization',
      (parts) => {
        const { world } = parts.gatekeeper;
        succeedsWhen(
          inGroups.list,
          ({ parameters }, reply) =>
            reply.status === 404 && world.organizationOf.has(parameters.environmentId ?? ''),
          200,
          () => ({ _links: {}, _embedded: { groups: [] } }),
        )(parts);
      },
    ],
  ],
});

/** Whether a write is refused because it refers to what its environment does not have. */
function isNowhere({ details }: ApiError): boolean {
  return details.some(matching(nowhere));
}
