import { defectsOf } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { reverts } from '../faults/state.ts';
import { freezes, losesUpdate, merges, storesRefused } from '../faults/storage.ts';
import { accepts } from '../faults/validation.ts';
import { at, operations } from './places.ts';

/** What a server can do wrong with the name of an operation. */
export const name = defectsOf({
  'api-server-operations-name-required': [
    [
      'answers 422 to an operation without a name',
      refusesWith(at.write, { target: 'name' }, 422, 'INVALID_DATA'),
    ],
    [
      'refuses an operation without a name for its paths',
      misreports(at.write, { target: 'name' }, (detail) => ({ ...detail, target: 'paths' })),
    ],
    ['refuses an operation without a name and stores it', storesRefused(operations)],
    ['takes an operation without a name', accepts(operations, 'name', 'REQUIRED_VALUE')],
    ['makes up the name of an operation', reads(at.create, (sent) => ({ name: 'made up', ...sent }))],
    [
      'keeps the name of an operation that a replace leaves out',
      merges(operations, (sent, old) => ({ name: old.name, ...sent })),
    ],
  ],
  'api-server-operations-name-type': [
    ['stores anything as the name of an operation', accepts(operations, 'name', 'INVALID_VALUE')],
    [
      'takes an object as the name of an operation in a replace',
      accepts(operations, 'name', 'INVALID_VALUE', { on: 'replace' }),
    ],
    [
      'reads an object for the name of an operation as text',
      reads(at.write, (sent) =>
        typeof sent.name === 'object' && sent.name !== null
          ? { ...sent, name: JSON.stringify(sent.name) }
          : undefined,
      ),
    ],
    ['reads the name of an operation as a list', gives(at.read, 'name', (old: unknown) => [old])],
  ],
  'api-server-operations-name-mutable': [
    ['answers 200 and keeps the name of an operation', freezes(operations, 'name')],
    ['shows the new name of an operation once and keeps the old one', reverts(operations, 'name')],
    ['shows the new state of an operation once and keeps the old one', losesUpdate(operations)],
  ],
  'api-server-operations-name-empty': [
    ['takes an empty name of an operation', accepts(operations, 'name', 'EMPTY_VALUE')],
    [
      'takes an empty name of an operation in a replace',
      accepts(operations, 'name', 'EMPTY_VALUE', { on: 'replace' }),
    ],
  ],
});
