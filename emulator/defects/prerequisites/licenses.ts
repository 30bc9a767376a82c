import { licenses } from '../../collections/licenses.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { always, body, entries, status } from '../faults/answers.ts';
import { ignores, mistakes } from '../faults/filtering.ts';
import { adds, gives, misleads, omits, unlinks } from '../faults/members.ts';
import { embeds, members } from '../faults/pages.ts';
import { query } from '../faults/requests.ts';
import { placesOf } from '../where.ts';

const at = placesOf(licenses);
const reads = [at.list, at.read];
const row = (name: string) => `prerequisites-licenses-${name}`;
const missing = { id: 'none', code: 'NOT_FOUND', message: 'There is no licence.' };
const nobody = '0b7c1d5e-3f62-4a98-9e41-6d2f8a7b5c30';

/** What a server can do wrong with the licences of an organization. */
export const licensesDefects = defectsOf({
  [row('read-200')]: [
    ['finds no licences', always(at.list, 404, missing)],
    ['finds no single licence', always(at.read, 404, missing)],
    ['lists licences as items', embeds(at.list, (_name, all) => ({ items: all }))],
    ['reads another licence than was asked for', gives(at.read, 'id', nobody)],
    ['answers 206 to the list of licences', status(at.list, 200, 206)],
  ],
  [row('organization')]: [
    ['leaves the organization of licences out', omits(reads, 'organization')],
    ['reads a licence of another organization', gives(at.read, 'organization.id', nobody)],
    [
      'lists the organization of licences as its id alone',
      gives(at.list, 'organization', ({ id }: { id: string }) => id),
    ],
  ],
  [row('package')]: [
    ['numbers the packages of licences', gives(at.list, 'package', 3)],
    ['reads a licence with an empty package', gives(at.read, 'package', '')],
    ['lists licences without their package', omits(at.list, 'package')],
  ],
  [row('expiry')]: [
    ['tells the expiry of licences in days', gives(at.list, 'expiresAt', 365)],
    ['ends a licence before it begins', gives(at.read, 'expiresAt', '1999-12-31T23:59:59.000Z')],
    ['reads a licence that never expires as null', gives(at.read, 'expiresAt', null)],
  ],
  [row('status')]: [
    ['shows a licence that has expired as active', gives(reads, 'status', 'ACTIVE')],
    [
      'lists the status of licences in small letters',
      gives(at.list, 'status', (text: string) => text.toLowerCase()),
    ],
    ['reads a licence as suspended', gives(at.read, 'status', 'SUSPENDED')],
    ['tells the end of a licence in words', adds(at.list, 'terminatesAt', 'soon')],
  ],
  [row('authorize-flags')]: [
    ['tells a flag of a licence as text', gives(at.read, 'authorize.allowDynamicAuthorization', 'true')],
    ['leaves a flag of licences out', omits(at.list, 'authorize.allowApplicationPermissions')],
    ['numbers a flag of licences', gives(at.list, 'authorize.allowApiAccessManagement', 1)],
    ['tells the environments of a licence as text', gives(at.read, 'environments.max', 'many')],
    ['tells the regions of a licence as one text', gives(at.list, 'environments.regions', 'NORTH_AMERICA')],
    ['tells half an environment of a licence', gives(at.list, 'assignedEnvironmentsCount', 0.5)],
  ],
  [row('links')]: [
    [
      'links listed licences to another organization',
      misleads(at.list, 'organization', (href) => last(href, nobody)),
    ],
    ['leaves the links of listed licences to their organization out', unlinks(at.list, 'organization')],
    ['leaves the links of listed licences to themselves out', unlinks(at.list, 'self')],
    [
      'links listed licences to all licences as themselves',
      misleads(at.list, 'self', (href) => href.replace(/\/[^/]+$/, '')),
    ],
    ['shows one licence behind the links of all', showsFirst()],
  ],
  [row('of-environment')]: [
    ['finds no licence that is in use', always(at.read, 404, missing)],
    [
      'links an environment to another licence than its own',
      misleads('GET /environments/:environmentId', 'license', (href) => last(href, nobody)),
    ],
    [
      'names another licence of an environment than there is',
      gives('GET /environments/:environmentId', 'license.id', nobody),
    ],
  ],
  [row('filter-status')]: [
    ['ignores filters of licences by status', ignores(at.list, /^status/)],
    ['compares the status of licences exactly', exactStatus()],
    [
      'finds no licence by its status',
      query(at.list, 'filter', (text) => (text.startsWith('status') ? 'status eq "none"' : text)),
    ],
    [
      'finds one licence of a status only',
      members(at.list, (all, { query: asked }) =>
        asked.get('filter')?.startsWith('status') ? all.slice(0, 1) : all,
      ),
    ],
  ],
  [row('filter-begins-at')]: [
    ['ignores filters of licences by their beginning', ignores(at.list, /^beginsAt/)],
    ['finds licences that begin after a date', mistakes(licenses, at.list, 'lt', 'gt')],
    [
      'finds no licence by its beginning',
      query(at.list, 'filter', (text) => (text.startsWith('beginsAt') ? 'status eq "none"' : text)),
    ],
  ],
  [row('order-begins-at')]: [
    ['ignores the order of licences', query(at.list, 'order')],
    [
      'turns the order of licences round',
      query(at.list, 'order', (order) => (order.startsWith('-') ? order.slice(1) : `-${order}`)),
    ],
    ['answers 404 where licences are ordered', notFoundOrdered()],
  ],
  [row('read-only')]: [
    ['creates a licence', createsLicense({ status: 201 })],
    ['answers 201 to the create of a licence that it does not make', always(at.create, 201, { id: nobody })],
    ['answers 204 to the delete of a licence', always(at.remove, 204)],
    ['deletes a licence where it refuses to delete one', deletesLicense()],
    ['creates a licence where it refuses to create one', createsLicense({})],
  ],
});

function last(href: string, id: string): string {
  return href.replace(/[^/]+$/, id);
}

function exactStatus(): Fault {
  return (parts) => {
    const { filters } = licenses;
    if (filters === undefined) return;
    const { status: rule } = filters.attributes;
    if (rule === undefined) return;
    parts.change(licenses, {
      filters: { ...filters, attributes: { ...filters.attributes, status: { ...rule, compare: 'exact' } } },
    });
  };
}

/** Whatever is asked for first is what all reads of one licence show. */
function showsFirst(): Fault {
  return (parts) => {
    let first: unknown;
    body(at.read, (license) => {
      first ??= license.id;
      license.id = first;
    })(parts);
  };
}

/** @param told the status that is answered; the refusal stands when it is left out */
function createsLicense(told: { readonly status?: number }): Fault {
  return (parts) => {
    const created: Record<string, unknown>[] = [];
    parts.reply(at.create, (reply, { body: sent }) => {
      const license = { ...(sent as object), id: crypto.randomUUID() };
      created.push(license);
      if (told.status !== undefined) Object.assign(reply, { ...told, body: license });
    });
    members(at.list, (all) => [...all, ...created])(parts);
  };
}

/** The last one of the list is gone after any delete. */
function deletesLicense(): Fault {
  return (parts) => {
    let deletes = 0;
    parts.reply(at.remove, () => {
      deletes += 1;
    });
    const seen: unknown[] = [];
    entries(at.list, (license) => {
      if (!seen.includes(license.id)) seen.push(license.id);
      return deletes > 0 && license.id === seen.at(-1) ? undefined : license;
    })(parts);
  };
}

function notFoundOrdered(): Fault {
  return (parts) =>
    parts.reply(at.list, (reply, { query: asked }) => {
      if (asked.has('order')) Object.assign(reply, { status: 404, body: missing });
    });
}
