import { defectsOf, type Fault } from '../defect.ts';
import { identifies } from '../faults/identity.ts';
import { outlives } from '../faults/outliving.ts';
import { doesAnyway } from '../faults/refusals.ts';
import { failsWhen } from '../faults/replies.ts';
import { staysTaken } from '../faults/reuse.ts';
import { inherits, listsRemoved, readsOnceRemoved, removesTwice, takesAlong } from '../faults/staleness.ts';
import { together } from '../faults/state.ts';
import { removesAlways, removesWith } from '../faults/statuses.ts';
import { keepsDeleted } from '../faults/storage.ts';
import {
  groups,
  inGroups,
  inPopulations,
  inScopes,
  lastOf,
  populations,
  resources,
  scopes,
} from './places.ts';

const names = inherits(populations, 'name');

/** What a server can do wrong with removals. */
export const deletion = defectsOf({
  'platform-delete-204': [
    ['answers 200 to the removal of a group', removesWith(inGroups.remove, 200)],
    ['answers 202 to the removal of a population', removesWith(inPopulations.remove, 202)],
  ],
  'platform-delete-empty-body': [
    ['answers the removal of a group with its id', removesWith(inGroups.remove, 200, true)],
  ],
  'platform-delete-then-read-404': [
    ['keeps a deleted group', keepsDeleted(groups)],
    ['goes on reading a deleted population', outlives(populations, inPopulations.read, false)],
    [
      'answers 410 to the read of a deleted group',
      failsWhen(inGroups.read, (_asked, reply) => reply.status === 404, 410, 'NOT_FOUND'),
    ],
  ],
  'platform-delete-then-unlisted': [
    ['goes on listing deleted groups', listsRemoved(groups)],
    ['goes on listing deleted populations', listsRemoved(populations)],
  ],
  'platform-delete-twice-404': [
    ['answers 204 to the second removal of a group', removesTwice(groups)],
    ['answers 204 to whatever removal of a population', removesAlways(inPopulations.remove)],
  ],
  'platform-delete-spares-siblings': [
    [
      'removes every group whose name begins alike',
      takesAlong(groups, (other, gone) => other.value.name.slice(0, 3) === gone.value.name.slice(0, 3)),
    ],
    [
      'renames the other populations when one is removed',
      takesAlong(
        populations,
        ({ value }) => !value.default,
        (other) => ({ ...other, value: { ...other.value, name: `${other.value.name} 2` } }),
      ),
    ],
    ['answers 410 to the read of every population once one is removed', readsOnceRemoved(populations, 410)],
  ],
  'platform-delete-frees-name': [
    ['keeps the names of deleted populations taken', staysTaken(populations, 'name')],
    [
      'hands the id of a deleted population out again',
      together(
        names.learns,
        identifies(populations, (id, { body }) => names.idOf((body as { name?: unknown })?.name) ?? id),
      ),
    ],
    ['keeps the names of deleted scopes taken', staysTaken(scopes, 'name')],
  ],
  'platform-refused-delete-changes-nothing': [
    [
      'removes the population that it says it keeps',
      doesAnyway(inPopulations.remove, ({ parameters, path }, world) =>
        world.shelf(parameters.environmentId ?? '', populations.kind).remove(lastOf(path)),
      ),
    ],
    [
      'removes the users of a population that it keeps',
      doesAnyway(inPopulations.remove, ({ parameters, path }, world) => {
        const shelf = world.shelf<{ population: { id: string } }>(parameters.environmentId ?? '', 'users');
        for (const { id, value } of [...shelf.all()])
          if (value.population.id === lastOf(path)) shelf.remove(id);
      }),
    ],
  ],
  'platform-settles-within-seconds': [
    ['answers 500 to the scopes of a new resource', failsWhen(inScopes.list, () => true)],
    [
      'answers 404 to the scopes of a resource for good',
      failsWhen(inScopes.list, () => true, 404, 'NOT_FOUND'),
    ],
    ['goes on reading the scope of a deleted resource', outlives(resources, inScopes.read, true)],
    [
      'answers 500 to the read of a scope whose resource is gone',
      failsWhen(inScopes.read, (_asked, reply) => reply.status === 404),
    ],
    ['answers 500 to the first read of the scopes of a resource', failsFirst(inScopes.list, 200)],
    ['answers 500 to the first read of a scope whose resource is gone', failsFirst(inScopes.read, 404)],
  ],
});

/** Fails once at each address where it would have answered with this status. */
function failsFirst(where: string, answered: number): Fault {
  return (parts) => {
    const asked = new Set<string>();
    failsWhen(where, ({ path }, { status }) => {
      const isFirst = status === answered && !asked.has(path);
      if (isFirst) asked.add(path);
      return isFirst;
    })(parts);
  };
}
