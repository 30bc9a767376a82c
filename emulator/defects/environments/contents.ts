import { put } from '../../collections/environmentContents.ts';
import { populations } from '../../collections/populations.ts';
import { signOnPolicies } from '../../collections/signOnPolicies.ts';
import { ApiError, insufficientPermissions, notFound } from '../../http/errors.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { furnishes, isNew } from '../faults/environments.ts';
import { askedOf } from '../reply.ts';
import type { Where } from '../where.ts';
import { below } from './places.ts';

/** What a server can do wrong with what a new environment comes with. */
export const contents = defectsOf({
  'environments-create-default-sign-on-policy': [
    [
      'gives a new environment no sign-on policy',
      furnishes((world, id) => {
        const shelf = world.shelf(id, signOnPolicies.kind);
        for (const policy of [...shelf.all()]) shelf.remove(policy.id);
      }),
    ],
    [
      'gives a new environment two default sign-on policies',
      furnishes((world, id) => {
        const policy = world.entry(crypto.randomUUID(), '', { name: 'Multi_Factor', default: true });
        world.shelf(id, signOnPolicies.kind).put(policy);
      }),
    ],
  ],
  'environments-create-default-population': [
    [
      'gives a new environment two default populations',
      furnishes((world, id) => {
        for (const name of ['Default', 'More']) {
          const population = world.entry(crypto.randomUUID(), '', { name, default: true });
          world.shelf(id, populations.kind).put(population);
        }
      }),
    ],
    [
      'gives a new environment a population that is not the default',
      furnishes((world, id) => {
        put(world, id, populations, { name: 'Some', default: false });
      }),
    ],
  ],
  'environments-create-creator-roles': [
    [
      'lets nobody create a population in a new environment',
      early(`POST ${below('populations')}`, insufficientPermissions),
    ],
    [
      'lets nobody create an application in a new environment',
      early(`POST ${below('applications')}`, insufficientPermissions),
    ],
  ],
  'environments-create-then-usable': [
    ['never finds what lies in a new environment', early(`GET ${below('populations')}`, notFound)],
    [
      'answers 409 to the first reads in a new environment',
      early(`GET ${below('populations')}`, conflict, 1),
    ],
    [
      'answers 503 to the first reads in a new environment',
      early(`GET ${below('populations')}`, unavailable, 1),
    ],
  ],
});

/** Refuses requests in environments that are new, or only so many of them each. */
function early(where: Where, refusal: () => ApiError, times = Number.POSITIVE_INFINITY): Fault {
  return (parts) => {
    const refused = new Map<string, number>();
    parts.wrap(where, (handler) => (request) => {
      const { environmentId = '' } = askedOf(request).parameters;
      const before = refused.get(environmentId) ?? 0;
      if (!isNew(parts, environmentId) || before >= times) return handler(request);
      refused.set(environmentId, before + 1);
      throw refusal();
    });
  };
}

function conflict(): ApiError {
  return new ApiError(409, 'CONFLICT', 'The environment is being prepared.');
}

function unavailable(): ApiError {
  return new ApiError(503, 'SERVICE_UNAVAILABLE', 'The environment is being prepared.');
}
