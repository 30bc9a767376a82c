import type { Collection } from '../../engine/collection.ts';
import type { Place } from '../../engine/place.ts';
import type { Entry } from '../../store/shelf.ts';
import { invalid } from '../../validation/faults.ts';
import type { Fault } from '../defect.ts';

/**
 * What lies in a collection that ties two things together, such as a role and a permission in it: it is called by
 * the id of the thing it refers to and lies below its holder.
 */
export type Tie = { readonly id: string };

/** Does something more with each tie that is made. */
export function onTie<T extends Tie>(
  collection: Collection<T>,
  act: (entry: Entry<T>, place: Place) => void,
): Fault {
  return (parts) => {
    const { stored } = collection;
    parts.change(collection, {
      stored: (entry, place) => {
        stored?.(entry, place);
        act(entry, place);
      },
    });
  };
}

/** Does something more with each tie that is loosened. */
export function onLoosening<T extends Tie>(
  collection: Collection<T>,
  act: (entry: Entry<T>, place: Place) => void,
): Fault {
  return (parts) => {
    const { removed } = collection;
    parts.change(collection, {
      removed: (entry, place) => {
        removed?.(entry, place);
        act(entry, place);
      },
    });
  };
}

/** Loosens other ties as well: those of which the condition holds. */
export function loosens<T extends Tie>(
  collection: Collection<T>,
  when: (other: Entry<T>, entry: Entry<T>) => boolean,
): (entry: Entry<T>, place: Place) => void {
  const { removed } = collection;
  return (entry, place) => {
    const shelf = place.world.shelf<T>(place.ownerId, collection.kind);
    for (const other of [...shelf.all()]) {
      if (other.id === entry.id || !when(other, entry)) continue;
      shelf.remove(other.id);
      removed?.(other, place);
    }
  };
}

/** Whether two ties are of the same holder. */
export function sameHolder(one: Entry, other: Entry): boolean {
  return one.parentId === other.parentId;
}

/** Whether two ties are to the same thing. */
export function sameThing(one: Entry<Tie>, other: Entry<Tie>): boolean {
  return one.value.id === other.value.id;
}

/** Refuses a tie for what stands already; it is told those of the environment and the holder. */
export function allows<T extends Tie>(
  collection: Collection<T>,
  when: (value: T, others: readonly Entry<T>[], holderId: string) => boolean,
): Fault {
  return (parts) => {
    const { verify } = collection;
    parts.change(collection, {
      verify: (candidate, faults) => {
        const { world, ownerId, parentId } = candidate.place;
        const others = [...world.shelf<T>(ownerId, collection.kind).all()];
        if (!when(candidate.value, others, parentId)) faults.push(invalid('id', 'The value is not allowed.'));
        verify?.(candidate, faults);
      },
    });
  };
}

/** Takes so many ties of one holder. */
export function atMost<T extends Tie>(collection: Collection<T>, count: number): Fault {
  return allows(
    collection,
    (_value, others, holderId) => others.filter(({ parentId }) => parentId === holderId).length < count,
  );
}

/** Takes one holder of a thing. */
export function oneHolder<T extends Tie>(collection: Collection<T>): Fault {
  return allows(
    collection,
    ({ id }, others, holderId) => !others.some((one) => one.value.id === id && one.parentId !== holderId),
  );
}

/** Lists other ties below each holder than its own: those that are chosen of all, which come by age. */
export function mixes<T>(
  collection: Collection<T>,
  choose: (all: readonly Entry<T>[]) => readonly Entry<T>[] = (all) => all,
): Fault {
  return (parts) =>
    parts.change(collection as Collection<T> & object, {
      members: ({ world, ownerId }) => choose([...world.shelf<T>(ownerId, collection.kind).all()]),
    });
}

/** The ties of the holder that got one last, or, with 0, first. */
export function ofHolder<T>(position: 0 | -1): (all: readonly Entry<T>[]) => readonly Entry<T>[] {
  return (all) => all.filter(({ parentId }) => parentId === all.at(position)?.parentId);
}
