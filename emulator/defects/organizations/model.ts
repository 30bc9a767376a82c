import { defectsOf } from '../defect.ts';
import { adds, gives, misleads, omits, unlinks } from '../faults/members.ts';
import { at, nobody, shown } from './places.ts';

/** What a server can do wrong with what it shows of organizations. */
export const model = defectsOf({
  'organizations-model-id': [
    ['lists organizations without ids', omits(at.list, 'id')],
    ['reads an organization without its id', omits(at.read, 'id')],
    ['numbers organizations', gives(shown, 'id', 1)],
    [
      'lists ids of organizations without hyphens',
      gives(at.list, 'id', (id: string) => id.replaceAll('-', '')),
    ],
  ],
  'organizations-model-name': [
    ['does not tell names of organizations', omits(shown, 'name')],
    ['lists organizations without names', omits(at.list, 'name')],
    ['reads an organization with an empty name', gives(at.read, 'name', '')],
    ['tells names of organizations by language', gives(shown, 'name', (en: string) => ({ en }))],
  ],
  'organizations-model-description': [
    ['describes organizations by objects', gives(shown, 'description', (en: string) => ({ en }))],
    ['lists organizations described by null', adds(at.list, 'description', null)],
    ['reads an organization described by a number', adds(at.read, 'description', 1)],
  ],
  'organizations-model-created-at': [
    ['does not tell when organizations were created', omits(shown, 'createdAt')],
    ['lists organizations without the time of their creation', omits(at.list, 'createdAt')],
    ['tells the creation of organizations in milliseconds', gives(shown, 'createdAt', Date.parse)],
    ['tells the creation of organizations in words', gives(shown, 'createdAt', inWords)],
  ],
  'organizations-model-updated-at': [
    [
      'tells that organizations changed before they were created',
      gives(shown, 'updatedAt', '2001-01-01T00:00:00.000Z'),
    ],
    ['does not tell when organizations changed', omits(shown, 'updatedAt')],
    ['lists organizations without the time of their last change', omits(at.list, 'updatedAt')],
    ['tells the last change of organizations in milliseconds', gives(shown, 'updatedAt', Date.parse)],
  ],
  'organizations-model-type': [
    ['tells by a boolean whether organizations pay', gives(shown, 'type', true)],
    ['tells a type of organization that there is not', gives(shown, 'type', 'FREE')],
    [
      'lists types of organizations in lower case',
      gives(at.list, 'type', (type: string) => type.toLowerCase()),
    ],
    ['reads a type of organization of null', gives(at.read, 'type', null)],
  ],
  'organizations-model-billing-connections': [
    [
      'tells billing connections by their bare ids',
      gives(shown, 'billingConnections.*', ({ id }: Reference) => id),
    ],
    [
      'tells one billing connection in place of a list',
      gives(shown, 'billingConnections', ([first]: unknown[]) => first),
    ],
    ['numbers billing connections', gives(shown, 'billingConnections.*.id', 124)],
    ['reads billing connections without ids', omits(at.read, 'billingConnections.*.id')],
    ['lists null for billing connections', gives(at.list, 'billingConnections', null)],
  ],
  'organizations-link-self': [
    ['links organizations to their list as themselves', misleads(at.read, 'self', parentOf)],
    [
      'links organizations to another one as themselves',
      misleads(at.read, 'self', (href) => lastAs(href, nobody)),
    ],
    ['does not link organizations to themselves', unlinks(at.read, 'self')],
    [
      'links organizations to another version as themselves',
      misleads(at.read, 'self', (href) => href.replace('/v1/', '/v2/')),
    ],
  ],
  ...links('environments'),
  ...links('licenses'),
  ...links('capabilities'),
  ...links('deployments'),
});

type Reference = { readonly id: string };

function inWords(date: string): string {
  return new Date(date).toUTCString();
}

function parentOf(href: string): string {
  return href.replace(/\/[^/]+$/, '');
}

function lastAs(href: string, id: string): string {
  return href.replace(/[^/]+$/, id);
}

/** A link to what an organization has of some kind. */
function links(name: string): Parameters<typeof defectsOf>[0] {
  return {
    [`organizations-link-${name}`]: [
      [`does not link an organization to its ${name}`, unlinks(at.read, name)],
      [
        `links an organization to the ${name} of another one`,
        misleads(at.read, name, (href) => href.replace(/[^/]+(?=\/[a-z]+$)/, nobody)),
      ],
      [`links an organization to itself as its ${name}`, misleads(at.read, name, parentOf)],
      [
        `links an organization to all ${name}`,
        misleads(at.read, name, (href) => href.replace(/organizations\/[^/]+\//, '')),
      ],
    ],
  };
}
