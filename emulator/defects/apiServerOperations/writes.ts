import type { JsonObject } from '../../json/json.ts';
import type { Fault } from '../defect.ts';
import { reads } from '../faults/requests.ts';
import { accepts, refuses, stores } from '../faults/validation.ts';
import { at, type Operation, operations } from './places.ts';

type Path = Operation['paths'][number];

/** Reads other methods than were sent. */
export function readsMethods(as: (methods: readonly string[]) => readonly unknown[] | undefined): Fault {
  return reads(at.write, ({ methods, ...others }) => {
    const next = isTexts(methods) ? as(methods) : methods;
    return next === undefined ? others : { ...others, methods: next };
  });
}

/** Stores other methods than were sent. */
export function storesMethods(as: (methods: readonly string[]) => readonly string[]): Fault {
  return stores(operations, (value) => (value.methods ? { ...value, methods: as(value.methods) } : value));
}

/** Refuses methods that it has to take. */
export function refusesMethods(when: (methods: readonly string[]) => boolean): Fault {
  return refuses(operations, 'methods', ({ methods }) => methods !== undefined && when(methods));
}

/** Reads other paths than were sent, where all of them are objects. */
export function readsPaths(as: (paths: readonly JsonObject[]) => readonly unknown[]): Fault {
  return reads(at.write, ({ paths, ...others }) => {
    const objects = Array.isArray(paths) && paths.every((one) => typeof one === 'object' && one !== null);
    return { ...others, paths: objects ? as(paths) : paths };
  });
}

/** Reads another text for each pattern of a type. */
export function readsPatterns(type: Path['type'], as: (pattern: string) => string): Fault {
  return readsPaths((paths) =>
    paths.map((path) =>
      path.type === type && typeof path.pattern === 'string' ? { ...path, pattern: as(path.pattern) } : path,
    ),
  );
}

/** Stores another path for each one. */
export function storesPaths(as: (path: Path) => Path): Fault {
  return stores(operations, (value) => ({ ...value, paths: value.paths.map(as) }));
}

/** Stores another text for each pattern. */
export function storesPatterns(as: (pattern: string) => string): Fault {
  return storesPaths(({ type, pattern }) => ({ type, pattern: as(pattern) }));
}

/** Refuses a list of paths that it has to take. */
export function refusesPaths(
  when: (paths: Operation['paths'], previous: Operation | undefined) => boolean,
): Fault {
  return refuses(operations, 'paths', ({ paths }, previous) => when(paths, previous));
}

/** Refuses patterns of a type that it has to take. */
export function refusesPatterns(type: Path['type'], when: RegExp | ((pattern: string) => boolean)): Fault {
  const meant = when instanceof RegExp ? (pattern: string) => when.test(pattern) : when;
  return refusesPaths((paths) => paths.some((path) => path.type === type && meant(path.pattern)));
}

/** Takes patterns of a type that it has to refuse, for whatever reason. */
export function acceptsPatterns(type: Path['type'], when: RegExp): Fault {
  return accepts(operations, 'paths[*].pattern', undefined, {
    when: (pattern, { holder }) =>
      typeof pattern === 'string' && when.test(pattern) && (holder as JsonObject).type === type,
  });
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
