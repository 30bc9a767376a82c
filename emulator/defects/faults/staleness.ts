import type { Collection } from '../../engine/collection.ts';
import type { Entry } from '../../store/shelf.ts';
import type { Fault } from '../defect.ts';
import { askedOf } from '../reply.ts';
import { placesOf } from '../where.ts';
import { entries } from './answers.ts';

/** Lists members as they were before their latest replacement: one property, or what is named first when created. */
export function listsStale<T>(collection: Collection<T>, property: keyof T & string): Fault {
  const at = placesOf(collection);
  return (parts) => {
    const { world } = parts.gatekeeper;
    const before = new Map<string, unknown>();
    parts.wrap(at.replace, (handler) => (request) => {
      const { parameters } = askedOf(request);
      const id = parameters[collection.item] ?? '';
      const entry = world.shelf<T>(parameters.environmentId ?? '', collection.kind).get(id);
      if (entry !== undefined) before.set(id, entry.value[property]);
      return handler(request);
    });
    entries(at.list, (shown) => {
      const id = String(shown.id);
      return before.has(id) ? { ...shown, [property]: before.get(id) } : shown;
    })(parts);
  };
}

/** Goes on listing members that are gone. */
export function listsRemoved<T>(collection: Collection<T>): Fault {
  return (parts) => {
    const { removed } = collection;
    const gone: { readonly ownerId: string; readonly entry: Entry<T> }[] = [];
    parts.change(collection as Collection<T> & object, {
      removed: (entry, place) => {
        removed?.(entry, place);
        gone.push({ ownerId: place.ownerId, entry });
      },
      members: ({ world, ownerId, parentId }) => [
        ...world.shelf<T>(ownerId, collection.kind).below(parentId),
        ...gone.filter((one) => one.ownerId === ownerId).map(({ entry }) => entry),
      ],
    });
  };
}

/** Answers 204 to the removal of what it has removed before, and of nothing else that is not there. */
export function removesTwice<T>(collection: Collection<T>): Fault {
  return (parts) => {
    const { removed } = collection;
    const gone = new Set<string>();
    parts.change(collection as Collection<T> & object, {
      removed: (entry, place) => {
        removed?.(entry, place);
        gone.add(entry.id);
      },
    });
    parts.reply(placesOf(collection).remove, (reply, { path }) => {
      if (reply.status === 404 && gone.has(path.split('/').at(-1) ?? ''))
        Object.assign(reply, { status: 204, body: undefined, text: undefined });
    });
  };
}

/**
 * Does something to other members when one is removed.
 * @param fate what becomes of another one; undefined when it goes too
 */
export function takesAlong<T>(
  collection: Collection<T>,
  which: (other: Entry<T>, gone: Entry<T>) => boolean,
  fate: (other: Entry<T>) => Entry<T> | undefined = () => undefined,
): Fault {
  return (parts) => {
    const { removed } = collection;
    parts.change(collection as Collection<T> & object, {
      removed: (entry, place) => {
        removed?.(entry, place);
        const shelf = place.world.shelf<T>(place.ownerId, collection.kind);
        for (const other of [...shelf.below(entry.parentId)].filter((one) => which(one, entry))) {
          const left = fate(other);
          if (left === undefined) shelf.remove(other.id);
          else shelf.put(left);
        }
      },
    });
  };
}

/** Reads what is left with another status once a member was removed, and shows it as before. */
export function readsOnceRemoved<T>(collection: Collection<T>, status: number): Fault {
  return (parts) => {
    const { removed } = collection;
    let isRemoved = false;
    parts.change(collection as Collection<T> & object, {
      removed: (entry, place) => {
        removed?.(entry, place);
        isRemoved = true;
      },
    });
    parts.reply(placesOf(collection).read, (reply) => {
      if (isRemoved && reply.status === 200) reply.status = status;
    });
  };
}

/** Gives a new member the id of the one that had its value before and is gone. */
export function inherits<T>(
  collection: Collection<T>,
  property: keyof T & string,
): {
  readonly learns: Fault;
  readonly idOf: (value: unknown) => string | undefined;
} {
  const ids = new Map<unknown, string>();
  return {
    learns: (parts) => {
      const { removed } = collection;
      ids.clear();
      parts.change(collection as Collection<T> & object, {
        removed: (entry, place) => {
          removed?.(entry, place);
          ids.set(entry.value[property], entry.id);
        },
      });
    },
    idOf: (value) => ids.get(value),
  };
}
