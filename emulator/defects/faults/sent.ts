import type { Collection } from '../../engine/collection.ts';
import { isObject, type Json } from '../../json/json.ts';
import type { Fault } from '../defect.ts';
import { askedOf } from '../reply.ts';
import type { Where } from '../where.ts';
import { body } from './answers.ts';

/** Answers with a member as it was sent, if it was. */
export function echoes(where: Where, member: string): Fault {
  return body(where, (shown, asked) => {
    const sent = isObject(asked.body as Json) ? (asked.body as Record<string, unknown>)[member] : undefined;
    if (sent !== undefined) shown[member] = sent;
  });
}

/**
 * Goes on showing a member as it was sent.
 * @param writes where it was sent
 * @param reads where it is shown, of one or in a list
 */
export function remembers(writes: Where, reads: Where, member: string): Fault {
  return (parts) => {
    const remembered = new Map<unknown, unknown>();
    parts.reply(writes, (reply, asked) => {
      const sent = (asked.body ?? {}) as Record<string, unknown>;
      if (reply.status < 300 && isObject(reply.body as Json) && sent[member] !== undefined)
        remembered.set((reply.body as Record<string, unknown>).id, sent[member]);
    });
    body(reads, (shown) => {
      const lists = Object.values((shown._embedded ?? {}) as object).filter(Array.isArray);
      for (const one of [shown, ...lists.flat()] as Record<string, unknown>[])
        if (remembered.has(one.id)) one[member] = remembered.get(one.id);
    })(parts);
  };
}

/** Does something more with what a successful request said. */
export function acts(
  where: Where,
  act: (
    body: Readonly<Record<string, unknown>>,
    parameters: Readonly<Record<string, string>>,
    world: Parameters<Fault>[0]['gatekeeper']['world'],
  ) => void,
): Fault {
  return (parts) =>
    parts.wrap(where, (handler) => async (request) => {
      const answer = await handler(request);
      const asked = askedOf(request);
      const sent = isObject(asked.body as Json) ? (asked.body as Record<string, unknown>) : {};
      act(sent, asked.parameters, parts.gatekeeper.world);
      return answer;
    });
}

/** Puts what is written below the resource that a member of the body names, such as its parent. */
export function movesTo<T>(collection: Collection<T>, where: string, member: string): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.wrap(where, (handler) => async (request) => {
      const answer = await handler(request);
      const { body: sent, parameters } = askedOf(request);
      const { id } = ((sent ?? {}) as Record<string, { id?: string } | undefined>)[member] ?? {};
      const shelf = world.shelf<T>(parameters.environmentId ?? '', collection.kind);
      const entry = shelf.get(String(answer.body?.id));
      if (id === undefined || entry === undefined) return answer;
      shelf.remove(entry.id);
      shelf.put({ ...entry, parentId: id });
      const shown = { ...(answer.body?.[member] as object), id };
      return { ...answer, body: { ...answer.body, [member]: shown } };
    });
  };
}
