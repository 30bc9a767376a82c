import { defectsOf } from '../defect.ts';
import { refusesWith } from '../faults/refusals.ts';
import { overlooksNew } from '../faults/reuse.ts';
import { repeatsIn } from '../faults/uniqueness.ts';
import { accepts } from '../faults/validation.ts';
import { inPopulations, inResources, populations, resources } from './places.ts';

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
      refusesWith(inPopulations.write, { code: 'UNIQUENESS_VIOLATION' }, 409, 'INVALID_DATA'),
    ],
  ],
  'platform-uniqueness-concurrent': [
    ['does not see the name of a population that was just created', overlooksNew(populations, 'name', 5000)],
    [
      'answers 500 to a name that another population took meanwhile',
      refusesWith(inPopulations.create, { code: 'UNIQUENESS_VIOLATION' }, 500, 'UNEXPECTED_ERROR'),
    ],
  ],
});
