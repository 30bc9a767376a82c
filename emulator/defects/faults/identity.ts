import type { Collection } from '../../engine/collection.ts';
import { store } from '../../engine/write.ts';
import type { Answer } from '../../http/answer.ts';
import type { Entry } from '../../store/shelf.ts';
import type { Fault } from '../defect.ts';
import { type Asked, askedOf } from '../reply.ts';
import { placesOf, type Where } from '../where.ts';

/** Gives new members ids of another making; `number` counts them. */
export function identifies<T>(
  collection: Collection<T>,
  as: (id: string, asked: Asked, number: number) => string,
): Fault {
  return (parts) => {
    let count = 0;
    moves(collection, placesOf(collection).create, (id, asked) => as(id, asked, ++count))(parts);
  };
}

/**
 * Moves what a write answers with to another id, and answers with that.
 * @param leaves whether something stays under the old id
 * @param told whether the answer has the other id
 */
export function moves<T>(
  collection: Collection<T>,
  where: Where,
  to: (id: string, asked: Asked) => string,
  leaves = false,
  told = true,
): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.wrap(where, (handler) => async (request) => {
      const asked = askedOf(request);
      const answer = await handler(request);
      const id = String(answer.body?.id);
      const next = to(id, asked);
      const ownerId = asked.parameters.environmentId ?? '';
      const shelf = world.shelf<T>(ownerId, collection.kind);
      const entry = shelf.get(id);
      if (entry === undefined || next === id) return answer;
      if (!leaves) shelf.remove(id);
      const place = { world, base: '', ownerId, parentId: entry.parentId, url: '' };
      store(collection, { ...entry, id: next }, place);
      return told ? renamed(answer, id, next) : answer;
    });
  };
}

/** Answers a request about one member with what it has of another one. */
export function confuses<T>(
  collection: Collection<T>,
  where: Where,
  choose: (members: readonly Entry<T>[], id: string) => Entry<T> | undefined,
): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.request(where, (request, { parameters }) => {
      const id = parameters[collection.item] ?? '';
      const shelf = world.shelf<T>(parameters.environmentId ?? '', collection.kind);
      const entry = shelf.get(id);
      const other = entry && choose([...shelf.below(entry.parentId)], id);
      if (other !== undefined) (request.params as Record<string, string>)[collection.item] = other.id;
    });
  };
}

/** Whether a value has the form of an identifier. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value);
}

function renamed(answer: Answer, id: string, next: string): Answer {
  return { ...answer, body: JSON.parse(JSON.stringify(answer.body).replaceAll(id, next)) };
}
