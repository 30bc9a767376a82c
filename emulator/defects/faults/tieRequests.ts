import type { Collection } from '../../engine/collection.ts';
import { ApiError } from '../../http/errors.ts';
import type { Entry, Shelf } from '../../store/shelf.ts';
import type { Fault } from '../defect.ts';
import { askedOf } from '../reply.ts';
import { placesOf } from '../where.ts';
import type { Tie } from './ties.ts';

/** Takes a tie that is there a second time, and lists it twice. */
export function repeats<T extends Tie>(collection: Collection<T>): Fault {
  return onSecond(collection, (shelf, entry) => {
    shelf.put({ ...entry, id: `${entry.id} again` });
    return 'answered';
  });
}

/** Refuses a tie that is there, and lists it twice all the same. */
export function repeatsRefused<T extends Tie>(collection: Collection<T>): Fault {
  return onSecond(collection, (shelf, entry) => {
    shelf.put({ ...entry, id: `${entry.id} again` });
    return 'refused';
  });
}

/** Takes a tie for the wish to loosen it when it is there already. */
export function toggles<T extends Tie>(collection: Collection<T>): Fault {
  return onSecond(collection, (shelf, entry) => {
    shelf.remove(entry.id);
    return 'answered';
  });
}

/** Loosens another tie of the holder than the one in the path. */
export function loosensAnother<T extends Tie>(
  collection: Collection<T>,
  choose: (all: readonly Entry<T>[]) => Entry<T> | undefined,
): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.request(placesOf(collection).remove, (request, { parameters }) => {
      const shelf = world.shelf<T>(parameters.environmentId ?? '', collection.kind);
      const other = choose([...shelf.below(parameters[collection.parent?.parameter ?? ''] ?? '')]);
      if (other !== undefined) (request.params as Record<string, string>)[collection.item] = other.value.id;
    });
  };
}

/**
 * Answers 204 to a removal of what the holder does not have.
 * @param when told whether it had been there before
 */
export function loosensLoose<T extends Tie>(
  collection: Collection<T>,
  when: (before: boolean) => boolean,
): Fault {
  return (parts) => {
    const gone = new Set<string>();
    parts.wrap(placesOf(collection).remove, (handler) => async (request) => {
      const { path } = askedOf(request);
      try {
        const answer = await handler(request);
        gone.add(path);
        return answer;
      } catch (problem) {
        if (!(problem instanceof ApiError) || problem.status !== 404 || !when(gone.has(path))) throw problem;
        return { status: 204 };
      }
    });
  };
}

/** Looks for an id that nothing has, in the place of the one in the path. */
export function findsNone<T>(collection: Collection<T>, where: string): Fault {
  return (parts) =>
    parts.request(where, (request) => {
      (request.params as Record<string, string>)[collection.item] = crypto.randomUUID();
    });
}

function onSecond<T extends Tie>(
  collection: Collection<T>,
  act: (shelf: Shelf<T>, entry: Entry<T>) => 'answered' | 'refused',
): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.refused(placesOf(collection).create, (_problem, { body, parameters }) => {
      const shelf = world.shelf<T>(parameters.environmentId ?? '', collection.kind);
      const below = [...shelf.below(parameters[collection.parent?.parameter ?? ''] ?? '')];
      const { id } = (body ?? {}) as { id?: unknown };
      const entry = below.find(({ value }) => value.id === id);
      if (entry === undefined || act(shelf, entry) === 'refused') return undefined;
      return { status: 201, body: { id } };
    });
  };
}
