import { apiServers } from '../../collections/apiServers.ts';
import { defectsOf } from '../defect.ts';
import { ignores } from '../faults/filtering.ts';
import { misleads, unlinks } from '../faults/members.ts';
import { placesOf } from '../where.ts';
import { at, nobody, shown } from './places.ts';

/** What a server can do wrong with the links of external OAuth servers. */
export const links = defectsOf({
  'external-oauth-servers-link-self': [
    ['links an OAuth server to the collection as itself', misleads(shown, 'self', parentOf)],
    [
      'links an OAuth server to another one as itself',
      misleads(at.one, 'self', (href) => lastAs(href, nobody)),
    ],
    ['leaves the self link out of the create of an OAuth server', unlinks(at.create, 'self')],
    ['leaves the self link out of the replace of an OAuth server', unlinks(at.replace, 'self')],
    [
      'links an OAuth server to itself without a host',
      misleads(shown, 'self', (href) => new URL(href).pathname),
    ],
  ],
  'external-oauth-servers-link-environment': [
    ['leaves the environment link out of OAuth servers', unlinks(shown, 'environment')],
    ['leaves the environment link out of the replace of an OAuth server', unlinks(at.replace, 'environment')],
    ['links an OAuth server to all environments', misleads(at.one, 'environment', parentOf)],
    [
      'links an OAuth server to another environment',
      misleads(at.one, 'environment', (href) => lastAs(href, nobody)),
    ],
  ],
  'external-oauth-servers-link-api-servers': [
    [
      'links an OAuth server to all API services',
      misleads(shown, 'apiServers', (href) => href.replace(/\?.*/, '')),
    ],
    ['leaves the link to API services out', unlinks(shown, 'apiServers')],
    ['leaves the link to API services out of creates', unlinks(at.create, 'apiServers')],
    [
      'does not encode the filter of the link to API services',
      misleads(shown, 'apiServers', decodeURIComponent),
    ],
    [
      'links an OAuth server to the API services of another one',
      misleads(shown, 'apiServers', (href) => href.replace(/[0-9a-f-]{36}(?=%22$)/, nobody)),
    ],
    [
      'links an OAuth server to OAuth servers',
      misleads(shown, 'apiServers', (href) => href.replace('/apiServers', '/externalOAuthServers')),
    ],
    [
      'lists all API services at the link of an OAuth server',
      ignores(placesOf(apiServers).list, /externalOAuthServer/),
    ],
  ],
});

function parentOf(href: string): string {
  return href.replace(/\/[^/]+$/, '');
}

function lastAs(href: string, id: string): string {
  return href.replace(/[^/]+$/, id);
}
