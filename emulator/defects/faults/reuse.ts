import type { Collection } from '../../engine/collection.ts';
import { duplicate } from '../../validation/faults.ts';
import type { Fault } from '../defect.ts';

/** Refuses a value that a member had which is gone. */
export function staysTaken<T>(collection: Collection<T>, property: keyof T & string): Fault {
  return (parts) => {
    const { verify, removed } = collection;
    const taken = new Set<unknown>();
    parts.change(collection as Collection<T> & object, {
      removed: (entry, place) => {
        removed?.(entry, place);
        taken.add(entry.value[property]);
      },
      verify: (candidate, faults) => {
        verify?.(candidate, faults);
        if (taken.has(candidate.value[property])) faults.push(duplicate(property, 'The value is in use.'));
      },
    });
  };
}

/** Has a refusal of its own for a replacement by what stands there already. */
export function refusesSame<T>(collection: Collection<T>, property: keyof T & string, whole: boolean): Fault {
  return (parts) => {
    const { verify } = collection;
    parts.change(collection as Collection<T> & object, {
      verify: (candidate, faults) => {
        verify?.(candidate, faults);
        const before = candidate.previous?.value;
        if (before === undefined) return;
        const of = (value: T) => JSON.stringify(whole ? value : (value as T & object)[property]);
        if (of(before) === of(candidate.value))
          faults.push(duplicate(property, 'The value is in use.', candidate.previous?.id));
      },
    });
  };
}

/** Looks for a value among members that were stored some time ago: those just created do not hold theirs yet. */
export function overlooksNew<T>(collection: Collection<T>, property: keyof T & string, lagMs: number): Fault {
  return (parts) => {
    const { verify, unique } = collection;
    const rule = unique?.find(({ target }) => target === property);
    parts.change(collection as Collection<T> & object, {
      // asked just before the holders are looked up, with nothing in between
      verify: ({ value, previous, place }, faults) => {
        verify?.({ value, previous, place }, faults);
        const shelf = place.world.shelf<T>(place.ownerId, collection.kind);
        const holder = shelf.get(shelf.holder(`${property} ${rule?.key(value, place.parentId)}`) ?? '');
        // put back without its keys
        if (holder !== undefined && Date.now() - Date.parse(holder.createdAt) < lagMs) shelf.put(holder);
      },
    });
  };
}
