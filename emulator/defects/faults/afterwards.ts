import type { Collection } from '../../engine/collection.ts';
import type { Entry } from '../../store/shelf.ts';
import type { Fault } from '../defect.ts';
import { askedOf } from '../reply.ts';
import type { Where } from '../where.ts';

/**
 * Does something about a member after a write to it was answered, as if nothing had been.
 * @param fate what becomes of it, told what was sent; undefined when it goes
 */
export function afterwards<T>(
  collection: Collection<T>,
  where: Where,
  fate: (entry: Entry<T>, sent: Readonly<Record<string, unknown>>) => Entry<T> | undefined,
): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.wrap(where, (handler) => async (request) => {
      const { body, parameters } = askedOf(request);
      const answer = await handler(request);
      const shelf = world.shelf<T>(parameters.environmentId ?? '', collection.kind);
      const entry = shelf.get(String(answer.body?.id));
      if (entry === undefined) return answer;
      const left = fate(entry, (body ?? {}) as Readonly<Record<string, unknown>>);
      if (left === undefined) shelf.remove(entry.id);
      else if (left !== entry) shelf.put(left);
      return answer;
    });
  };
}

/** Forgets a member as soon as the write to it is answered, where what was sent is of a kind. */
export function loses<T>(
  collection: Collection<T>,
  where: Where,
  when: (sent: Readonly<Record<string, unknown>>, entry: Entry<T>) => boolean,
): Fault {
  return afterwards(collection, where, (entry, sent) => (when(sent, entry) ? undefined : entry));
}
