import type { ApplicationRoleEntry } from '../../collections/applicationRoleEntries.ts';
import { applicationRolePermissions } from '../../collections/applicationRolePermissions.ts';
import type { Entry } from '../../store/shelf.ts';
import type { Fault } from '../defect.ts';
import { failsWhen } from '../faults/replies.ts';
import { onLoosening, onTie } from '../faults/ties.ts';

type Held = Entry<ApplicationRoleEntry>;

const entries = applicationRolePermissions;
const isSame = (one: Held, other: Held) => one.parentId === other.parentId && one.value.id === other.value.id;

/** Loses what comes into a role for the second time. */
export function forgetsReturned(): Fault {
  return (parts) => {
    const gone: Held[] = [];
    onLoosening(entries, (entry) => gone.push(entry))(parts);
    onTie(entries, (entry, { world, ownerId }) => {
      if (gone.some((one) => isSame(one, entry))) world.shelf(ownerId, entries.kind).remove(entry.id);
    })(parts);
  };
}

/** Undoes the removals of a role as soon as something comes into it. */
export function bringsBack(): Fault {
  return (parts) => {
    const gone: Held[] = [];
    onLoosening(entries, (entry) => gone.push(entry))(parts);
    onTie(entries, (entry, { world, ownerId }) => {
      const shelf = world.shelf<ApplicationRoleEntry>(ownerId, entries.kind);
      const there = [...shelf.below(entry.parentId)];
      for (const one of gone)
        if (one.parentId === entry.parentId && !there.some((other) => isSame(one, other))) shelf.put(one);
    })(parts);
  };
}

/** Answers 500 to what comes into a collection that has got something already. */
export function failsAtSecond(where: string): Fault {
  return (parts) => {
    const known = new Set<string>();
    failsWhen(where, ({ path }, { status }) => {
      const isSecond = status < 300 && known.has(path);
      if (status < 300) known.add(path);
      return isSecond;
    })(parts);
  };
}
