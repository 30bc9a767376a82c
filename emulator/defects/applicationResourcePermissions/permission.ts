import { applicationPermissions } from '../../collections/applicationPermissions.ts';
import { defectsOf } from '../defect.ts';
import { gives, misleads, omits, unlinks } from '../faults/members.ts';
import { refusesSent, refusesWith } from '../faults/refusals.ts';
import { echoes, remembers } from '../faults/sent.ts';
import { mixes, ofHolder } from '../faults/ties.ts';
import { quota } from '../faults/validation.ts';
import { created, embedded, identified, idKept, listed, read, removed, replaced } from '../rows/life.ts';
import { at, nobody, permissions, shown } from './places.ts';

const tooMany = { code: 'CONSTRAINT_VIOLATION' };
const another = (href: string) => href.replace(/[^/]+$/, nobody);

/** What a server can do wrong with the life and the links of a permission of an application resource. */
export const permission = defectsOf({
  'application-resource-permissions-create-201': created(permissions),
  'application-resource-permissions-list-200': listed(permissions, at.list),
  'application-resource-permissions-read-200': read(permissions, at.read),
  'application-resource-permissions-update-200': replaced(permissions),
  'application-resource-permissions-delete-204': removed(permissions),
  'application-resource-permissions-own-resource-only': [
    ["lists the environment's permissions below each application resource", mixes(applicationPermissions)],
    [
      'lists the permissions of the newest application resource below each',
      mixes(applicationPermissions, ofHolder(-1)),
    ],
    [
      'lists the permissions of the oldest application resource below each',
      mixes(applicationPermissions, ofHolder(0)),
    ],
  ],
  'application-resource-permissions-id-uuid': identified(permissions, 'action'),
  'application-resource-permissions-id-read-only': idKept(permissions, 'action'),
  'application-resource-permissions-environment-id': [
    [
      'names the application resource as the environment',
      gives(shown, 'environment.id', (_id: string, { path }) => path.split('/')[5]),
    ],
    ['names another environment in the create of a permission', gives(at.create, 'environment.id', nobody)],
    ['names another environment in the read of a permission', gives(at.read, 'environment.id', nobody)],
    ['answers the create of a permission without its environment', omits(at.create, 'environment')],
    ['names the environment of a permission by its bare id', gives(at.one, 'environment', nobody)],
  ],
  'application-resource-permissions-environment-read-only': [
    [
      'answers the create of a permission with the environment that was sent',
      echoes(at.create, 'environment'),
    ],
    [
      'answers the replace of a permission with the environment that was sent',
      echoes(at.replace, 'environment'),
    ],
    ['reads a permission with the environment that was sent', remembers(at.write, at.read, 'environment')],
    [
      'refuses a permission with an environment for its action',
      refusesSent(at.write, 'action', ({ environment }) => environment !== undefined),
    ],
  ],
  'application-resource-permissions-list-embedded': embedded(permissions, at.list),
  'application-resource-permissions-list-item-key': [
    ['lists permissions without their keys', omits(at.list, 'key')],
    ['lists permissions with empty keys', gives(at.list, 'key', '')],
    ['lists permissions with null for their keys', gives(at.list, 'key', () => null)],
  ],
  'application-resource-permissions-link-self': [
    ['links a permission to its collection', misleads(shown, 'self', (href) => href.replace(/\/[^/]+$/, ''))],
    ['links a permission to another one', misleads(at.one, 'self', another)],
    ['leaves the self link of a permission out', unlinks(at.one, 'self')],
    ['leaves the self link out of reads of a permission', unlinks(at.read, 'self')],
    ['leaves the self link out of the replace of a permission', unlinks(at.replace, 'self')],
    [
      'links a permission to the permissions of a role',
      misleads(at.one, 'self', (href) => href.replace('applicationResources', 'applicationRoles')),
    ],
    ['links a replaced permission to another one', misleads(at.replace, 'self', another)],
  ],
  'application-resource-permissions-link-environment': [
    ['leaves the link of a permission to its environment out', unlinks(at.one, 'environment')],
    [
      'leaves the link to the environment out of the create of a permission',
      unlinks(at.create, 'environment'),
    ],
    ['leaves the link to the environment out of reads of a permission', unlinks(at.read, 'environment')],
    [
      'leaves the link to the environment out of the replace of a permission',
      unlinks(at.replace, 'environment'),
    ],
    ['links a permission to another environment', misleads(at.one, 'environment', another)],
  ],
  'application-resource-permissions-link-resource': [
    [
      'links a permission to a resource in the place of the application resource',
      misleads(at.one, 'resource', (href) => href.replace('applicationResources', 'resources')),
    ],
    ['leaves the link of a permission to its application resource out', unlinks(at.one, 'resource')],
    [
      'leaves the link to the application resource out of reads of a permission',
      unlinks(at.read, 'resource'),
    ],
    [
      'leaves the link to the application resource out of the replace of a permission',
      unlinks(at.replace, 'resource'),
    ],
    ['links a permission to another application resource', misleads(at.one, 'resource', another)],
    [
      'links a permission to the collection of application resources',
      misleads(at.one, 'resource', (href) => href.replace(/\/[^/]+$/, '')),
    ],
  ],
  'application-resource-permissions-quota': [
    ['takes any number of permissions', quota(applicationPermissions)],
    ['takes 129 permissions', quota(applicationPermissions, 129)],
    ['takes 127 permissions', quota(applicationPermissions, 127)],
    [
      'counts permissions below each application resource',
      (parts) => parts.change(applicationPermissions, { quota: { maximum: 128, per: 'parent' } }),
    ],
    ['answers 409 to one permission too many', refusesWith(at.create, tooMany, 409, 'REQUEST_FAILED')],
  ],
});
