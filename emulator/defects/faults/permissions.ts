import { type RoleAssignment, reachInEnvironment } from '../../access/actor.ts';
import type { Permission } from '../../access/roles.ts';
import type { Application } from '../../collections/applications.ts';
import type { License } from '../../collections/licenses.ts';
import { type ApiError, insufficientPermissions, invalidToken } from '../../http/errors.ts';
import type { World } from '../../store/world.ts';
import type { Fault } from '../defect.ts';
import type { Where } from '../where.ts';
import { someToken } from './access.ts';

/** Who holds a token, as its claims say. */
export type Holder = { readonly clientId: string; readonly environmentId: string };

/** Does what it refuses with such a status, and refuses it all the same. */
export function carriesOut(where: Where, status: number): Fault {
  return (parts) =>
    parts.refused(where, async (problem, _asked, request, handler) => {
      if (problem.status !== status) return undefined;
      request.raw.headers.authorization = await someToken(parts);
      await handler(request);
      return undefined;
    });
}

/** Opens operations to holders without a role for them, where a condition holds. */
export function opensTo(
  where: Where,
  when: (world: World, holder: Holder, environmentId: string) => boolean,
): Fault {
  return (parts) =>
    parts.refused(where, async ({ status }, { parameters }, request, handler) => {
      const { headers } = request.raw;
      const holder = holderOf(headers.authorization);
      const opens = when(parts.gatekeeper.world, holder, parameters.environmentId ?? '');
      if (status !== 403 || !opens) return undefined;
      headers.authorization = await someToken(parts);
      return handler(request);
    });
}

/** Refuses operations to holders of a role for them, where a condition holds. */
export function closesTo(where: Where, when: (world: World, holder: Holder) => boolean): Fault {
  return (parts) =>
    parts.request(where, (request) => {
      if (when(parts.gatekeeper.world, holderOf(request.raw.headers.authorization)))
        throw insufficientPermissions();
    });
}

/** Takes each token so many times and then no more; how it refuses it then. */
export function wearsOut(where: Where, times: number, refusal: () => ApiError = invalidToken): Fault {
  return (parts) => {
    const used = new Map<string, number>();
    parts.request(where, (request) => {
      const { authorization = '' } = request.raw.headers;
      used.set(authorization, (used.get(authorization) ?? 0) + 1);
      if ((used.get(authorization) ?? 0) > times) throw refusal();
    });
  };
}

/** The roles of a holder. */
export function rolesOf(world: World, { clientId, environmentId }: Holder): readonly RoleAssignment[] {
  const shelf = world.shelf<RoleAssignment>(environmentId, 'roleAssignments');
  return [...shelf.below(clientId)].map(({ value }) => value);
}

/** Whether a holder has a permission in an environment. */
export function may(world: World, holder: Holder, permission: Permission, environmentId: string): boolean {
  const application = world.shelf<Application>(holder.environmentId, 'applications').get(holder.clientId);
  const organizationId = world.organizationOf.get(holder.environmentId) ?? '';
  if (application === undefined) return false;
  const actor = { application, environmentId: holder.environmentId, organizationId };
  return reachInEnvironment(world, actor, permission, environmentId) !== undefined;
}

/** Decides as if every licence were another one; what is shown of licences elsewhere stays as it is. */
export function licensed(where: Where, as: (license: License) => License): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.wrap(where, (handler) => async (request) => {
      const shelves = [...new Set(world.organizationOf.values())].map((id) =>
        world.shelf<License>(id, 'licenses'),
      );
      const before = shelves.map((shelf) => [...shelf.all()]);
      for (const [index, entries] of before.entries())
        for (const entry of entries) shelves[index]?.put({ ...entry, value: as(entry.value) });
      try {
        return await handler(request);
      } finally {
        for (const [index, entries] of before.entries())
          for (const entry of entries) shelves[index]?.put(entry);
      }
    });
  };
}

/** The claims of a token in an Authorization header, whoever signed it. */
function holderOf(authorization: string | undefined): Holder {
  try {
    const payload = authorization?.split('.')[1] ?? '';
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
    return { clientId: String(claims.client_id), environmentId: String(claims.env) };
  } catch {
    return { clientId: '', environmentId: '' };
  }
}
