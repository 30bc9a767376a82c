import type { Collection } from '../../engine/collection.ts';
import type { Entry } from '../../store/shelf.ts';
import type { Fault } from '../defect.ts';
import { askedOf } from '../reply.ts';
import type { Where } from '../where.ts';

/**
 * Goes on serving what lies below a member that is gone, as if the member were still there.
 * @param below the operations that still find it
 * @param keeps whether what lies below is kept as well; it goes, as it has to, when false
 */
export function outlives<T>(collection: Collection<T>, below: Where, keeps = true): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    const { removed } = collection;
    const gone = new Map<string, Entry<T>>();
    parts.change(collection as Collection<T> & object, {
      removed: (entry, place) => {
        gone.set(entry.id, entry);
        if (!keeps) removed?.(entry, place);
      },
    });
    parts.wrap(below, (handler) => async (request) => {
      const { parameters } = askedOf(request);
      const entry = gone.get(parameters[collection.item] ?? '');
      if (entry === undefined) return handler(request);
      const shelf = world.shelf<T>(parameters.environmentId ?? '', collection.kind);
      shelf.put(entry);
      try {
        return await handler(request);
      } finally {
        shelf.remove(entry.id);
      }
    });
  };
}
