import {
  invalidApplicationRoleName,
  validApplicationRoleName,
} from '../fixtures/arbitraries/applicationRoleName.ts';
import { placeholder } from '../fixtures/placeholders.ts';
import type { Resource } from '../fixtures/resource.ts';
import type { Scope } from '../fixtures/scope.ts';
import { applicationRoleName } from '../fixtures/tables/applicationRoleName.ts';
import { environmentLink, inEnvironment, selfLink } from './paths.ts';

const SAMPLE =
  'the sample of a create links to the collection in place of the role; an own row accepts either';
const FORM = 'only the admin guide asks for a unique name, so the own rows say it with less force';

/** Application roles of an environment (facts 4.9; admin guide for the name). */
export const applicationRoles: Resource = {
  name: 'applicationRoles',
  model: 'ApplicationRole',
  embedded: 'roles',
  operations: {
    create: 'applicationRoles.create',
    list: 'applicationRoles.list',
    read: 'applicationRoles.read',
    update: 'applicationRoles.update',
    delete: 'applicationRoles.delete',
  },
  arrange: inEnvironment('applicationRoles'),
  body: (scope) => ({ name: roleName(scope) }),
  full: (scope) => ({ name: roleName(scope), description: 'Those who approve' }),
  changed: (scope) => ({ name: roleName(scope), description: 'Those who decide' }),
  unique: { property: 'name', within: 'environment' },
  tables: [{ property: 'name', rows: applicationRoleName(placeholder('name')), makers: { name: roleName } }],
  drawings: [
    {
      property: 'name',
      valid: validApplicationRoleName,
      invalid: invalidApplicationRoleName,
      requirement: 'application-roles-name-characters-accepted',
    },
  ],
  freeText: 'description',
  clearable: 'description',
  links: { self: selfLink, environment: environmentLink },
  dated: false,
  also: {
    'platform-create-201': ['application-roles-create-201'],
    'platform-create-echoes-values': ['application-roles-create-201'],
    'platform-read-all-200': ['application-roles-list-200'],
    'platform-read-one-200': ['application-roles-read-200'],
    'platform-update-200': ['application-roles-update-200'],
    'platform-delete-204': ['application-roles-delete-204'],
    'platform-delete-empty-body': ['application-roles-delete-204'],
    'platform-id-unique': ['application-roles-id-uuid'],
    'platform-uniqueness-400': ['application-roles-name-unique'],
    'platform-links-environment': ['application-roles-link-environment'],
    'platform-collection-embedded-key': ['application-roles-list-embedded'],
  },
  except: {
    'platform-links-self': SAMPLE,
    'platform-links-self-readable': SAMPLE,
    'platform-links-collection-item-self': SAMPLE,
    'platform-uniqueness-400': FORM,
  },
};

/**
 * A name with the run's mark of fifteen characters: a role has twenty at most (admin guide), and the numbers that
 * `scope.name` ends with would take up nearly all of them.
 */
function roleName(scope: Scope): string {
  const [worker = '0', number = '0'] = scope
    .name()
    .slice(scope.run.lease.length + 1)
    .split('-');
  const digits = (value: string, width: number) =>
    (Number(value) % 36 ** width).toString(36).padStart(width, '0');
  return `${scope.run.lease}${digits(worker, 1)}${digits(number, 3)}`;
}
