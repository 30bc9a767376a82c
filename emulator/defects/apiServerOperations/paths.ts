import type { JsonObject } from '../../json/json.ts';
import { defectsOf } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { reads } from '../faults/requests.ts';
import { reverts } from '../faults/state.ts';
import { freezes, merges, storesRefused } from '../faults/storage.ts';
import { accepts, demandsUnique } from '../faults/validation.ts';
import { at, operations } from './places.ts';
import { readsPaths, refusesPaths } from './writes.ts';

/** What a server can do wrong with the paths of an operation, apart from their patterns. */
export const paths = defectsOf({
  'api-server-operations-paths-required': [
    ['takes an operation without paths', accepts(operations, 'paths', 'REQUIRED_VALUE')],
    [
      'gives an operation without paths one that matches all',
      reads(at.write, (sent) => ({ paths: [{ type: 'PARAMETER', pattern: '/**' }], ...sent })),
    ],
    [
      'keeps the paths that a replace leaves out',
      merges(operations, (sent, old) => ({ paths: old.paths.map((one) => ({ ...one })), ...sent })),
    ],
  ],
  'api-server-operations-paths-type': [
    ['stores an object as the paths', accepts(operations, 'paths', 'INVALID_VALUE')],
    [
      'takes one path for a list of paths',
      reads(at.write, (sent) =>
        typeof sent.paths === 'object' && sent.paths !== null
          ? { ...sent, paths: [sent.paths].flat() }
          : undefined,
      ),
    ],
    ['answers the only path outside a list', gives(at.read, 'paths', ([one]: readonly unknown[]) => one)],
  ],
  'api-server-operations-paths-empty': [
    ['stores an operation with no path in its list', accepts(operations, 'paths', 'EMPTY_VALUE')],
    [
      'stores an operation with no path in its list when it is replaced',
      accepts(operations, 'paths', 'EMPTY_VALUE', { on: 'replace' }),
    ],
  ],
  'api-server-operations-paths-max-10': [
    [
      'takes 11 paths',
      accepts(operations, 'paths', 'SIZE_LIMIT_EXCEEDED', {
        when: (sent) => (sent as readonly unknown[]).length === 11,
      }),
    ],
    [
      'takes any number of paths in a replace',
      accepts(operations, 'paths', 'SIZE_LIMIT_EXCEEDED', { on: 'replace' }),
    ],
    ['refuses 10 paths', refusesPaths((all) => all.length >= 10)],
    ['keeps the first 10 paths', readsPaths((all) => all.slice(0, 10))],
    ['reads 9 of 10 paths', gives(at.read, 'paths', (all: readonly unknown[]) => all.slice(0, 9))],
  ],
  'api-server-operations-paths-element-type': [
    ['stores a text as a path', accepts(operations, 'paths[*]', 'INVALID_VALUE')],
    [
      'takes a text for an EXACT path',
      reads(at.write, (sent) =>
        Array.isArray(sent.paths)
          ? {
              ...sent,
              paths: sent.paths.map((one) =>
                typeof one === 'string' ? { type: 'EXACT', pattern: one } : one,
              ),
            }
          : undefined,
      ),
    ],
  ],
  'api-server-operations-paths-every-element-checked': [
    ['refuses a later path that is wrong and stores the operation', storesRefused(operations)],
    ['checks the first path only', accepts(operations, /^paths\[[1-9]/)],
    [
      'drops the paths after the first that are wrong',
      readsPaths((all) => all.filter((one, index) => index === 0 || String(one.pattern).startsWith('/'))),
    ],
  ],
  'api-server-operations-paths-duplicate-pattern': [
    ['takes a path twice', accepts(operations, 'paths[*].pattern', 'UNIQUENESS_VIOLATION')],
    [
      'removes duplicate paths',
      readsPaths((all) => distinct(all, ({ type: kind, pattern }) => `${kind} ${pattern}`)),
    ],
    [
      'takes a path twice in a replace',
      accepts(operations, 'paths[*].pattern', 'UNIQUENESS_VIOLATION', { on: 'replace' }),
    ],
  ],
  'api-server-operations-paths-duplicate-pattern-across-types': [
    [
      'compares paths by type and pattern',
      accepts(operations, 'paths[*].pattern', 'UNIQUENESS_VIOLATION', {
        when: (pattern, { sent }) => isOfTwoTypes(sent as JsonObject, pattern),
      }),
    ],
    [
      'keeps the first of two paths with the same pattern',
      readsPaths((all) => distinct(all, ({ pattern }) => String(pattern))),
    ],
  ],
  'api-server-operations-paths-literal-comparison': [
    [
      'takes patterns for the same that differ in the name of a parameter',
      refusesPaths((all) => repeats(all, (one) => one.replace(/\{[^}]*\}/g, '{}'))),
    ],
    [
      'takes a parameter and a wildcard for the same',
      refusesPaths((all) => repeats(all, (one) => one.replace(/\{[^}]*\}/g, '*'))),
    ],
    [
      'takes patterns for the same that differ in case',
      refusesPaths((all) => repeats(all, (one) => one.toLowerCase())),
    ],
  ],
  'api-server-operations-paths-same-pattern-other-operation': [
    [
      'takes a pattern in one operation of a service only',
      demandsUnique(operations, 'paths', ({ paths: [first] }, parentId) => `${parentId} ${first?.pattern}`),
    ],
    [
      'takes paths and methods in one operation of a service only',
      demandsUnique(operations, 'paths', ({ paths: all, methods }, parentId) =>
        JSON.stringify([parentId, all, methods]),
      ),
    ],
  ],
  'api-server-operations-paths-mutable': [
    ['answers 200 and keeps the paths', freezes(operations, 'paths')],
    ['shows the new paths once and keeps the old ones', reverts(operations, 'paths')],
    [
      'adds the paths of a replace to the old ones',
      merges(operations, (sent, old) =>
        Array.isArray(sent.paths)
          ? {
              ...sent,
              paths: distinct([...old.paths, ...(sent.paths as JsonObject[])], ({ pattern }) =>
                String(pattern),
              ).slice(0, 10),
            }
          : sent,
      ),
    ],
  ],
});

function distinct(all: readonly JsonObject[], key: (path: JsonObject) => string): readonly JsonObject[] {
  return all.filter((one, index) => all.findIndex((other) => key(other) === key(one)) === index);
}

function repeats(all: readonly { readonly pattern: string }[], as: (pattern: string) => string): boolean {
  return new Set(all.map(({ pattern }) => as(pattern))).size < all.length;
}

function isOfTwoTypes({ paths: sent }: JsonObject, pattern: unknown): boolean {
  const same = (sent as readonly JsonObject[]).filter((one) => one.pattern === pattern);
  return new Set(same.map((one) => one.type)).size === same.length;
}
