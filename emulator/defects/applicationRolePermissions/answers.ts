import { applicationRolePermissions } from '../../collections/applicationRolePermissions.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { always, status } from '../faults/answers.ts';
import {
  nothingWhenEmpty,
  numbersMembers,
  oneOf,
  renamesMembers,
  withoutLinks,
} from '../faults/documents.ts';
import { gives, misleads, omits, unlinks } from '../faults/members.ts';
import { bare } from '../faults/pages.ts';
import { shows } from '../faults/state.ts';
import { noContent, removesWith } from '../faults/statuses.ts';
import { at, nobody } from './places.ts';

const entries = applicationRolePermissions;

/** What a server can do wrong with the answers that show permissions of an application role. */
export const answers = defectsOf({
  'application-role-permissions-create-success': [
    ['answers 204 to an addition to a role', noContent(at.create)],
    ['answers 202 to an addition to a role', status(at.create, 201, 202)],
    ['answers an addition to a role without an id', omits(at.create, 'id')],
    [
      'answers an addition to a role with the id of the role',
      gives(at.create, 'id', (_id: string, { path }) => path.split('/')[5]),
    ],
    [
      'does not take additions to a role',
      always(at.create, 405, { code: 'INVALID_REQUEST', message: 'No.' }),
    ],
  ],
  'application-role-permissions-list-200': [
    ['lists the permissions of a role without a document around them', bare(at.list)],
    ['answers 204 to a read of the permissions of a role', always(at.list, 204)],
    ['lists one permission of a role alone', oneOf(at.list)],
    ['lists the permissions of a role without links', withoutLinks(at.list)],
    ['answers 201 to a read of the permissions of a role', status(at.list, 200, 201)],
  ],
  'application-role-permissions-delete-204': [
    ['answers 200 to a removal from a role', removesWith(at.remove, 200)],
    ['answers a removal from a role with what was removed', removesWith(at.remove, 200, true)],
    ['answers 202 to a removal from a role', removesWith(at.remove, 202)],
  ],
  'application-role-permissions-read-one': [
    ['reads another permission of a role than the one named', readsAnother()],
    ['answers 202 to the read of a permission of a role', status(at.read, 200, 202)],
    ['answers 400 to the read of a permission of a role', always(at.read, 400, { code: 'INVALID_REQUEST' })],
  ],
  'application-role-permissions-environment-id': [
    ['answers an addition to a role without the environment', omits(at.create, 'environment')],
    ['names another environment in an addition to a role', gives(at.create, 'environment.id', nobody)],
    [
      'names the environment in an addition to a role by its bare id',
      gives(at.create, 'environment', nobody),
    ],
  ],
  'application-role-permissions-list-embedded': [
    ['leaves _embedded out of a role without permissions', nothingWhenEmpty(at.list)],
    ['lists the permissions of a role under another name', renamesMembers(at.list)],
    ['lists the permissions of a role by number', numbersMembers(at.list)],
  ],
  'application-role-permissions-link-self': [
    ['links a permission of a role to its application resource', linksToSource()],
    ['leaves the self link out of an addition to a role', unlinks(at.create, 'self')],
    [
      'links an addition to a role to another role',
      misleads(at.create, 'self', (href) => href.replace(/(Roles\/)[^/]+/, `$1${nobody}`)),
    ],
    [
      'links an addition to a role to another permission',
      misleads(at.create, 'self', (href) => href.replace(/[^/]+$/, nobody)),
    ],
    [
      'links an addition to a role to the role',
      misleads(at.create, 'self', (href) => href.replace(/\/permissions.*/, '')),
    ],
  ],
  'application-role-permissions-link-environment': [
    ['leaves the link to the environment out of an addition to a role', unlinks(at.create, 'environment')],
    [
      'links an addition to a role to another environment',
      misleads(at.create, 'environment', (href) => href.replace(/[^/]+$/, nobody)),
    ],
  ],
});

function linksToSource(): Fault {
  return shows(entries, ({ _links, ...one }) => {
    const { self, ...links } = _links as { self: { href: string } };
    const { id } = one.resource as { id: string };
    const href = self.href.replace(/\/applicationRoles\/[^/]+/, `/applicationResources/${id}`);
    return { _links: { self: { href }, ...links }, ...one };
  });
}

function readsAnother(): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    parts.request(at.read, (request, { parameters }) => {
      const shelf = world.shelf<{ id: string }>(parameters.environmentId ?? '', entries.kind);
      const all = [...shelf.below(parameters.applicationRoleId ?? '')].map(({ value }) => value.id);
      const other = all.find((id) => id !== parameters.permissionId);
      if (other !== undefined) (request.params as Record<string, string>).permissionId = other;
    });
  };
}
