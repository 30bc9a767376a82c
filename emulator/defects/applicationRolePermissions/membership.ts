import { applicationPermissions } from '../../collections/applicationPermissions.ts';
import type { ApplicationRoleEntry } from '../../collections/applicationRoleEntries.ts';
import { applicationRolePermissions } from '../../collections/applicationRolePermissions.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { always } from '../faults/answers.ts';
import { members } from '../faults/pages.ts';
import { refusesWith } from '../faults/refusals.ts';
import { removesAlways } from '../faults/statuses.ts';
import { keepsDeleted, losesCreated } from '../faults/storage.ts';
import {
  findsNone,
  loosensAnother,
  loosensLoose,
  repeats,
  repeatsRefused,
  toggles,
} from '../faults/tieRequests.ts';
import {
  atMost,
  loosens,
  mixes,
  ofHolder,
  oneHolder,
  onLoosening,
  onTie,
  sameHolder,
  sameThing,
} from '../faults/ties.ts';
import { at } from './places.ts';
import { bringsBack, failsAtSecond, forgetsReturned } from './returning.ts';

const entries = applicationRolePermissions;
const taken = { code: 'UNIQUENESS_VIOLATION' };

/** What a server can do wrong with which permissions an application role has. */
export const membership = defectsOf({
  'application-role-permissions-add-then-list': [
    ['lists the last added permission of a role only', members(at.list, (all) => all.slice(-1))],
    ['lists the first added permission of a role only', members(at.list, (all) => all.slice(0, 1))],
    ['lists each permission of a role twice', members(at.list, (all) => [...all, ...all])],
    ['forgets a permission that was added to a role', losesCreated(entries)],
    ['does not list a permission that was in a role before and is added again', forgetsReturned()],
  ],
  'application-role-permissions-remove-then-gone': [
    ['keeps a removed permission in its role', keepsDeleted(entries)],
    ['removes all permissions of a role at once', onLoosening(entries, loosens(entries, sameHolder))],
    [
      'removes the oldest permission of a role, whichever is named',
      loosensAnother(entries, ([first]) => first),
    ],
    [
      'removes the newest permission of a role, whichever is named',
      loosensAnother(entries, (all) => all.at(-1)),
    ],
    ['brings a removed permission back into a role with the next one that is added', bringsBack()],
  ],
  'application-role-permissions-remove-keeps-permission': [
    ['deletes a permission that is removed from a role', deletesPermission()],
  ],
  'application-role-permissions-remove-twice': [
    ['removes from a role whatever it does not have', removesAlways(at.remove)],
    ['removes from a role a permission that it never had', loosensLoose(entries, (before) => !before)],
    ['removes a permission from a role twice', loosensLoose(entries, (before) => before)],
    ['answers 400 to a second removal from a role', refusesWith(at.remove, undefined, 400, 'REQUEST_FAILED')],
    ['answers 410 to a second removal from a role', refusesWith(at.remove, undefined, 410, 'NOT_FOUND')],
    [
      'tells another code of a second removal from a role',
      refusesWith(at.remove, undefined, 404, 'INVALID_DATA'),
    ],
  ],
  'application-role-permissions-several-permissions': [
    ['has one permission in a role, the last one', onTie(entries, loosens(entries, sameHolder))],
    ['takes one permission into a role', atMost(entries, 1)],
    ['takes two permissions into a role', atMost(entries, 2)],
    ['lists two permissions of a role', members(at.list, (all) => all.slice(0, 2))],
    ['fails at the second permission of a role, and adds it', failsAtSecond(at.create)],
  ],
  'application-role-permissions-shared-permission': [
    ['takes a permission into one role only', oneHolder(entries)],
    ['moves a permission to the role that it is added to last', onTie(entries, loosens(entries, sameThing))],
    ['removes a permission from every role', onLoosening(entries, loosens(entries, sameThing))],
  ],
  'application-role-permissions-add-twice': [
    ['lists a permission twice that is added twice to a role', repeats(entries)],
    ['removes a permission that is added to a role again', toggles(entries)],
    ['refuses a second addition to a role, and lists it twice', repeatsRefused(entries)],
    ['answers 409 to a second addition to a role', refusesWith(at.create, taken, 409, 'INVALID_DATA')],
    ['fails at a second addition to a role', refusesWith(at.create, taken, 500, 'UNEXPECTED_ERROR')],
  ],
  'application-role-permissions-own-role-only': [
    ['lists the permissions of all roles below each', mixes(entries)],
    ["lists the environment's permissions below each role", listsAllPermissions()],
    ['lists the permissions of the first role below each', mixes(entries, ofHolder(0))],
    ['lists the permissions of the last role below each', mixes(entries, ofHolder(-1))],
  ],
  'application-role-permissions-id-deletes': [
    ['does not find a permission in a role by its id', findsNone(entries, at.remove)],
    [
      'does not offer to remove a permission from a role',
      always(at.remove, 405, { code: 'INVALID_REQUEST', message: 'The method is not supported.' }),
    ],
  ],
});

function deletesPermission(): Fault {
  return onLoosening(entries, ({ value }, { world, ownerId }) =>
    world.shelf(ownerId, applicationPermissions.kind).remove(value.id),
  );
}

function listsAllPermissions(): Fault {
  return (parts) =>
    parts.change(entries, {
      members: ({ world, ownerId }) =>
        [...world.shelf<ApplicationRoleEntry>(ownerId, applicationPermissions.kind).all()].map(
          (permission) => ({
            ...permission,
            value: { id: permission.id },
          }),
        ),
    });
}
