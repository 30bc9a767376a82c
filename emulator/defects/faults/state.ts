import type { Collection, Representation } from '../../engine/collection.ts';
import { isObject, type Json, type JsonObject } from '../../json/json.ts';
import type { Entry } from '../../store/shelf.ts';
import type { Faults } from '../../validation/faults.ts';
import type { Fault } from '../defect.ts';
import { askedOf } from '../reply.ts';
import { placesOf } from '../where.ts';

/** Several faults that are one: none of them could be told without the others. */
export function together(...faults: readonly Fault[]): Fault {
  return (parts) => {
    for (const fault of faults) fault(parts);
  };
}

/** Makes something else of a body that is in order; the body is given as it was sent. */
export function understands<T>(
  collection: Collection<T>,
  as: (read: JsonObject, sent: JsonObject) => JsonObject,
): Fault {
  return (parts) => {
    const { model } = collection;
    parts.change(collection as object, {
      model: (sent: Json, at: string, faults: Faults) => {
        const read = model(sent, at, faults);
        return faults.length === 0 && isObject(read) && isObject(sent) ? as(read, sent) : read;
      },
    });
  };
}

/** Shows something else than is stored, in every answer. */
export function shows<T>(
  collection: Collection<T>,
  as: (shown: Representation, entry: Entry<T>) => Representation,
): Fault {
  return (parts) => {
    const { represent } = collection;
    parts.change(collection as Collection<T> & object, {
      represent: (entry, place) => as(represent(entry, place), entry),
    });
  };
}

/**
 * Stores and shows a value that it has to refuse.
 * @param instead the value that the rules of the collection are asked about in its place; none when left out
 */
export function swallows<T>(
  collection: Collection<T>,
  property: string,
  when: (value: unknown) => boolean,
  instead?: Json,
): Fault {
  return (parts) => {
    const { model, represent } = collection;
    parts.change(collection as object, {
      model: (sent: Json, at: string, faults: Faults) => {
        if (!isObject(sent) || !when(sent[property])) return model(sent, at, faults);
        const read = model({ ...sent, [property]: instead ?? null }, at, faults);
        return { ...(read as JsonObject), swallowed: sent[property] ?? null };
      },
      represent: (entry: Entry<T>, ...rest: [Parameters<typeof represent>[1]]) => {
        const shown = represent(entry, ...rest);
        const { swallowed } = entry.value as { swallowed?: Json };
        return swallowed === undefined ? shown : { ...shown, [property]: swallowed };
      },
    });
  };
}

/** Shows the new value of a property in the answer to a replacement, and goes on with the old one. */
export function reverts<T>(collection: Collection<T>, property: keyof T & string): Fault {
  return afterReplacing(collection, (before, after) => ({
    ...after,
    value: { ...after.value, [property]: before.value[property] },
  }));
}

/** Answers a replacement with the state from before it. */
export function answersOld<T>(collection: Collection<T>): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.wrap(placesOf(collection).replace, (handler) => async (request) => {
      const { parameters } = askedOf(request);
      const shelf = world.shelf<T>(parameters.environmentId ?? '', collection.kind);
      const before = shelf.get(parameters[collection.item] ?? '');
      const answer = await handler(request);
      if (before === undefined) return answer;
      return { ...answer, body: { ...answer.body, ...(before.value as JsonObject) } };
    });
  };
}

/** Changes what a replacement has stored, after it is answered. */
export function afterReplacing<T>(
  collection: Collection<T>,
  kept: (before: Entry<T>, after: Entry<T>) => Entry<T>,
): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.wrap(placesOf(collection).replace, (handler) => async (request) => {
      const { parameters } = askedOf(request);
      const shelf = world.shelf<T>(parameters.environmentId ?? '', collection.kind);
      const id = parameters[collection.item] ?? '';
      const before = shelf.get(id);
      const answer = await handler(request);
      const after = shelf.get(id);
      if (before !== undefined && after !== undefined) shelf.put(kept(before, after));
      return answer;
    });
  };
}
