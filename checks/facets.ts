import { refused } from './bodies.ts';
import type { Check } from './check.ts';
import { absence } from './facets/absence.ts';
import { change } from './facets/change.ts';
import { choiceFaults } from './facets/choice.ts';
import { platformFaults } from './facets/platform.ts';
import { presenceFaults } from './facets/presence.ts';
import { response } from './facets/response.ts';
import { scalars } from './facets/scalars.ts';
import { sizeFaults } from './facets/size.ts';
import { structureFaults } from './facets/structure.ts';
import { type PropertyFault, type Subject, subjects } from './facets/subject.ts';

/**
 * What the model of a resource says of its properties, facet by facet: what is refused, what can be changed, what
 * stands for a property that is left out, and how answers show it.
 */
export const facets: Check = function* (resource) {
  const all = subjects(resource);
  const faults = all.flatMap(faultsOf);
  for (const fault of faults) yield* refused(resource, fault);
  for (const subject of all) {
    yield* change(subject);
    yield* absence(subject);
    yield* response(subject);
  }
  yield* platformFaults(resource, faults);
  yield* scalars(resource, all);
};

function faultsOf(subject: Subject): readonly PropertyFault[] {
  return [structureFaults, presenceFaults, sizeFaults, choiceFaults].flatMap((faults) => faults(subject));
}
