import type { Entry } from '../store/shelf.ts';
import type { Collection } from './collection.ts';
import type { Place } from './place.ts';
import { store } from './write.ts';

/** When an entry became the default, takes the mark from the one that had it: there is one at most. */
export function clearOtherDefaults<T extends { readonly default: boolean }>(
  collection: Collection<T>,
  entry: Entry<T>,
  place: Place,
): void {
  if (!entry.value.default) return;
  for (const other of place.world.shelf<T>(place.ownerId, collection.kind).all())
    if (other.value.default && other.id !== entry.id)
      store(collection, { ...other, value: { ...other.value, default: false } }, place);
}
