import { groups } from '../../collections/groups.ts';
import type { Place } from '../../engine/place.ts';
import { notFound } from '../../http/errors.ts';
import { changed } from '../../store/world.ts';
import { constraint } from '../../validation/faults.ts';
import type { Fault } from '../defect.ts';
import { doesAnyway } from '../faults/refusals.ts';
import { askedOf } from '../reply.ts';
import { at, type Operation, operations } from './places.ts';

/** Removes a group that is deleted from the rules of operations that name it. */
export function removesFromRules(): Fault {
  return (parts) => {
    const { removed } = groups;
    parts.change(groups, {
      removed: (entry, place) => {
        removed?.(entry, place);
        const shelf = shelfOf(place);
        for (const one of naming(place, entry.id)) {
          const left = groupsOf(one.value).filter((group) => group !== entry.id);
          const group = { groups: left.map((id) => ({ id })) };
          shelf.put(changed(one, { ...one.value, accessControl: { ...one.value.accessControl, group } }));
        }
      },
    });
  };
}

/** Keeps groups that a rule names from being deleted. */
export function keepsNamedGroup(): Fault {
  return (parts) =>
    parts.change(groups, {
      keep: ({ id }, place) =>
        naming(place, id).length === 0 ? undefined : constraint('id', 'A rule names the group.'),
    });
}

/** Finds no operation whose rule names a group that is gone. */
export function failsWithoutGroup(): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.wrap(at.read, (handler) => (request) => {
      const { parameters } = askedOf(request);
      const place = { world, ownerId: parameters.environmentId ?? '' };
      const entry = shelfOf(place).get(parameters[operations.item] ?? '');
      if (entry !== undefined && !isWhole(place, entry.value)) throw notFound();
      return handler(request);
    });
  };
}

/** Lists no operation whose rule names a group that is gone. */
export function hidesWithoutGroup(): Fault {
  return (parts) =>
    parts.change(operations, {
      members: (place) =>
        [...shelfOf(place).below(place.parentId)].filter(({ value }) => isWhole(place, value)),
    });
}

type Where = Pick<Place, 'world' | 'ownerId'>;

function naming(where: Where, id: string) {
  return [...shelfOf(where).all()].filter(({ value }) => groupsOf(value).includes(id));
}

function isWhole({ world, ownerId }: Where, value: Operation): boolean {
  return groupsOf(value).every((id) => world.shelf(ownerId, groups.kind).has(id));
}

function groupsOf({ accessControl }: Operation): readonly string[] {
  return accessControl?.group?.groups.map(({ id }) => id) ?? [];
}

function shelfOf({ world, ownerId }: Where) {
  return world.shelf<Operation>(ownerId, operations.kind);
}

/** Refuses to replace an operation, and loses the rules that it refused. */
export function dropsRefusedRule(): Fault {
  return doesAnyway(
    at.replace,
    ({ parameters }, world) => {
      const shelf = shelfOf({ world, ownerId: parameters.environmentId ?? '' });
      const entry = shelf.get(parameters[operations.item] ?? '');
      if (entry === undefined) return;
      const { accessControl: _, ...others } = entry.value;
      shelf.put({ ...entry, value: others });
    },
    ({ details }) => details.some(({ target = '' }) => target.startsWith('accessControl.group')),
  );
}
