import type { Collection } from '../../engine/collection.ts';
import { duplicate } from '../../validation/faults.ts';
import type { Fault } from '../defect.ts';
import type { Where } from '../where.ts';

/** Forgets in some writes that a value which has to be unique is taken. */
export function repeatsIn<T>(collection: Collection<T>, property: keyof T & string, where: Where): Fault {
  return (parts) => {
    const rule = collection.unique?.find(({ target }) => target === property);
    parts.request(where, (_request, { body, parameters }) => {
      const shelf = parts.gatekeeper.world.shelf<T>(parameters.environmentId ?? '', collection.kind);
      const parentId = parameters[collection.parent?.parameter ?? ''] ?? '';
      const key = rule?.key((body ?? {}) as T, parentId);
      const holder = shelf.get(shelf.holder(`${property} ${key}`) ?? '');
      // put back without its keys
      if (holder !== undefined) shelf.put(holder);
    });
  };
}

/** Refuses a value that a member of another environment has. */
export function uniqueEverywhere<T>(collection: Collection<T>, property: keyof T & string): Fault {
  return (parts) => {
    const { verify } = collection;
    parts.change(collection as Collection<T> & object, {
      verify: (candidate, faults) => {
        verify?.(candidate, faults);
        const { world, ownerId } = candidate.place;
        for (const environmentId of world.organizationOf.keys()) {
          if (environmentId === ownerId) continue;
          for (const { id, value } of world.shelf<T>(environmentId, collection.kind).all())
            if (value[property] === candidate.value[property])
              faults.push(duplicate(property, 'The value is in use elsewhere.', id));
        }
      },
    });
  };
}
