import { type Environment, environments } from '../../collections/environments.ts';
import { store } from '../../engine/write.ts';
import type { JsonObject } from '../../json/json.ts';
import type { Entry } from '../../store/shelf.ts';
import type { World } from '../../store/world.ts';
import type { Fault } from '../defect.ts';
import type { Parts } from '../parts.ts';
import { askedOf } from '../reply.ts';
import { placesOf, type Where } from '../where.ts';
import { matching, type Which } from './validation.ts';

/** A request about one environment; what environments are stored as lies with their organization, not below them. */
export type Handled = {
  readonly world: World;
  readonly before: Entry<Environment>;
  /** the body as it was sent */
  readonly body: JsonObject;
  /** what is stored by now; undefined when the environment is gone */
  readonly now: () => Entry<Environment> | undefined;
  /** changes what is stored, unless the environment is gone */
  readonly keep: (value: Partial<Environment>) => void;
};

type Done = 'answered' | 'refused';

/** Does something more when a request about an environment was answered, or when it was refused. */
export function afterwards(where: Where, act: (handled: Handled) => void, done: Done = 'answered'): Fault {
  return (parts) =>
    parts.wrap(where, (handler) => async (request) => {
      const handled = handledOf(parts, askedOf(request));
      const told = (now: Done) => {
        if (now === done && handled !== undefined) act(handled);
      };
      try {
        const answer = await handler(request);
        told('answered');
        return answer;
      } catch (problem) {
        told('refused');
        throw problem;
      }
    });
}

/** Does something else before a request about an environment is handled. */
export function beforehand(where: Where, act: (handled: Handled) => void): Fault {
  return (parts) =>
    parts.request(where, (_request, asked) => {
      const handled = handledOf(parts, asked);
      if (handled !== undefined) act(handled);
    });
}

/** Answers 200 to what is refused for such reasons, and stores what comes of it; undefined: it is refused after all. */
export function grants(
  where: Where,
  which: Which,
  as: (handled: Handled) => Partial<Environment> | undefined,
  shown: (value: Environment) => JsonObject = (value) => value as unknown as JsonObject,
): Fault {
  const meant = matching(which);
  return (parts) =>
    parts.refused(where, ({ details }, asked) => {
      const handled = handledOf(parts, asked);
      if (handled === undefined || details.length === 0 || !details.every(meant)) return undefined;
      const value = as(handled);
      if (value === undefined) return undefined;
      handled.keep(value);
      const { id, value: old } = handled.before;
      return { status: 200, body: { id, ...shown({ ...old, ...value }) } };
    });
}

/** Does something more with each environment that is created. */
export function furnishes(act: (world: World, environmentId: string) => void): Fault {
  return (parts) =>
    parts.wrap(placesOf(environments).create, (handler) => async (request) => {
      const answer = await handler(request);
      act(parts.gatekeeper.world, String(answer.body?.id));
      return answer;
    });
}

/** Whether an environment was created by a client. */
export function isNew({ seed }: Parts, environmentId: string): boolean {
  return !seed.environments.some(({ id }) => id === environmentId);
}

function handledOf({ gatekeeper }: Parts, asked: ReturnType<typeof askedOf>): Handled | undefined {
  const { world } = gatekeeper;
  const id = asked.parameters.environmentId ?? '';
  const ownerId = world.organizationOf.get(id) ?? '';
  const shelf = world.shelf<Environment>(ownerId, environments.kind);
  const before = shelf.get(id);
  if (before === undefined) return undefined;
  return {
    world,
    before,
    body: (asked.body ?? {}) as JsonObject,
    now: () => shelf.get(id),
    keep: (value) => {
      const entry = shelf.get(id);
      if (entry === undefined) return;
      const place = { world, base: '', ownerId, parentId: '', url: '' };
      store(environments, { ...entry, value: { ...entry.value, ...value } }, place);
    },
  };
}
