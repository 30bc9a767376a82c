import { applicationPermissions } from '../../collections/applicationPermissions.ts';
import { defectsOf } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { only } from '../faults/only.ts';
import { misreports } from '../faults/refusals.ts';
import { readsText, refusesText, strips, takesCharacters } from '../faults/texts.ts';
import { accepts, demandsUnique } from '../faults/validation.ts';
import { described, filled, mutable, required, typed } from '../rows/text.ts';
import { at, permissions, shown } from './places.ts';
import { onSameAction, sharesKey } from './sameAction.ts';

const collection = applicationPermissions;
const strange = /[^\p{L}\p{M}\p{N} /.'_-]/gu;

/** What a server can do wrong with the action and the description of a permission. */
export const action = defectsOf({
  'application-resource-permissions-action-required': required(permissions, 'action'),
  'application-resource-permissions-action-type': typed(permissions, 'action'),
  'application-resource-permissions-action-mutable': mutable(permissions, 'action'),
  'application-resource-permissions-action-empty': filled(permissions, 'action'),
  'application-resource-permissions-action-characters-accepted': [
    ['takes ASCII in actions only', refusesText(collection, 'action', /[^ -~]/)],
    ['takes no spaces in actions', refusesText(collection, 'action', / /)],
    ['takes no slashes in actions', refusesText(collection, 'action', /\//)],
    ['takes no apostrophes in actions', refusesText(collection, 'action', /'/)],
    ['takes no dots in actions', refusesText(collection, 'action', /\./)],
    ['takes no underscores in actions', refusesText(collection, 'action', /_/)],
    ['takes no marks in actions', refusesText(collection, 'action', /\p{M}/u)],
    ['takes no capitals in actions', refusesText(collection, 'action', /\p{Lu}/u)],
    ['writes actions in small letters', readsText(at.write, 'action', (one) => one.toLowerCase())],
    ['doubles apostrophes in actions', gives(shown, 'action', (one: string) => one.replaceAll("'", "''"))],
    ['cuts actions at a space', readsText(at.write, 'action', (one) => one.split(' ')[0] ?? one)],
  ],
  'application-resource-permissions-action-characters-refused': [
    ['takes any character in actions', accepts(collection, 'action', 'INVALID_VALUE')],
    ['takes colons in actions', takesCharacters(collection, 'action', ':')],
    ['takes asterisks in actions', takesCharacters(collection, 'action', '*')],
    ['takes angle brackets in actions', takesCharacters(collection, 'action', '<>')],
    [
      'takes any character in new actions',
      only(at.replace, collection, accepts(collection, 'action', 'INVALID_VALUE')),
    ],
    ['leaves strange characters out of actions', strips(at.write, 'action', strange)],
    [
      'refuses strange characters in actions for the description',
      misreports(at.write, { target: 'action' }, (one) => ({ ...one, target: 'description' })),
    ],
  ],
  'application-resource-permissions-action-shared': [
    [
      'checks actions over the whole environment',
      demandsUnique(collection, 'action', ({ action: one }) => one),
    ],
    [
      'answers 202 to a permission for an action that another application resource has',
      onSameAction((reply) => Object.assign(reply, { status: 202 })),
    ],
    [
      'answers with another action where another application resource has it',
      onSameAction((reply) => Object.assign(reply.body as object, { action: 'another' })),
    ],
    ['shows one key for the same action of all application resources', sharesKey()],
  ],
  'application-resource-permissions-description-optional': described(permissions, 'action'),
  'application-resource-permissions-description-type': typed(permissions, 'description'),
  'application-resource-permissions-description-mutable': mutable(permissions, 'description'),
});
