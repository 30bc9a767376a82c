import type { FastifyRequest } from 'fastify';
import type { Collection } from '../../engine/collection.ts';
import { invalidData } from '../../http/errors.ts';
import type { World } from '../../store/world.ts';
import { required } from '../../validation/faults.ts';
import type { Fault } from '../defect.ts';
import { body } from '../faults/answers.ts';
import { type Asked, askedOf } from '../reply.ts';
import { placesOf, type Where } from '../where.ts';

/** The holder that a body names under a member, where there is such a one: no server finds any other. */
function holderIn<T>(
  { body: sent, parameters }: Asked,
  { parent }: Collection<T>,
  member: string,
  world: World,
): string | undefined {
  const { id } = ((sent ?? {}) as Record<string, { id?: unknown } | undefined>)[member] ?? {};
  const holders = world.shelf(parameters.environmentId ?? '', parent?.kind ?? '');
  return typeof id === 'string' && holders.has(id) ? id : undefined;
}

/** Puts what is written below a holder that its body names, and answers as if it had not. */
export function movesUnsaid<T>(collection: Collection<T>, where: Where, member: string): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.wrap(where, (handler) => async (request) => {
      const asked = askedOf(request);
      const answer = await handler(request);
      const parentId = holderIn(asked, collection, member, world);
      const shelf = world.shelf<T>(asked.parameters.environmentId ?? '', collection.kind);
      const entry = shelf.get(String(answer.body?.id));
      if (parentId === undefined || entry === undefined) return answer;
      shelf.remove(entry.id);
      shelf.put({ ...entry, parentId });
      return answer;
    });
  };
}

/** Reads a member with the holder that its body named. */
export function showsNamed<T>(collection: Collection<T>, reads: Where, member: string): Fault {
  return (parts) => {
    const named = namedIn(collection, member)(parts);
    body(reads, (shown) => {
      const id = named.get(String(shown.id));
      if (id !== undefined) shown[member] = { ...(shown[member] as object), id };
    })(parts);
  };
}

/** Finds a member below the holder that its body named as well. */
export function findsBelowNamed<T>(collection: Collection<T>, member: string): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    const named = namedIn(collection, member)(parts);
    parts.request(placesOf(collection).read, (request: FastifyRequest, { parameters }) => {
      const id = parameters[collection.item] ?? '';
      const parameter = collection.parent?.parameter ?? '';
      const entry = world.shelf<T>(parameters.environmentId ?? '', collection.kind).get(id);
      if (entry !== undefined && named.get(id) === parameters[parameter])
        (request.params as Record<string, string>)[parameter] = entry.parentId;
    });
  };
}

/** Refuses a body for something else where it names a holder that there is. */
export function refusesNamed<T>(
  collection: Collection<T>,
  where: Where,
  member: string,
  target: string,
): Fault {
  return (parts) =>
    parts.request(where, (_request, asked) => {
      if (holderIn(asked, collection, member, parts.gatekeeper.world) !== undefined)
        throw invalidData([required(target)]);
    });
}

/** The holders that bodies named, by the ids of what was written. */
function namedIn<T>(collection: Collection<T>, member: string) {
  return (parts: Parameters<Fault>[0]): ReadonlyMap<string, string> => {
    const named = new Map<string, string>();
    parts.wrap(placesOf(collection).write, (handler) => async (request) => {
      const asked = askedOf(request);
      const answer = await handler(request);
      const id = holderIn(asked, collection, member, parts.gatekeeper.world);
      if (id !== undefined) named.set(String(answer.body?.id), id);
      return answer;
    });
    return named;
  };
}
