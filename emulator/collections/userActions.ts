import { links } from '../engine/links.ts';
import { compilePath, environmentUrl, placeOf } from '../engine/place.ts';
import { find } from '../engine/read.ts';
import { store } from '../engine/write.ts';
import { type Answer, ok } from '../http/answer.ts';
import { json, readObject } from '../http/body.ts';
import { insufficientPermissions, invalidData } from '../http/errors.ts';
import type { Call, Route } from '../http/route.ts';
import { changed } from '../store/world.ts';
import { identifier } from '../validation/checks.ts';
import { type Faults, invalid } from '../validation/faults.ts';
import { mandatory, object, readModel } from '../validation/model.ts';
import { users } from './users.ts';

/** What can be done with a user beside the verbs of its collection. */
export const userActionRoutes: readonly Route[] = [
  {
    path: '/environments/:environmentId/users/:userId/population',
    level: 'environment',
    operations: {
      GET: { permission: 'user:read', byPopulation: true, run: (call) => ok(showPopulation(call)) },
      PUT: { permission: 'user:write', byPopulation: true, run: putPopulation },
    },
  },
];

const urlOf = compilePath(users.path);
const populationModel = object({ id: mandatory(identifier) });

function addressed(call: Call) {
  const place = placeOf(urlOf, call.parameters.environmentId ?? '', undefined, call);
  return { place, entry: find(users, call, place) };
}

function showPopulation(call: Call) {
  const { place, entry } = addressed(call);
  const { id } = entry.value.population;
  const environment = environmentUrl(place);
  return {
    _links: links({
      self: `${place.url}/${entry.id}/population`,
      population: `${environment}/populations/${id}`,
    }),
    id,
  };
}

/** Moves a user to another population, which it is in from then on alone (facts 5). */
function putPopulation(call: Call): Answer {
  const { place, entry } = addressed(call);
  const faults: Faults = [];
  const population = readModel<{ readonly id: string }>(
    populationModel,
    readObject(call.body, call.contentType, [json]),
    faults,
  );
  if (faults.length === 0 && !place.world.shelf(place.ownerId, 'populations').has(population.id))
    faults.push(invalid('id', 'The population does not exist.'));
  if (faults.length > 0) throw invalidData(faults);
  if (call.reach !== 'everywhere' && !call.reach.has(population.id)) throw insufficientPermissions();
  store(users, changed(entry, { ...entry.value, population }), place);
  return ok(showPopulation(call));
}
