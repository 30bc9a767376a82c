import type { Collection } from '../../engine/collection.ts';
import type { Place } from '../../engine/place.ts';
import type { Entry } from '../../store/shelf.ts';
import { constraint } from '../../validation/faults.ts';
import type { Fault } from '../defect.ts';
import { placesOf } from '../where.ts';

/** Refuses to remove what it has to remove. */
export function holds<T>(
  collection: Collection<T>,
  when: (entry: Entry<T>, place: Place) => boolean = () => true,
): Fault {
  return (parts) => {
    const { keep } = collection;
    parts.change(collection as Collection<T> & object, {
      keep: (entry, place) =>
        keep?.(entry, place) ?? (when(entry, place) ? constraint('id', 'It is still needed.') : undefined),
    });
  };
}

/** Removes what it has to keep for a reason; reasons are known by what their refusals target. */
export function letsGo<T>(collection: Collection<T>, target: string): Fault {
  return (parts) => {
    const { keep } = collection;
    parts.change(collection as Collection<T> & object, {
      keep: (entry, place) => {
        const reason = keep?.(entry, place);
        return reason?.target === target ? undefined : reason;
      },
    });
  };
}

/** Does something more when a member is removed, while what refers to it is still there. */
export function alsoRemoves<T>(
  collection: Collection<T>,
  act: (entry: Entry<T>, place: Place) => void,
): Fault {
  return (parts) => {
    const { removed } = collection;
    parts.change(collection as Collection<T> & object, {
      removed: (entry, place) => {
        act(entry, place);
        removed?.(entry, place);
      },
    });
  };
}

/** Refuses to remove what it has to keep, and removes it. */
export function removesRefused<T>(collection: Collection<T>): Fault {
  return (parts) =>
    parts.refused(placesOf(collection).remove, ({ status }, { parameters }) => {
      const shelf = parts.gatekeeper.world.shelf(parameters.environmentId ?? '', collection.kind);
      if (status === 400) shelf.remove(parameters[collection.item] ?? '');
      return undefined;
    });
}
