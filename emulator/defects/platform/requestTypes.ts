import { defectsOf } from '../defect.ts';
import { loses } from '../faults/afterwards.ts';
import { misreports } from '../faults/refusals.ts';
import { failsWhen } from '../faults/replies.ts';
import { reads } from '../faults/requests.ts';
import { swallows, together } from '../faults/state.ts';
import { converts, isStructure } from '../faults/texts.ts';
import { groups, inGroups, inServices, populations } from './places.ts';

/** What a server can do wrong with values of another type than the model gives. */
export const requestTypes = defectsOf({
  'platform-request-wrong-structure-400': [
    ['stores an object for the description of a group as text', converts(inGroups.write, 'description')],
    [
      'stores whatever structure as the description of a population',
      swallows(populations, 'description', isStructure),
    ],
    ['stores a list as the data of a group', swallows(groups, 'customData', Array.isArray)],
    [
      'stores a text as the data of a group',
      swallows(groups, 'customData', (value) => typeof value === 'string'),
    ],
    [
      'refuses another structure for the description of a group for its name',
      misreports(inGroups.write, { target: 'description' }, (one) => ({ ...one, target: 'name' })),
    ],
  ],
  'platform-request-wrong-scalar': [
    [
      'stores a number as the description of a group',
      swallows(groups, 'description', (value) => typeof value === 'number'),
    ],
    [
      'stores a boolean as the description of a population',
      swallows(populations, 'description', (value) => typeof value === 'boolean'),
    ],
    [
      'stores a text as the default of a population',
      swallows(populations, 'default', (value) => typeof value === 'string'),
    ],
    [
      'answers 500 to a number as the name of a group',
      failsWhen(
        inGroups.create,
        ({ body }) => typeof (body as { name?: unknown } | undefined)?.name === 'number',
      ),
    ],
    [
      'answers 500 to a number for the id of the resource of a service',
      failsWhen(inServices.create, ({ body }) => typeof resourceIn(body) === 'number'),
    ],
    [
      'loses a new group with a number for its description',
      together(
        reads(inGroups.create, ({ description, ...sent }) =>
          typeof description === 'number' ? { ...sent, description: `${description}` } : undefined,
        ),
        loses(groups, inGroups.create, ({ description }) => typeof description === 'number'),
      ),
    ],
  ],
});

function resourceIn(body: unknown): unknown {
  const { authorizationServer } = (body ?? {}) as { authorizationServer?: { resource?: { id?: unknown } } };
  return authorizationServer?.resource?.id;
}
