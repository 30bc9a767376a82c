import { randomUUID } from 'node:crypto';
import { defectsOf, type Fault } from '../defect.ts';
import { always, body, entries } from '../faults/answers.ts';
import { adds, gives, misleads, omits, unlinks } from '../faults/members.ts';
import { pageLink } from '../faults/pages.ts';
import { together } from '../faults/state.ts';
import type { Where } from '../where.ts';
import { inGroups, inPopulations, inScopes, lastAs, nobody, parentOf } from './places.ts';

/** What a server can do wrong with links. */
export const links = defectsOf({
  'platform-links-self': [
    ['links a group without itself', unlinks(inGroups.one, 'self')],
    ['links a new group to all groups as itself', misleads(inGroups.create, 'self', parentOf)],
    [
      'links a replaced population to another one as itself',
      misleads(inPopulations.replace, 'self', (href) => lastAs(href, randomUUID())),
    ],
  ],
  'platform-links-self-readable': [
    ['links a group to where nothing is', misleads(inGroups.one, 'self', (href) => `${href}/self`)],
    [
      'links a population to itself in another version',
      misleads(inPopulations.read, 'self', (href) => href.replace('/v1/', '/v2/')),
    ],
    ['leaves the link of a group to itself out', unlinks(inGroups.one, 'self')],
    [
      'links a group to a part of itself',
      together(
        misleads(inGroups.one, 'self', (href) => `${href}?part=1`),
        answersPart(inGroups.read),
      ),
    ],
    ['links a group to the list of groups as itself', misleads(inGroups.one, 'self', parentOf)],
  ],
  'platform-links-absolute': [
    ['links groups without scheme and host', misleads(inGroups.one, 'self', pathOf)],
    ['links a list of groups without scheme and host', pageLink(inGroups.list, 'self', pathOf)],
    [
      'links pages of populations without a scheme',
      pageLink(inPopulations.list, 'next', (href) => href.replace(/^http:/, '')),
    ],
  ],
  'platform-links-host': [
    ['links groups to the host of the vendor', misleads(inGroups.one, 'self', toVendor)],
    [
      'links the environment of a population on the host of the vendor',
      misleads(inPopulations.one, 'environment', toVendor),
    ],
    ['links a list of groups to the host of the vendor', pageLink(inGroups.list, 'self', toVendor)],
  ],
  'platform-links-object-shape': [
    ['links a group by a text', gives(inGroups.one, '_links.self', (old: { href: string }) => old.href)],
    ['titles the link of a population with a number', adds(inPopulations.read, '_links.self.title', 5)],
    [
      'links the environment of a listed group by null',
      gives(inGroups.list, '_links.environment', () => null),
    ],
  ],
  'platform-links-environment': [
    [
      'links a population to another environment',
      misleads(inPopulations.one, 'environment', (href) => lastAs(href, nobody)),
    ],
    ['links a population to all environments', misleads(inPopulations.read, 'environment', parentOf)],
    ['links a new population without its environment', unlinks(inPopulations.create, 'environment')],
  ],
  'platform-links-collection-self': [
    [
      'lists groups in a document without links',
      body(inGroups.list, (page) => {
        delete page._links;
      }),
    ],
    ['lists populations without a link to the list', pageLink(inPopulations.list, 'self')],
    ['links a list of groups to its environment as itself', pageLink(inGroups.list, 'self', parentOf)],
  ],
  'platform-links-collection-item-self': [
    [
      'links every listed group to all groups as itself',
      entries(inGroups.list, (one) => ({ ...one, _links: { self: { href: parentOf(selfOf(one)) } } })),
    ],
    ['lists populations without links to themselves', omits(inPopulations.list, '_links.self')],
  ],
  'platform-links-followable': [
    [
      'links a population to an environment that is not there',
      misleads(inPopulations.one, 'environment', (href) => lastAs(href, nobody)),
    ],
    [
      'links a scope to a resource that is not there',
      misleads(inScopes.read, 'resource', (href) => lastAs(href, nobody)),
    ],
    [
      'links an environment to capabilities that it does not serve',
      always('GET /environments/:environmentId/capabilities', 404, { code: 'NOT_FOUND', message: 'No.' }),
    ],
  ],
});

function pathOf(href: string): string {
  return href.replace(/^https?:\/\/[^/]+/, '');
}

function answersPart(where: Where): Fault {
  return (parts) =>
    parts.reply(where, (reply, { query }) => {
      if (query.has('part')) reply.status = 206;
    });
}

function toVendor(href: string): string {
  return href.replace(/^https?:\/\/[^/]+/, 'https://api.pingone.com');
}

function selfOf(one: Record<string, unknown>): string {
  return (one._links as { self: { href: string } }).self.href;
}
