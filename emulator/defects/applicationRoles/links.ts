import { applicationRoles } from '../../collections/applicationRoles.ts';
import { defectsOf } from '../defect.ts';
import { gives, misleads, unlinks } from '../faults/members.ts';
import { at, nobody, shown } from './places.ts';

const elsewhere = (href: string) => href.replace(/(applicationRoles\/)[^/]+/, `$1${nobody}`);
const ofUsers = (href: string) => href.replace(/\/applicationRoles\/[^/]+/, `/users/${nobody}`);

/** What a server can do wrong with the links of an application role. */
export const links = defectsOf({
  'application-roles-link-self': [
    ['links an application role to one that does not exist', misleads(shown, 'self', elsewhere)],
    ['links a new application role to one that does not exist', misleads(at.create, 'self', elsewhere)],
    [
      'links an application role that is read to one that does not exist',
      misleads(at.read, 'self', elsewhere),
    ],
    ['leaves the self link of an application role out', unlinks(at.one, 'self')],
    ['leaves the self link out of reads of an application role', unlinks(at.read, 'self')],
    [
      'links an application role to itself without a host',
      misleads(at.one, 'self', (href) => new URL(href).pathname),
    ],
    [
      'links an application role to its collection in a version of the API that there is not',
      misleads(at.one, 'self', (href) => href.replace('/v1/', '/v9/').replace(/\/[^/]+$/, '')),
    ],
  ],
  'application-roles-link-environment': [
    ['leaves the link of an application role to its environment out', unlinks(shown, 'environment')],
    [
      'leaves the link to the environment out of reads of an application role',
      unlinks(at.read, 'environment'),
    ],
    [
      'leaves the link to the environment out of the create of an application role',
      unlinks(at.create, 'environment'),
    ],
    [
      'links an application role to another environment',
      misleads(at.one, 'environment', (href) => href.replace(/[^/]+$/, nobody)),
    ],
    [
      'links an application role to its collection for its environment',
      misleads(at.one, 'environment', (href) => `${href}/${applicationRoles.kind}`),
    ],
  ],
  'application-roles-link-permissions': [
    ['leaves the link of an application role to its permissions out', unlinks(at.one, 'permissions')],
    [
      'leaves the link to the permissions out of reads of an application role',
      unlinks(at.read, 'permissions'),
    ],
    ["links an application role to another role's permissions", misleads(shown, 'permissions', elsewhere)],
    ['links an application role to permissions of a user', misleads(at.one, 'permissions', ofUsers)],
    [
      'links an application role to its permissions by a bare text',
      gives(at.one, '_links.permissions', (link: { href: string }) => link.href),
    ],
    [
      'links an application role to its permissions in a version of the API that there is not',
      misleads(at.one, 'permissions', (href) => href.replace('/v1/', '/v9/')),
    ],
  ],
});
