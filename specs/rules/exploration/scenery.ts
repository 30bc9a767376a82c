import type { Kind, Place } from '../../../fixtures/exploration/subject.ts';
import type { Resource } from '../../../fixtures/resource.ts';
import { populations } from '../../../resources/populations.ts';
import { resources } from '../../../resources/resources.ts';
import { users } from '../../../resources/users.ts';

/** A collection directly below the environment. */
export function inEnvironment(resource: Resource, collection = resource.name): Kind {
  return {
    resource,
    given: ({ scope }) => ({ collection: `${scope.environment}/${collection}`, ids: {} }),
  };
}

const resourceKind: Kind = { ...inEnvironment(resources), scenery: true };

/** The custom resources that API services and application resources stand on. */
export const customResource: Place = { label: 'the custom resource', kind: resourceKind };
export const customResourceElsewhere: Place = {
  label: 'the custom resource elsewhere',
  kind: resourceKind,
  elsewhere: true,
};

const population: Place = {
  label: 'the population',
  kind: { ...inEnvironment(populations), scenery: true },
};

const userKind: Kind = {
  resource: users,
  scenery: true,
  given: ({ scope, referred }) => ({
    collection: `${scope.environment}/users`,
    ids: { populationID: referred?.id ?? '' },
  }),
};

/** Two users and their population. */
export const people: readonly Place[] = [
  population,
  { label: 'user 1', kind: userKind, refersTo: [population.label] },
  { label: 'user 2', kind: userKind, refersTo: [population.label] },
];
