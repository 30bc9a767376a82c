import { applicationPermissions } from '../../collections/applicationPermissions.ts';
import type { Fault } from '../defect.ts';
import { shows } from '../faults/state.ts';
import type { Reply } from '../reply.ts';
import { at } from './places.ts';

/** Answers the create of a permission in another way where there was one for the same action before. */
export function onSameAction(change: (reply: Reply) => void): Fault {
  return (parts) => {
    const actions = new Set<unknown>();
    parts.reply(at.create, (reply, { body }) => {
      if (reply.status >= 300) return;
      const { action } = (body ?? {}) as { action?: unknown };
      if (actions.has(action)) change(reply);
      actions.add(action);
    });
  };
}

/** Shows all permissions for an action with the key that the first of them has. */
export function sharesKey(): Fault {
  return (parts) => {
    const keys = new Map<unknown, unknown>();
    shows(applicationPermissions, (one) => {
      if (!keys.has(one.action)) keys.set(one.action, one.key);
      return { ...one, key: keys.get(one.action) };
    })(parts);
  };
}
