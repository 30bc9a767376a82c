import type { Fault } from '../defects/defect.ts';
import { valueIn } from '../defects/faults/nested.ts';
import type { Collection } from '../engine/collection.ts';
import { isObject, type Json, type JsonObject } from '../json/json.ts';
import { type Faults, invalid, required } from '../validation/faults.ts';

/** Takes a body for another one before it is judged; members that are no object are judged as they are. */
export function takesAs<T>(collection: Collection<T>, as: (sent: JsonObject) => JsonObject): Fault {
  return (parts) => {
    const { model } = collection;
    parts.change(collection as object, {
      model: (sent: Json, at: string, faults: Faults) => model(isObject(sent) ? as(sent) : sent, at, faults),
    });
  };
}

/** Demands a value at a path of names: of every body, or of those of which a condition holds. */
export function demands<T>(
  collection: Collection<T>,
  path: string,
  when: (sent: JsonObject) => boolean = () => true,
): Fault {
  return (parts) => {
    const { model } = collection;
    parts.change(collection as object, {
      model: (sent: Json, at: string, faults: Faults) => {
        const read = model(sent, at, faults);
        const told = faults.some(({ target }) => target === path);
        if (!told && isObject(sent) && (valueIn(sent, path) ?? null) === null && when(sent))
          faults.push(required(path));
        return read;
      },
    });
  };
}

/** Refuses an id in a body, unless it is the one that the member has. */
export function refusesIds<T>(collection: Collection<T>): Fault {
  return (parts) => {
    const { model, verify } = collection;
    let sentId: unknown;
    parts.change(collection as Collection<T> & object, {
      model: (sent, at, faults) => {
        sentId = isObject(sent) ? sent.id : undefined;
        return model(sent, at, faults);
      },
      verify: (candidate, faults) => {
        if (sentId !== undefined && sentId !== null && sentId !== candidate.previous?.id)
          faults.push(invalid('id', 'The id is for the server to choose.'));
        verify?.(candidate, faults);
      },
    });
  };
}
