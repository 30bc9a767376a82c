import { applicationRoles } from '../../collections/applicationRoles.ts';
import { defectsOf } from '../defect.ts';
import { loses } from '../faults/afterwards.ts';
import { described, filled, mutable, required, typed, unique, uniqueLater } from '../rows/text.ts';
import { at, roles } from './places.ts';

/** What a server can do wrong with the name and the description of an application role as such. */
export const name = defectsOf({
  'application-roles-name-required': required(roles, 'name'),
  'application-roles-name-type': typed(roles, 'name'),
  'application-roles-name-mutable': mutable(roles, 'name'),
  'application-roles-name-empty': filled(roles, 'name'),
  'application-roles-name-unique': unique(roles, 'name'),
  'application-roles-name-unique-on-update': uniqueLater(roles, 'name'),
  'application-roles-description-optional': [
    ...described(roles, 'name'),
    [
      'answers 201 to an application role without a description, and does not keep it',
      loses(applicationRoles, at.create, ({ description }) => description === undefined),
    ],
  ],
  'application-roles-description-type': typed(roles, 'description'),
  'application-roles-description-mutable': mutable(roles, 'description'),
});
