import type { Collection } from '../../engine/collection.ts';
import { type Places, placesOf } from '../where.ts';

/** A collection whose defects are much like those of others, and what its members are called in their sentences. */
export type Subject<T> = {
  readonly collection: Collection<T>;
  readonly at: Places;
  /** such as "an application role" */
  readonly one: string;
  /** such as "application roles" */
  readonly many: string;
};

/** The subject of defects of one collection. */
export function subject<T>(collection: Collection<T>, one: string, many: string): Subject<T> {
  return { collection, at: placesOf(collection), one, many };
}
