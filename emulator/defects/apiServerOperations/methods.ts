import { defectsOf } from '../defect.ts';
import { adds, gives } from '../faults/members.ts';
import { refusesSent } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { reverts, understands } from '../faults/state.ts';
import { freezes, merges } from '../faults/storage.ts';
import { accepts, refuses, stores } from '../faults/validation.ts';
import { at, operations } from './places.ts';
import { readsMethods, refusesMethods, storesMethods } from './writes.ts';

/** What a server can do wrong with the methods of an operation. */
export const methods = defectsOf({
  'api-server-operations-methods-optional': [
    [
      'refuses an operation without methods',
      refuses(operations, 'methods', (value) => value.methods === undefined),
    ],
    [
      'refuses a replace without methods',
      refuses(operations, 'methods', (value, old) => old !== undefined && value.methods === undefined),
    ],
    [
      'fills in GET where no methods are sent',
      stores(operations, (value) => ({ methods: ['GET'], ...value })),
    ],
  ],
  'api-server-operations-methods-null': [
    ['refuses null for the methods', refusesSent(at.write, 'methods', ({ methods }) => methods === null)],
    [
      'stores null for the methods as an empty list',
      understands(operations, (read, sent) => (sent.methods === null ? { ...read, methods: [] } : read)),
    ],
    [
      'keeps the methods where a replace sends null',
      merges(operations, (sent, old) =>
        sent.methods === null && old.methods !== undefined ? { ...sent, methods: old.methods } : sent,
      ),
    ],
  ],
  'api-server-operations-methods-empty': [
    ['stores an empty list of methods', accepts(operations, 'methods', 'EMPTY_VALUE')],
    [
      'takes an empty list of methods for every method',
      readsMethods((sent) => (sent.length === 0 ? undefined : sent)),
    ],
  ],
  'api-server-operations-methods-type': [
    ['stores an object as the methods', accepts(operations, 'methods', 'INVALID_VALUE')],
    [
      'takes the members of an object for methods',
      reads(at.write, (sent) =>
        typeof sent.methods === 'object' && sent.methods !== null && !Array.isArray(sent.methods)
          ? { ...sent, methods: Object.keys(sent.methods) }
          : undefined,
      ),
    ],
    ['answers the methods as one text', gives(at.one, 'methods', String)],
  ],
  'api-server-operations-methods-max-10': [
    [
      'takes 11 methods',
      accepts(operations, 'methods', 'SIZE_LIMIT_EXCEEDED', { when: (sent) => lengthOf(sent) === 11 }),
    ],
    [
      'takes any number of methods in a replace',
      accepts(operations, 'methods', 'SIZE_LIMIT_EXCEEDED', { on: 'replace' }),
    ],
    ['refuses 10 methods', refusesMethods((all) => all.length >= 10)],
    ['keeps the first 10 methods', readsMethods((all) => all.slice(0, 10))],
    ['stores 9 of 10 methods', storesMethods((all) => all.slice(0, 9))],
  ],
  'api-server-operations-methods-duplicates': [
    ['takes a method twice', accepts(operations, 'methods', 'UNIQUENESS_VIOLATION')],
    ['removes duplicate methods', readsMethods((all) => [...new Set(all)])],
    [
      'looks for a duplicate in the neighbour only',
      accepts(operations, 'methods', 'UNIQUENESS_VIOLATION', {
        when: (sent) => !hasEqualNeighbours(sent as readonly unknown[]),
      }),
    ],
  ],
  'api-server-operations-methods-mutable': [
    ['answers 200 and keeps the methods', freezes(operations, 'methods')],
    ['shows the new methods once and keeps the old ones', reverts(operations, 'methods')],
    [
      'adds the methods of a replace to the old ones',
      merges(operations, (sent, old) =>
        Array.isArray(sent.methods) && old.methods
          ? { ...sent, methods: [...new Set([...old.methods, ...sent.methods])] as string[] }
          : sent,
      ),
    ],
  ],
  'api-server-operations-methods-cleared': [
    [
      'keeps the methods that a replace leaves out',
      merges(operations, (sent, old) =>
        old.methods === undefined ? sent : { methods: old.methods, ...sent },
      ),
    ],
    ['shows an empty list once the methods were cleared', adds(at.read, 'methods', [])],
  ],
  'api-server-operations-methods-order': [
    ['sorts methods', storesMethods((all) => [...all].sort())],
    ['reads methods in reverse', gives(at.read, 'methods', (all: readonly string[]) => [...all].reverse())],
    ['turns the methods around where it stores them', storesMethods((all) => [...all].reverse())],
  ],
});

function lengthOf(sent: unknown): number {
  return (sent as string | readonly unknown[]).length;
}

function hasEqualNeighbours(list: readonly unknown[]): boolean {
  return list.some((one, index) => index > 0 && list[index - 1] === one);
}
