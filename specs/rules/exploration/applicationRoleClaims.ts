import type { Claim } from '../../../fixtures/exploration/subject.ts';
import { applicationResourcePermissions } from '../../../resources/applicationResourcePermissions.ts';
import { applicationResources } from '../../../resources/applicationResources.ts';
import { applicationRolePermissions } from '../../../resources/applicationRolePermissions.ts';
import { applicationRoles } from '../../../resources/applicationRoles.ts';
import { userApplicationRoleAssignments } from '../../../resources/userApplicationRoleAssignments.ts';

const OWN = [applicationResources.name, applicationResourcePermissions.name, applicationRoles.name];
const IN_ROLE = [applicationRolePermissions.name];
const OF_USER = [userApplicationRoleAssignments.name];

/** What sequences tell about application resources, permissions, roles and who has them. */
export const applicationRoleClaims: readonly Claim[] = [
  {
    name: 'created',
    title: 'application resources, permissions and roles read as they were created, whatever came between',
    requirements: ['platform-create-then-read'],
  },
  {
    name: 'replaced',
    title: 'application resources, permissions and roles read as last replaced, whatever came between',
    requirements: ['platform-update-then-read'],
  },
  {
    name: 'listed',
    of: OWN,
    title: 'every application resource, permission and role is listed once, whatever came before',
    requirements: ['platform-create-then-listed'],
  },
  {
    name: 'unlisted',
    of: OWN,
    title: 'deleted application resources, permissions and roles stay unlisted, whatever comes after',
    requirements: ['platform-delete-then-unlisted'],
  },
  {
    name: 'orphan',
    of: [applicationResourcePermissions.name],
    at: ['permission 1'],
    title: 'permissions go with their application resource, whatever state it is in',
    requirements: ['application-resources-delete-removes-permissions'],
  },
  {
    name: 'dangling',
    of: IN_ROLE,
    at: ['permission 1 in role 1'],
    title: 'roles lose the permissions of a deleted application resource',
    requirements: ['application-resources-delete-removes-permissions'],
  },
  {
    name: 'orphan',
    of: IN_ROLE,
    at: ['permission 1 in role 1'],
    title: 'what a role holds goes with it, whatever state it is in',
    requirements: ['application-roles-delete-removes-children'],
  },
  {
    name: 'listed',
    of: IN_ROLE,
    title: 'a role lists each of its permissions once, whatever came before',
    requirements: ['application-role-permissions-add-then-list'],
  },
  {
    name: 'unlisted',
    of: IN_ROLE,
    at: ['permission 1 in role 1'],
    title: 'a permission taken from a role stays away, whatever comes after',
    requirements: ['application-role-permissions-remove-then-gone'],
  },
  {
    name: 'listed',
    of: OF_USER,
    title: 'a user lists each given role once, whatever came before',
    requirements: ['user-application-role-assignments-assign-then-list'],
  },
  {
    name: 'unlisted',
    of: OF_USER,
    at: ['role 1 of user 1', 'role 1 of user 2'],
    title: 'a role taken from a user stays away, whatever comes after',
    requirements: ['user-application-role-assignments-remove-then-gone'],
  },
  {
    name: 'dangling',
    of: OF_USER,
    at: ['role 1 of user 1', 'role 1 of user 2'],
    title: 'users lose a deleted role, whatever state it is in',
    requirements: ['user-application-role-assignments-agrees-with-role'],
  },
  {
    name: 'held',
    title: 'a role has the users it was given to, whatever came before',
    requirements: ['user-application-role-assignments-agrees-with-role'],
  },
  {
    name: 'clash',
    of: [applicationResources.name],
    title: 'the name of an application resource stays its own, whatever came before',
    requirements: ['application-resources-name-unique', 'platform-uniqueness-400'],
  },
];
