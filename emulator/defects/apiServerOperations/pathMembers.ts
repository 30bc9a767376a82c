import { defectsOf, type Fault } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { accepts } from '../faults/validation.ts';
import { at, operations } from './places.ts';
import { readsPaths, refusesPaths, storesPaths } from './writes.ts';

const type = 'paths[*].type';

/** What a server can do wrong with the members of a path: that there is a pattern, and the type. */
export const pathMembers = defectsOf({
  'api-server-operations-pattern-required': [
    ['takes a path without a pattern', accepts(operations, 'paths[*].pattern', 'REQUIRED_VALUE')],
    [
      'takes a slash for a pattern that is left out',
      readsPaths((all) => all.map((one) => ({ pattern: '/', ...one }))),
    ],
    [
      'drops paths without a pattern',
      readsPaths((all) =>
        [...all.filter(({ pattern }) => pattern !== undefined), { type: 'EXACT', pattern: '/x' }].slice(
          0,
          Math.max(all.length, 1),
        ),
      ),
    ],
  ],
  'api-server-operations-pattern-json-type': [
    [
      'stores a list as a pattern',
      accepts(operations, 'paths[*].pattern', 'INVALID_VALUE', { when: (sent) => typeof sent !== 'string' }),
    ],
    [
      'joins a list to a pattern',
      readsPaths((all) =>
        all.map((one) => (Array.isArray(one.pattern) ? { ...one, pattern: one.pattern.join('') } : one)),
      ),
    ],
    [
      'answers patterns as lists of segments',
      gives(at.read, 'paths.*.pattern', (old: string) => old.split('/')),
    ],
  ],
  'api-server-operations-path-type-required': [
    [
      'takes a path without a type for an EXACT one',
      readsPaths((all) => all.map((one) => ({ type: 'EXACT', ...one }))),
    ],
    [
      'stores a path without a type',
      accepts(operations, type, undefined, { when: (sent) => sent === undefined }),
    ],
  ],
  'api-server-operations-path-type-values': [
    ['stores any type of path', accepts(operations, type, 'INVALID_VALUE')],
    ['stores the type REGEX', acceptsType('REGEX')],
    ['stores an empty type', acceptsType('')],
    [
      'takes an unknown type for EXACT',
      readsPaths((all) =>
        all.map((one) => (one.type === 'REGEX' || one.type === '' ? { ...one, type: 'EXACT' } : one)),
      ),
    ],
  ],
  'api-server-operations-path-type-lower-case': [
    ['stores the type of a path in small letters', acceptsType('exact')],
    [
      'takes the type of a path in any case',
      readsPaths((all) =>
        all.map((one) => (typeof one.type === 'string' ? { ...one, type: one.type.toUpperCase() } : one)),
      ),
    ],
  ],
  'api-server-operations-path-type-exact': [
    ['stores EXACT paths as PARAMETER paths', storesPaths((one) => ({ ...one, type: 'PARAMETER' }))],
    ['refuses EXACT paths', refusesPaths((all) => all.some((one) => one.type === 'EXACT'))],
  ],
  'api-server-operations-path-type-parameter': [
    ['stores PARAMETER paths as EXACT paths', storesPaths((one) => ({ ...one, type: 'EXACT' }))],
    ['refuses PARAMETER paths', refusesPaths((all) => all.some((one) => one.type === 'PARAMETER'))],
  ],
});

function acceptsType(meant: string): Fault {
  return accepts(operations, type, undefined, { when: (sent) => sent === meant });
}
