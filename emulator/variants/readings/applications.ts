import { applicationResources } from '../../collections/applicationResources.ts';
import { applicationRolePermissions } from '../../collections/applicationRolePermissions.ts';
import { applicationRoles } from '../../collections/applicationRoles.ts';
import { userApplicationRoles } from '../../collections/userApplicationRoles.ts';
import type { Fault } from '../../defects/defect.ts';
import { status } from '../../defects/faults/answers.ts';
import { misleads, omits } from '../../defects/faults/members.ts';
import { together } from '../../defects/faults/state.ts';
import { placesOf } from '../../defects/where.ts';
import { type ApiError, errorBody, invalidToken, notFound } from '../../http/errors.ts';
import type { OtherReadings } from '../variant.ts';
import { uniqueInEnvironment } from './prerequisites.ts';

const below = placesOf(applicationResources);
const roles = placesOf(applicationRoles);
const additions = placesOf(applicationRolePermissions);
const givings = placesOf(userApplicationRoles);

/** Other readings of what the documents say of application resources, permissions and roles. */
export const applications: OtherReadings = {
  'application-resource-parent': [
    [
      'names the parent of an application resource where it is read below the environment only',
      omits([...below.one, below.list], 'parent'),
    ],
  ],
  'application-resource-environment-path':
    'A server that takes writes there is one that the suite does not accept: the introduction of the page says that the path is for reading.',
  'application-resource-name-scope': [
    [
      'takes each name of an application resource once in an environment',
      uniqueInEnvironment(applicationResources, 'name'),
    ],
  ],
  'application-permission-key':
    'Rows demand the key of each permission that is shown, as the table and the sample have it; only the contract, which published clients share, does without.',
  'application-role-links': [
    [
      'leaves the id of an application role out of its links to itself and to its permissions',
      together(
        misleads([...roles.one, roles.list], 'self', withoutRole),
        misleads([...roles.one, roles.list], 'permissions', withoutRole),
      ),
    ],
  ],
  'application-role-permission-status': [
    ['answers 200 to the addition of a permission to a role', status(additions.create, 201, 200)],
  ],
  'application-role-permission-id':
    'Without an id no request could say which permission is meant, so the suite demands that one without it is refused.',
  'application-role-permission-key': [
    ['shows no key where a permission is added to a role', omits([additions.create, additions.read], 'key')],
  ],
  'application-role-permission-self': [
    [
      'links a permission of a role to the permissions of the role as itself',
      misleads([additions.create, additions.list, additions.read], 'self', (href) =>
        href.replace(/(\/permissions)\/[^/?]+$/, '$1'),
      ),
    ],
  ],
  'user-application-role-status': [
    ['answers 200 to the giving of a role to a user', status(givings.create, 201, 200)],
  ],
  'user-application-role-forbidden': [
    ['answers 404 to a caller without a role for the application roles of a user', answersInstead(notFound)],
    [
      'answers 401 to a caller without a role for the application roles of a user',
      answersInstead(invalidToken),
    ],
  ],
};

function withoutRole(href: string): string {
  return href.replace(/(\/applicationRoles)\/[^/?]+/, '$1');
}

/** Refuses in another way what it refuses for want of a role. */
function answersInstead(refusal: () => ApiError): Fault {
  const where = [givings.list, givings.create, givings.read, givings.remove];
  return (parts) =>
    parts.reply(where, (reply) => {
      const { details = [] } = (reply.body ?? {}) as {
        readonly details?: readonly { readonly code: string }[];
      };
      if (reply.status !== 403 || !details.some(({ code }) => code === 'INSUFFICIENT_PERMISSIONS')) return;
      const error = refusal();
      reply.status = error.status;
      reply.body = errorBody(error);
    });
}
