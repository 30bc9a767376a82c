import { applications } from '../../collections/applications.ts';
import { groups } from '../../collections/groups.ts';
import { populations } from '../../collections/populations.ts';
import { resources } from '../../collections/resources.ts';
import { scopes } from '../../collections/scopes.ts';
import { signOnPolicies } from '../../collections/signOnPolicies.ts';
import { users } from '../../collections/users.ts';
import { subject } from '../rows/subject.ts';

export const population = subject(populations, 'a population', 'populations');
export const user = subject(users, 'a user', 'users');
export const group = subject(groups, 'a group', 'groups');
export const resource = subject(resources, 'a resource', 'resources');
export const scope = subject(scopes, 'a scope', 'scopes');
export const signOnPolicy = subject(signOnPolicies, 'a sign-on policy', 'sign-on policies');
export const application = subject(applications, 'an application', 'applications');

/** A UUID that nothing has. */
export const nobody = '11111111-1111-4111-8111-111111111111';
