import { roles } from '../../access/roles.ts';
import { type ApplicationRole, applicationRoles } from '../../collections/applicationRoles.ts';
import { userApplicationRoles } from '../../collections/userApplicationRoles.ts';
import type { Detail } from '../../http/errors.ts';
import { invalidData } from '../../http/errors.ts';
import { changed } from '../../store/world.ts';
import { invalid } from '../../validation/faults.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { admits } from '../faults/access.ts';
import { always } from '../faults/answers.ts';
import { dangles, guesses, isNoUuid, isUuid, pretends } from '../faults/dangling.ts';
import { gives } from '../faults/members.ts';
import { misreports, refusesSent, refusesWith } from '../faults/refusals.ts';
import { secretly } from '../faults/secretly.ts';
import { acts, echoes, remembers } from '../faults/sent.ts';
import { converts } from '../faults/texts.ts';
import { at, shown } from './places.ts';

const held = userApplicationRoles;
const { kind } = applicationRoles;
const left = { code: 'REQUIRED_VALUE' };
const noUuid = { target: 'id', says: 'UUID' };
const unknown = { target: 'id', says: 'does not exist' };
const stranger = { code: 'INSUFFICIENT_PERMISSIONS' };
const missing = { code: 'NOT_FOUND', message: 'Nothing was found.' };

/** What a server can do wrong with a request to give, list or take an application role. */
export const request = defectsOf({
  'user-application-role-assignments-forbidden': [
    ['gives roles for whoever asks', admits(at.create)],
    ['lists the roles of users for whoever asks', admits(at.list)],
    ['takes roles from users for whoever asks', admits(at.remove)],
    ['refuses to give a role to a stranger, and gives it', secretly(at.create)],
    ['refuses to take a role for a stranger, and takes it', secretly(at.remove)],
    ['answers 400 to a stranger who gives a role', refusesWith(at.create, stranger, 400, 'REQUEST_FAILED')],
    ['answers 409 to a stranger who lists roles', refusesWith(at.list, stranger, 409, 'REQUEST_FAILED')],
  ],
  'user-application-role-assignments-path': [
    ['gives no roles under applicationRoles', always(at.create, 404, missing)],
    ['lists no roles under applicationRoles', always(at.list, 404, missing)],
    ['serves nothing under applicationRoles', always([at.create, at.list, at.remove], 404, missing)],
    ['does not let roles be given under applicationRoles', always(at.create, 405, missing)],
  ],
  'user-application-role-assignments-id-required': [
    ['answers 201 where no role is named, and gives none', pretends(held, isLeftOut)],
    ['gives the newest role where none is named', guesses(held, kind, isLeftOut)],
    ['refuses a giving without an id for the name', misreports(at.create, left, ofName)],
    ['answers 404 to a giving without an id', refusesWith(at.create, left, 404, 'NOT_FOUND')],
    ['answers 422 to a giving without an id', refusesWith(at.create, left, 422, 'INVALID_DATA')],
  ],
  'user-application-role-assignments-id-type': [
    ['gives what has an object for its id', dangles(held, isObject)],
    ['gives the newest role for an object', guesses(held, kind, isObject)],
    ['answers 201 to an object as the id of a role, and gives none', pretends(held, isObject)],
    ['takes the id of a role out of an object', converts(at.create, 'id')],
    ['lists the ids of roles of users as objects', gives(at.list, 'id', (id: string) => ({ id }))],
    ['fails at an object as the id of a role', refusesWith(at.create, noUuid, 500, 'UNEXPECTED_ERROR')],
  ],
  'user-application-role-assignments-id-uuid': [
    ['gives what has a text for its id', dangles(held, isNoUuid)],
    ['gives the newest role for a text that is no UUID', guesses(held, kind, isNoUuid)],
    ['answers 201 to a text as the id of a role, and gives none', pretends(held, isNoUuid)],
    ['fails at a text as the id of a role', refusesWith(at.create, noUuid, 500, 'UNEXPECTED_ERROR')],
    ['answers 404 to a text as the id of a role', refusesWith(at.create, noUuid, 404, 'NOT_FOUND')],
    ['refuses a text as the id of a role for the name', misreports(at.create, noUuid, ofName)],
  ],
  'user-application-role-assignments-role-exists': [
    ['gives a role that does not exist', dangles(held, (id) => isUuid(id) && !isPlatform(id))],
    ['answers 201 to a role that does not exist, and gives none', pretends(held, isUuid)],
    [
      'gives the newest role for one that does not exist',
      guesses(held, kind, (id, isKnown) => isUuid(id) && !isKnown),
    ],
    ['answers 409 to a role that does not exist', refusesWith(at.create, unknown, 409, 'INVALID_DATA')],
    ['fails at a role that does not exist', refusesWith(at.create, unknown, 500, 'UNEXPECTED_ERROR')],
    ['refuses a role that does not exist for the name', misreports(at.create, unknown, ofName)],
  ],
  'user-application-role-assignments-role-is-application-role': [
    ['gives administrator roles', dangles(held, isPlatform)],
    ['answers 201 to an administrator role, and gives none', pretends(held, isPlatform)],
    ['gives the newest role for an administrator role', guesses(held, kind, isPlatform)],
    ['answers 409 to an administrator role', refusesWith(at.create, unknown, 409, 'INVALID_DATA')],
    ['refuses an administrator role for the name', misreports(at.create, unknown, ofName)],
    ['refuses an administrator role, and gives the newest role', givesRefused()],
  ],
  'user-application-role-assignments-name-read-only': [
    ['renames a role that is given with a name', writesThrough('name')],
    ['answers the giving of a role with the name that was sent', echoes(at.create, 'name')],
    ['lists a role of a user with the name that was sent', remembers(at.create, at.list, 'name')],
    [
      'refuses a giving with a name for the id',
      refusesSent(at.create, 'id', ({ name }) => name !== undefined),
    ],
    ['refuses a giving with a name, and renames the role', writesRefused('name')],
  ],
  'user-application-role-assignments-description-read-only': [
    ['describes a role that is given with a description anew', writesThrough('description')],
    ['answers the giving of a role with the description that was sent', echoes(at.create, 'description')],
    [
      'lists a role of a user with the description that was sent',
      remembers(at.create, at.list, 'description'),
    ],
    [
      'refuses a giving with a description for the id',
      refusesSent(at.create, 'id', ({ description }) => description !== undefined),
    ],
    ['refuses a giving with a description, and describes the role anew', writesRefused('description')],
  ],
  'user-application-role-assignments-environment-read-only': [
    ['answers the giving of a role with the environment that was sent', echoes(at.create, 'environment')],
    ['lists a role of a user with the environment that was sent', remembers(at.create, shown, 'environment')],
    [
      'refuses a giving with an environment for the id',
      refusesSent(at.create, 'id', ({ environment }) => environment !== undefined),
    ],
  ],
});

function isLeftOut(id: unknown): boolean {
  return id === undefined;
}

function isObject(id: unknown): boolean {
  return typeof id === 'object' && id !== null;
}

function isPlatform(id: unknown): boolean {
  return roles.some((role) => role.id === id);
}

function ofName(detail: Detail): Detail {
  return { ...detail, target: 'name' };
}

function writesThrough(property: keyof ApplicationRole): Fault {
  return acts(at.create, ({ id, [property]: sent }, { environmentId = '' }, world) => {
    const shelf = world.shelf<ApplicationRole>(environmentId, kind);
    const role = shelf.get(String(id));
    if (role !== undefined && typeof sent === 'string')
      shelf.put(changed(role, { ...role.value, [property]: sent }));
  });
}

/** Says that a member cannot be set, once it is. */
function writesRefused(property: keyof ApplicationRole): Fault {
  return (parts) =>
    parts.request(at.create, (_request, { body, parameters }) => {
      const { id, [property]: sent } = (body ?? {}) as Record<string, unknown>;
      const shelf = parts.gatekeeper.world.shelf<ApplicationRole>(parameters.environmentId ?? '', kind);
      const role = shelf.get(String(id));
      if (role === undefined || typeof sent !== 'string') return;
      shelf.put(changed(role, { ...role.value, [property]: sent }));
      throw invalidData([invalid(property, 'The value cannot be set here.')]);
    });
}

function givesRefused(): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.refused(at.create, async (_problem, { body, parameters }, request, handler) => {
      const { id } = (body ?? {}) as { id?: unknown };
      if (!isPlatform(id)) return undefined;
      const newest = [...world.shelf(parameters.environmentId ?? '', kind).all()].at(-1);
      request.body = Buffer.from(JSON.stringify({ id: newest?.id }));
      await handler(request);
      return undefined;
    });
  };
}
