import type { HeldRole } from '../../collections/applicationRoleHolders.ts';
import { userApplicationRoles } from '../../collections/userApplicationRoles.ts';
import type { Entry } from '../../store/shelf.ts';
import type { Fault } from '../defect.ts';
import type { Where } from '../where.ts';
import { members } from './pages.ts';

type Json = Record<string, unknown>;

/** How a list shows that a user had a role. */
export type Shown = (entry: Entry<HeldRole>) => Json;

export const asUser: Shown = ({ parentId }) => ({ id: parentId });

export const asAssignment: Shown = ({ parentId, value }) => ({
  id: value.assignmentId,
  role: { id: value.id },
  subject: { id: parentId },
});

export const asRole: Shown = ({ value }) => ({ id: value.id });

/**
 * One of the lists that tell who has which role still tells of what was taken, or in the place of what is.
 * @param instead whether what was taken takes the place of what is left
 */
export function stillTells(where: Where, as: Shown, instead = false): Fault {
  return (parts) => {
    const { removed } = userApplicationRoles;
    const taken: Entry<HeldRole>[] = [];
    parts.change(userApplicationRoles, {
      removed: (entry, place) => {
        removed?.(entry, place);
        taken.push(entry);
      },
    });
    members(where, (all, { path }) => {
      const old = taken.filter(({ parentId, value }) => path.includes(parentId) || path.includes(value.id));
      return instead
        ? all.map((one, index) => (old[index] ? as(old[index]) : one))
        : [...all, ...old.map(as)];
    })(parts);
  };
}

/** One of the lists that tell who has which role does not tell of what was given lately. */
export function tellsLate(where: Where): Fault {
  return (parts) => {
    const told = new Set<unknown>();
    members(where, (all, { path }) => {
      const known = all.filter(({ id }) => told.has(`${path} ${id}`));
      for (const { id } of all) told.add(`${path} ${id}`);
      return known;
    })(parts);
  };
}
