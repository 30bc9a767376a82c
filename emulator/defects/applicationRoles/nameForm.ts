import { applicationRoles } from '../../collections/applicationRoles.ts';
import { defectsOf } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { only } from '../faults/only.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { cuts, longest, readsText, refusesText, strips, takesCharacters } from '../faults/texts.ts';
import { accepts } from '../faults/validation.ts';
import { at, shown } from './places.ts';

const roles = applicationRoles;
const unlike = /[^\p{L}\p{M}\p{N} /.'_-]/gu;

/** What a server can do wrong with the length and the characters of the name of an application role. */
export const nameForm = defectsOf({
  'application-roles-name-max-length': [
    ['takes a name of an application role of any length', accepts(roles, 'name', 'SIZE_LIMIT_EXCEEDED')],
    ['takes a name of an application role of 21 characters', longest(roles, 'name', 21)],
    ['takes a name of an application role of 19 characters at most', longest(roles, 'name', 19)],
    ['cuts the name of an application role to 20 characters', cuts(at.write, 'name', 20)],
    ['cuts the name of an application role to 19 characters', cuts(at.write, 'name', 19)],
    ['cuts the name of an application role in a replace', cuts(at.replace, 'name', 20)],
    [
      'refuses a long name of an application role for its description',
      misreports(at.write, { code: 'SIZE_LIMIT_EXCEEDED' }, (one) => ({ ...one, target: 'description' })),
    ],
    [
      'answers 413 to a long name of an application role',
      refusesWith(at.write, { code: 'SIZE_LIMIT_EXCEEDED' }, 413, 'INVALID_REQUEST'),
    ],
    [
      'cuts the last one of the 20 characters of a name of an application role',
      readsText(at.write, 'name', (one) => ([...one].length === 20 ? [...one].slice(0, 19).join('') : one)),
    ],
  ],
  'application-roles-name-characters-accepted': [
    ['takes ASCII in names of application roles only', refusesText(roles, 'name', /[^ -~]/)],
    ['takes no spaces in names of application roles', refusesText(roles, 'name', / /)],
    ['takes no slashes in names of application roles', refusesText(roles, 'name', /\//)],
    ['takes no apostrophes in names of application roles', refusesText(roles, 'name', /'/)],
    ['takes no underscores in names of application roles', refusesText(roles, 'name', /_/)],
    ['takes no marks in names of application roles', refusesText(roles, 'name', /\p{M}/u)],
    ['takes no letters outside Latin in names of application roles', refusesText(roles, 'name', /[^ -ɏ]/)],
    [
      'writes names of application roles in small letters',
      readsText(at.write, 'name', (one) => one.toLowerCase()),
    ],
    ['doubles apostrophes in names of application roles', gives(shown, 'name', doubled)],
    [
      'composes the letters in names of application roles',
      readsText(at.write, 'name', (one) => one.normalize('NFKC')),
    ],
  ],
  'application-roles-name-characters-refused': [
    ['takes any character in names of application roles', accepts(roles, 'name', 'INVALID_VALUE')],
    ['leaves strange characters out of names of application roles', strips(at.write, 'name', unlike)],
    [
      'takes any character in new names of application roles',
      only(at.replace, roles, accepts(roles, 'name', 'INVALID_VALUE')),
    ],
    ['takes colons in names of application roles', takesCharacters(roles, 'name', ':')],
    ['takes angle brackets in names of application roles', takesCharacters(roles, 'name', '<>')],
    ['takes asterisks in names of application roles', takesCharacters(roles, 'name', '*')],
    [
      'refuses strange characters in names of application roles for the description',
      misreports(at.write, { code: 'INVALID_VALUE' }, (one) => ({ ...one, target: 'description' })),
    ],
  ],
});

function doubled(text: unknown): string {
  return String(text).replaceAll("'", "''");
}
