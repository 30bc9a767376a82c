import type { Collection } from '../../engine/collection.ts';
import { isObject } from '../../json/json.ts';
import type { Fault } from '../defect.ts';
import { placesOf } from '../where.ts';
import type { Tie } from './ties.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether an id is a text that is no UUID. */
export function isNoUuid(id: unknown): boolean {
  return typeof id === 'string' && !uuid.test(id);
}

/** Whether an id has the form of one. */
export function isUuid(id: unknown): boolean {
  return typeof id === 'string' && uuid.test(id);
}

/** Makes ties to what does not exist, and shows them. */
export function dangles<T extends Tie>(collection: Collection<T>, when: (id: unknown) => boolean): Fault {
  return (parts) => {
    const { model, verify, represent } = collection;
    parts.change(collection, {
      model: (sent, at, faults) => {
        const { id = null } = isObject(sent) ? sent : {};
        return when(id) ? { id } : model(sent, at, faults);
      },
      verify: (candidate, faults) => {
        if (!when(candidate.value.id)) verify?.(candidate, faults);
      },
      represent: (entry, place) => ({ ...represent(entry, place), id: entry.value.id }),
    });
  };
}

/** Answers 201 to a tie that it has to refuse, and makes none. */
export function pretends<T extends Tie>(collection: Collection<T>, when: (id: unknown) => boolean): Fault {
  return (parts) =>
    parts.refused(placesOf(collection).create, ({ status }, { body }) => {
      const { id } = (body ?? {}) as { id?: unknown };
      return status === 400 && when(id) ? { status: 201, body: { id } } : undefined;
    });
}

/** Ties the holder to the newest thing in the place of what it was asked for. */
export function guesses<T extends Tie>(
  collection: Collection<T>,
  things: string,
  when: (id: unknown, isKnown: boolean) => boolean,
): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.request(placesOf(collection).create, (request, { body, parameters }) => {
      if (typeof body !== 'object' || body === null) return;
      const shelf = world.shelf(parameters.environmentId ?? '', things);
      const { id } = body as { id?: unknown };
      if (!when(id, typeof id === 'string' && shelf.has(id))) return;
      request.body = Buffer.from(JSON.stringify({ ...body, id: [...shelf.all()].at(-1)?.id }));
    });
  };
}
