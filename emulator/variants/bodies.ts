import type { Fault } from '../defects/defect.ts';
import { valueIn } from '../defects/faults/nested.ts';
import type { Candidate, Collection } from '../engine/collection.ts';
import { isObject, type Json, type JsonObject } from '../json/json.ts';
import { type Faults, invalid, notAllowed, required } from '../validation/faults.ts';

/** Takes a body for another one before it is judged; members that are no object are judged as they are. */
export function takesAs<T>(collection: Collection<T>, as: (sent: JsonObject) => JsonObject): Fault {
  return (parts) => {
    const { model } = collection;
    parts.change(collection as object, {
      model: (sent: Json, at: string, faults: Faults) => model(isObject(sent) ? as(sent) : sent, at, faults),
    });
  };
}

/** Judges a body, as it was sent, by something more: all that is wrong with it, of what was found and otherwise. */
export function judgesSent<T>(
  collection: Collection<T>,
  judge: (sent: JsonObject, found: Faults) => Faults,
): Fault {
  return (parts) => {
    const { model } = collection;
    parts.change(collection as object, {
      model: (sent: Json, at: string, faults: Faults) => {
        const found: Faults = [];
        const read = model(sent, at, found);
        faults.push(...(isObject(sent) ? judge(sent, found) : found));
        return read;
      },
    });
  };
}

/** Demands a value at a path of names: of every body, or of those of which a condition holds. */
export function demands<T>(
  collection: Collection<T>,
  path: string,
  when: (sent: JsonObject) => boolean = () => true,
): Fault {
  return judgesSent(collection, (sent, found) =>
    when(sent) ? [...found, ...lacking(sent, [path], found)] : found,
  );
}

/** Demands values at paths of names of whatever is created, and not of what replaces it. */
export function demandsOfNew<T>(collection: Collection<T>, ...paths: readonly string[]): Fault {
  return judgesWrite(collection, (sent, { previous }, found) =>
    previous === undefined ? lacking(sent, paths, found) : [],
  );
}

/** Knows some values of a property and no others. */
export function knowsOnly<T>(collection: Collection<T>, property: string, known: readonly string[]): Fault {
  return judgesSent(collection, ({ [property]: value }, found) => {
    if (typeof value !== 'string' || known.includes(value)) return found;
    return [...found.filter(({ target }) => target !== property), notAllowed(property, known)];
  });
}

/** Refuses an id in a body, unless it is the one that the member has. */
export function refusesIds<T>(collection: Collection<T>): Fault {
  return judgesWrite(collection, ({ id = null }, { previous }) =>
    id === null || id === previous?.id ? [] : [invalid('id', 'The id is for the server to choose.')],
  );
}

/** Finds more wrong with a body where it is known whether it creates or replaces. */
function judgesWrite<T>(
  collection: Collection<T>,
  wrong: (sent: JsonObject, candidate: Candidate<T>, found: Faults) => Faults,
): Fault {
  return (parts) => {
    const { model, verify } = collection;
    let last: Json;
    parts.change(collection as Collection<T> & object, {
      model: (sent, at, faults) => {
        last = sent;
        return model(sent, at, faults);
      },
      verify: (candidate, faults) => {
        // the body was judged just before, with nothing in between
        if (isObject(last)) faults.push(...wrong(last, candidate, faults));
        verify?.(candidate, faults);
      },
    });
  };
}

/** What is missing at paths and not told yet; null counts as left out, as it does for the emulator. */
function lacking(sent: JsonObject, paths: readonly string[], found: Faults): Faults {
  return paths
    .filter((path) => (valueIn(sent, path) ?? null) === null && !found.some(({ target }) => target === path))
    .map((path) => required(path));
}
