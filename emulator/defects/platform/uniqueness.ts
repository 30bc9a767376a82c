import type { Population } from '../../collections/populations.ts';
import type { ApiError } from '../../http/errors.ts';
import { defectsOf } from '../defect.ts';
import { doesAnyway, refusesWith } from '../faults/refusals.ts';
import { overlooksNew } from '../faults/reuse.ts';
import { keepsRefused } from '../faults/storage.ts';
import { repeatsIn } from '../faults/uniqueness.ts';
import { accepts, matching } from '../faults/validation.ts';
import { inPopulations, inResources, populations, resources } from './places.ts';

const taken = { code: 'UNIQUENESS_VIOLATION' };
const isTaken = ({ details }: ApiError) => details.some(matching(taken));

/** What a server can do wrong with values that have to be unique. */
export const uniqueness = defectsOf({
  'platform-uniqueness-400': [
    ['takes a second population of the same name', accepts(populations, 'name', 'UNIQUENESS_VIOLATION')],
    ['renames a population to a name that is taken', repeatsIn(populations, 'name', inPopulations.replace)],
    [
      'takes the name of a resource twice when it is created',
      repeatsIn(resources, 'name', inResources.create),
    ],
    [
      'answers 409 to a name of a population that is taken',
      refusesWith(inPopulations.write, taken, 409, 'INVALID_DATA'),
    ],
    [
      'answers 409 to a new population whose name is taken',
      refusesWith(inPopulations.create, taken, 409, 'INVALID_DATA'),
    ],
    [
      'answers 409 to a replacement of a population whose name is taken',
      refusesWith(inPopulations.replace, taken, 409, 'INVALID_DATA'),
    ],
    [
      'refuses a population whose name is taken, and writes its description into the one that has it',
      doesAnyway(
        inPopulations.create,
        ({ parameters, body }, world) => {
          const shelf = world.shelf<Population>(parameters.environmentId ?? '', populations.kind);
          const { name, description = '' } = (body ?? {}) as Partial<Population>;
          for (const one of [...shelf.all()])
            if (one.value.name === name) shelf.put({ ...one, value: { ...one.value, description } });
        },
        isTaken,
      ),
    ],
    [
      'refuses to rename a population to a name that is taken, and renames it',
      keepsRefused(populations, isTaken),
    ],
  ],
  'platform-uniqueness-concurrent': [
    ['does not see the name of a population that was just created', overlooksNew(populations, 'name', 5000)],
    [
      'answers 500 to a name that another population took meanwhile',
      refusesWith(inPopulations.create, taken, 500, 'UNEXPECTED_ERROR'),
    ],
  ],
});
