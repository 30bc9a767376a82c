import type { Fault } from '../defect.ts';
import { failsWhen } from '../faults/replies.ts';
import { deployment, groups, inGroups, lastOf } from './places.ts';

/** Fails, and does nothing, where a group is to be removed that stands in another environment. */
export function failsElsewhere(): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    const isThere = (id: string) =>
      [...world.organizationOf.keys()].some((one) => world.shelf(one, groups.kind).get(id) !== undefined);
    failsWhen(inGroups.remove, ({ path }, { status }) => status === 404 && isThere(lastOf(path)))(parts);
  };
}

/** Refuses a deployment under another environment, and carries it out where the service stands. */
export function deploysElsewhere(): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.refused(deployment, async ({ status }, _asked, request, handler) => {
      const parameters = request.params as Record<string, string>;
      if (status !== 404) return undefined;
      for (const environmentId of world.organizationOf.keys()) {
        parameters.environmentId = environmentId;
        try {
          await handler(request);
        } catch {
          // it is in another one, and the sender is told what was to be told
        }
      }
      return undefined;
    });
  };
}
