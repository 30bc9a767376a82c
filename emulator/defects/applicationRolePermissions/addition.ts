import {
  type ApplicationPermission,
  applicationPermissions,
} from '../../collections/applicationPermissions.ts';
import { applicationRolePermissions } from '../../collections/applicationRolePermissions.ts';
import { invalidData } from '../../http/errors.ts';
import { changed } from '../../store/world.ts';
import { invalid } from '../../validation/faults.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { dangles, guesses, isNoUuid, isUuid, pretends } from '../faults/dangling.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { acts, echoes, remembers } from '../faults/sent.ts';
import { at } from './places.ts';

const entries = applicationRolePermissions;
const { kind } = applicationPermissions;
const left = { code: 'REQUIRED_VALUE' };
const noUuid = { target: 'id', says: 'UUID' };
const unknown = { target: 'id', says: 'does not exist' };

/** What a server can do wrong with the body of an addition to an application role. */
export const addition = defectsOf({
  'application-role-permissions-id-required': [
    ['answers 201 to an addition without an id, and adds nothing', pretends(entries, isLeftOut)],
    ['adds the newest permission to a role where none is named', guesses(entries, kind, isLeftOut)],
    [
      'refuses an addition without an id for the action',
      misreports(at.create, left, (detail) => ({ ...detail, target: 'action' })),
    ],
    ['answers 404 to an addition without an id', refusesWith(at.create, left, 404, 'NOT_FOUND')],
    ['answers 422 to an addition without an id', refusesWith(at.create, left, 422, 'INVALID_DATA')],
  ],
  'application-role-permissions-id-uuid': [
    ['adds to a role what has a text for its id', dangles(entries, isNoUuid)],
    ['adds the newest permission to a role for a text that is no UUID', guesses(entries, kind, isNoUuid)],
    ['answers 201 to an addition of a text, and adds nothing', pretends(entries, isNoUuid)],
    ['fails at an addition of a text', refusesWith(at.create, noUuid, 500, 'UNEXPECTED_ERROR')],
    ['answers 404 to an addition of a text', refusesWith(at.create, noUuid, 404, 'NOT_FOUND')],
    [
      'refuses an addition of a text for the action',
      misreports(at.create, noUuid, (detail) => ({ ...detail, target: 'action' })),
    ],
  ],
  'application-role-permissions-permission-exists': [
    ['adds to a role what does not exist', dangles(entries, isUuid)],
    ['answers 201 to the addition of what does not exist, and adds nothing', pretends(entries, isUuid)],
    [
      'adds the newest permission to a role for one that does not exist',
      guesses(entries, kind, (id, isKnown) => isUuid(id) && !isKnown),
    ],
    [
      'answers 409 to the addition of what does not exist',
      refusesWith(at.create, unknown, 409, 'INVALID_DATA'),
    ],
    [
      'fails at the addition of what does not exist',
      refusesWith(at.create, unknown, 500, 'UNEXPECTED_ERROR'),
    ],
    [
      'refuses the addition of what does not exist for the action',
      misreports(at.create, unknown, (detail) => ({ ...detail, target: 'action' })),
    ],
  ],
  'application-role-permissions-no-new-permission': [
    ['creates and adds a permission of the action where no id is sent', createsInstead()],
    ['creates a permission of the action where no id is sent, and refuses to add it', createsRefused()],
    ['creates a permission of the action beside the one that is added', createsBeside()],
  ],
  'application-role-permissions-permission-not-changed': [
    ['writes the action of an addition into the permission', writesThrough('action')],
    ['writes the description of an addition into the permission', writesThrough('description')],
    ['answers an addition with the key that was sent', echoes(at.create, 'key')],
    ['answers an addition with the action that was sent', echoes(at.create, 'action')],
    ['answers an addition with the description that was sent', echoes(at.create, 'description')],
    ['answers an addition with the resource that was sent', echoes(at.create, 'resource')],
    ['lists a permission of a role with the key that was sent', remembers(at.create, at.list, 'key')],
    ['lists a permission of a role with the action that was sent', remembers(at.create, at.list, 'action')],
    ['refuses an addition with an action, and writes the action into the permission', writesRefused()],
  ],
});

function isLeftOut(id: unknown): boolean {
  return id === undefined;
}

function writesThrough(property: keyof ApplicationPermission): Fault {
  return acts(at.create, ({ id, [property]: sent }, { environmentId = '' }, world) => {
    const shelf = world.shelf<ApplicationPermission>(environmentId, kind);
    const permission = shelf.get(String(id));
    if (permission !== undefined && typeof sent === 'string')
      shelf.put(changed(permission, { ...permission.value, [property]: sent }));
  });
}

function writesRefused(): Fault {
  return (parts) =>
    parts.request(at.create, (_request, { body, parameters }) => {
      const { id, action } = (body ?? {}) as { id?: unknown; action?: unknown };
      const shelf = parts.gatekeeper.world.shelf<ApplicationPermission>(parameters.environmentId ?? '', kind);
      const permission = shelf.get(String(id));
      if (permission === undefined || typeof action !== 'string') return;
      shelf.put(changed(permission, { ...permission.value, action }));
      throw invalidData([invalid('action', 'The value cannot be set here.')]);
    });
}

/** A permission of the values that were sent, below the application resource of the newest one. */
function created(
  world: Parameters<Parameters<typeof acts>[1]>[2],
  environmentId: string,
  { action, description }: Readonly<Record<string, unknown>>,
): string | undefined {
  const shelf = world.shelf<ApplicationPermission>(environmentId, kind);
  const newest = [...shelf.all()].at(-1);
  if (newest === undefined || typeof action !== 'string') return undefined;
  const value = { action, ...(typeof description === 'string' ? { description } : {}) };
  const entry = world.entry(crypto.randomUUID(), newest.parentId, value);
  shelf.put(entry);
  return entry.id;
}

function createsInstead(): Fault {
  return (parts) =>
    parts.request(at.create, (request, { body, parameters }) => {
      const sent = (body ?? {}) as Record<string, unknown>;
      const id = sent.id ?? created(parts.gatekeeper.world, parameters.environmentId ?? '', sent);
      if (id !== undefined) request.body = Buffer.from(JSON.stringify({ ...sent, id }));
    });
}

function createsRefused(): Fault {
  return (parts) =>
    parts.request(at.create, (_request, { body, parameters }) => {
      const sent = (body ?? {}) as Record<string, unknown>;
      if (sent.id === undefined) created(parts.gatekeeper.world, parameters.environmentId ?? '', sent);
    });
}

function createsBeside(): Fault {
  return acts(at.create, (sent, { environmentId = '' }, world) => created(world, environmentId, sent));
}
