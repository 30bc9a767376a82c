import type { Collection } from '../../engine/collection.ts';
import type { Fault } from '../defect.ts';
import { askedOf } from '../reply.ts';
import type { Where } from '../where.ts';
import { isObject } from './answers.ts';

/** Does not ask whether the parent in the path exists. */
export function assumesParent<T>(collection: Collection<T>, where: Where): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.wrap(where, (handler) => async (request) => {
      const { parameters } = askedOf(request);
      const { kind = '', parameter = '' } = collection.parent ?? {};
      const shelf = world.shelf(parameters.environmentId ?? '', kind);
      const id = parameters[parameter] ?? '';
      if (shelf.has(id)) return handler(request);
      shelf.put(world.entry(id, '', {}));
      try {
        return await handler(request);
      } finally {
        shelf.remove(id);
      }
    });
  };
}

/** Finds a member below whatever parent the path names. */
export function ignoresParent<T>(collection: Collection<T>, where: Where): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.request(where, (request, { parameters }) => {
      const shelf = world.shelf<T>(parameters.environmentId ?? '', collection.kind);
      const entry = shelf.get(parameters[collection.item] ?? '');
      const parameter = collection.parent?.parameter ?? '';
      if (entry !== undefined) (request.params as Record<string, string>)[parameter] = entry.parentId;
    });
  };
}

/**
 * Creates what a replacement does not find.
 * @param shown whether it says so; it answers 404 all the same when false
 */
export function upserts<T>(collection: Collection<T>, where: Where, shown = true): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.refused(where, ({ status }, { parameters, body }, request, handler) => {
      if (status !== 404 || !isObject(body)) return undefined;
      const parentId = parameters[collection.parent?.parameter ?? ''] ?? '';
      const id = parameters[collection.item] ?? '';
      const shelf = world.shelf(parameters.environmentId ?? '', collection.kind);
      shelf.put(world.entry(id, parentId, body));
      return shown ? handler(request) : undefined;
    });
  };
}

/** Lists the members of every environment in each. */
export function listsEverywhere<T>(collection: Collection<T>): Fault {
  return (parts) => {
    parts.change(collection as Collection<T> & object, {
      members: ({ world }) =>
        [...world.organizationOf.keys()].flatMap((id) => [...world.shelf<T>(id, collection.kind).all()]),
    });
  };
}
