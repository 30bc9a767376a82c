import type { Fault } from '../../defects/defect.ts';
import type { Collection } from '../../engine/collection.ts';
import { isObject, type Json } from '../../json/json.ts';
import { type Faults, required } from '../../validation/faults.ts';

/** Refuses bodies that lack a property which the emulator does without. */
export function demands<T>(
  collection: Collection<T>,
  properties: readonly string[],
  on: 'creates' | 'every write',
): Fault {
  return (parts) => {
    const { model, verify } = collection;
    let lacking: readonly string[] = [];
    parts.change(collection as Collection<T> & object, {
      model: (sent, at, faults) => {
        const result = model(sent, at, faults);
        lacking = properties.filter((name) => lacks(sent, name));
        if (on === 'every write') tells(faults, lacking);
        return result;
      },
      verify: (candidate, faults) => {
        verify?.(candidate, faults);
        if (on === 'creates' && candidate.previous === undefined) tells(faults, lacking);
      },
    });
  };
}

/** null counts as left out, as it does for the emulator. */
function lacks(sent: Json, name: string): boolean {
  return !isObject(sent) || (sent[name] ?? null) === null;
}

function tells(faults: Faults, lacking: readonly string[]): void {
  for (const name of lacking) if (!faults.some(({ target }) => target === name)) faults.push(required(name));
}
