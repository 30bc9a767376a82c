import type { Collection } from '../../engine/collection.ts';
import { ApiError } from '../../http/errors.ts';
import type { JsonObject } from '../../json/json.ts';
import type { Entry, Shelf } from '../../store/shelf.ts';
import type { Fault } from '../defect.ts';
import { askedOf } from '../reply.ts';
import { placesOf } from '../where.ts';

/** Which refusals are meant. */
type Reason = (problem: ApiError) => boolean;

/** Answers 204 to a delete and keeps what was to go. */
export function keepsDeleted<T>(collection: Collection<T>): Fault {
  return (parts) =>
    parts.change(collection as Collection<T> & object, {
      removed: (entry, place) => place.world.shelf<T>(place.ownerId, collection.kind).put(entry),
    });
}

/** Leaves behind what belongs to a member that is removed. */
export function keepsChildren<T>(collection: Collection<T>): Fault {
  return (parts) => parts.change(collection as Collection<T> & object, { removed: () => {} });
}

/** Answers 201 to a create and stores nothing. */
export function losesCreated<T>(collection: Collection<T>): Fault {
  return (parts) => {
    const { stored } = collection;
    parts.change(collection as Collection<T> & object, {
      stored: (entry, place) => {
        stored?.(entry, place);
        if (entry.createdAt === entry.updatedAt)
          place.world.shelf(place.ownerId, collection.kind).remove(entry.id);
      },
    });
  };
}

/** Shows the new state in the answer to a replacement, and keeps the old one. */
export function losesUpdate<T>(collection: Collection<T>): Fault {
  return around(collection, ({ entry, shelf, problem }) => {
    if (problem === undefined && entry !== undefined) shelf.put(entry as Entry);
  });
}

/**
 * Changes what it refuses to change: a replacement that is refused leaves its readable parts behind.
 * @param when the refusals that leave something behind; all of them unless told
 */
export function keepsRefused<T>(collection: Collection<T>, when: Reason = () => true): Fault {
  return around(collection, ({ entry, shelf, problem, body }) => {
    if (problem === undefined || !when(problem) || entry === undefined || body === undefined) return;
    const value = { ...(entry.value as JsonObject), ...body };
    shelf.put({ ...entry, value, updatedAt: new Date().toISOString() } as Entry);
  });
}

/** Moves updatedAt of a member forward with a replacement that it refuses; all of them unless told. */
export function touchesRefused<T>(collection: Collection<T>, when: Reason = () => true): Fault {
  return around(collection, ({ entry, shelf, problem }) => {
    if (problem === undefined || !when(problem) || entry === undefined) return;
    shelf.put({ ...entry, updatedAt: new Date(Date.now() + 1000).toISOString() });
  });
}

/**
 * Stores a new member before it looks whether its body is in order.
 * @param when the refusals that come too late; those with status 400 unless told
 */
export function storesRefused<T>(
  collection: Collection<T>,
  when: Reason = ({ status }) => status === 400,
): Fault {
  const { create } = placesOf(collection);
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.wrap(create, (handler) => (request) => {
      const { body, parameters } = askedOf(request);
      const keep = (problem: unknown) => {
        if (problem instanceof ApiError && when(problem) && typeof body === 'object' && body !== null) {
          const parentId = parameters[collection.parent?.parameter ?? ''] ?? '';
          const entry = world.entry(crypto.randomUUID(), parentId, body);
          world.shelf(parameters.environmentId ?? '', collection.kind).put(entry);
        }
        throw problem;
      };
      return attempt(() => handler(request), keep);
    });
  };
}

/** Takes a replacement as a change of what it names: what the body leaves out stays as it was. */
export function merges<T>(
  collection: Collection<T>,
  only?: (body: JsonObject, value: T) => JsonObject,
): Fault {
  const { replace } = placesOf(collection);
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.request(replace, (request, { body, parameters }) => {
      const id = parameters[collection.item] ?? '';
      const entry = world.shelf<T>(parameters.environmentId ?? '', collection.kind).get(id);
      if (entry === undefined || typeof body !== 'object' || body === null) return;
      const merged = only?.(body as JsonObject, entry.value) ?? { ...entry.value, ...body };
      request.body = Buffer.from(JSON.stringify(merged));
    });
  };
}

/** Keeps one property as it was, whatever a replacement says. */
export function freezes<T>(collection: Collection<T>, property: keyof T & string): Fault {
  return merges(collection, (body, value) => ({ ...body, [property]: value[property] }) as JsonObject);
}

type Seen = {
  readonly entry: Entry | undefined;
  readonly shelf: Shelf;
  /** why it was refused; undefined when it was answered */
  readonly problem: ApiError | undefined;
  readonly body: JsonObject | undefined;
};

function around<T>(collection: Collection<T>, after: (seen: Seen) => void): Fault {
  const { replace } = placesOf(collection);
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.wrap(replace, (handler) => (request) => {
      const { body, parameters } = askedOf(request);
      const shelf = world.shelf(parameters.environmentId ?? '', collection.kind);
      const entry = shelf.get(parameters[collection.item] ?? '');
      const told = (problem?: ApiError) =>
        after({ entry, shelf, problem, body: body as JsonObject | undefined });
      return attempt(
        () => handler(request),
        (problem) => {
          if (problem instanceof ApiError) told(problem);
          throw problem;
        },
        () => told(),
      );
    });
  };
}

/** Runs something that answers now or later, and tells how it went. */
function attempt<R>(
  run: () => R | Promise<R>,
  failed: (problem: unknown) => never,
  went?: () => void,
): R | Promise<R> {
  const finished = (result: R) => {
    went?.();
    return result;
  };
  try {
    const result = run();
    return result instanceof Promise ? result.then(finished, failed) : finished(result);
  } catch (problem) {
    return failed(problem);
  }
}
