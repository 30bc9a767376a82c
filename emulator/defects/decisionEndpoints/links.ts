import { decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import { defectsOf } from '../defect.ts';
import { adds, gives, misleads, unlinks } from '../faults/members.ts';
import { bare, embeds, members, pageLink } from '../faults/pages.ts';
import { shows } from '../faults/state.ts';
import { at, nobody, shown } from './places.ts';

const version = 'authorizationVersion';

/** What a server can do wrong with the links of decision endpoints and the form of their list. */
export const linkDefects = defectsOf({
  'decision-endpoints-link-self': [
    ['links an endpoint to the collection as itself', misleads(shown, 'self', parentOf)],
    ['links an endpoint to another one as itself', misleads(at.one, 'self', (href) => lastAs(href, nobody))],
    ['leaves the self link out of a replace', unlinks(at.replace, 'self')],
    ['links an endpoint to a path below itself', misleads(at.read, 'self', (href) => `${href}/self`)],
  ],
  'decision-endpoints-link-environment': [
    ['leaves the environment link out of a replace', unlinks(at.replace, 'environment')],
    ['leaves the environment link out of a create', unlinks(at.create, 'environment')],
    ['links an endpoint to all environments', misleads(at.one, 'environment', parentOf)],
    [
      'links an endpoint to another environment',
      misleads(at.one, 'environment', (href) => lastAs(href, nobody)),
    ],
  ],
  'decision-endpoints-link-authorization-version': [
    ['links the version of an endpoint to its own id', shows(decisionEndpoints, linkedToItself)],
    ['leaves the link to the version out', unlinks(at.one, version)],
    ['leaves the link to the version out of a replace', unlinks(at.replace, version)],
    ['links an endpoint to all versions', misleads(shown, version, parentOf)],
    [
      'links an endpoint to its version below another version of the API',
      misleads(shown, version, (href) => href.replace('/v1/', '/v0/')),
    ],
  ],
  'decision-endpoints-link-authorization-version-absent': [
    ['links an endpoint without a version to none', shows(decisionEndpoints, linkedToNull)],
    [
      'lists endpoints with a link to no version',
      adds(at.list, `_links.${version}.href`, `https://example.com/${nobody}`),
    ],
  ],
  'decision-endpoints-list-link-self': [
    ['leaves the self link out of the list of endpoints', pageLink(at.list, 'self')],
    ['links the list of endpoints to the environment as itself', pageLink(at.list, 'self', parentOf)],
  ],
  'decision-endpoints-list-link-environment': [
    ['leaves the environment link out of the list of endpoints', pageLink(at.list, 'environment')],
    ['links the list of endpoints to all environments', pageLink(at.list, 'environment', parentOf)],
    [
      'links the list of endpoints to another environment',
      pageLink(at.list, 'environment', (href) => lastAs(href, nobody)),
    ],
  ],
  'decision-endpoints-list-embedded': [
    ['lists endpoints as items', embeds(at.list, (_name, all) => ({ items: all }))],
    [
      'lists a single endpoint without an array',
      embeds(at.list, (name, all) => ({ [name]: all.length === 1 ? all[0] : all })),
    ],
    ['lists endpoints under their ids', embeds(at.list, (name, all) => ({ [name]: byId(all) }))],
    ['lists endpoints in a bare array', bare(at.list)],
  ],
  'decision-endpoints-list-item-link-self': [
    ['links every listed endpoint to the list', misleads(at.list, 'self', parentOf)],
    ['leaves the self links out of listed endpoints', unlinks(at.list, 'self')],
    [
      'links every listed endpoint to the first one',
      members(at.list, (all) => all.map((one) => linkedTo(one, all[0]))),
    ],
  ],
  'decision-endpoints-list-item-members': [
    [
      'lists the ids of endpoints only',
      members(at.list, (all) => all.map(({ id, _links }) => ({ id, _links }))),
    ],
    ['lists endpoints without saying which are owned', gives(at.list, 'owned', undefined)],
    ['lists endpoints under the description of the newest', members(at.list, describedAlike)],
    ['lists every endpoint as recording', gives(at.list, 'recordRecentRequests', true)],
  ],
});

type Json = Readonly<Record<string, unknown>>;

function parentOf(href: string): string {
  return href.replace(/\/[^/]+$/, '');
}

function lastAs(href: string, id: string): string {
  return href.replace(/[^/]+$/, id);
}

function hrefOf(one: Json): string {
  return (one._links as { self: { href: string } }).self.href;
}

function withLink(one: Json, name: string, href: string): Json {
  return { ...one, _links: { ...(one._links as object), [name]: { href } } };
}

function versionUrl(one: Json, id: string): string {
  return hrefOf(one).replace(/decisionEndpoints.*/, `authorizationVersions/${id}`);
}

function linkedToItself(one: Json): Json {
  return one[version] === undefined ? one : withLink(one, version, versionUrl(one, String(one.id)));
}

function linkedToNull(one: Json): Json {
  return one[version] === undefined ? withLink(one, version, versionUrl(one, 'null')) : one;
}

function linkedTo(one: Json, other: Json | undefined): Json {
  return other === undefined ? one : withLink(one, 'self', hrefOf(other));
}

function byId(all: readonly Json[]): object {
  return Object.fromEntries(all.map((one) => [String(one.id), one]));
}

function describedAlike(all: readonly Json[]): readonly Json[] {
  const description = `${String(all.at(-1)?.description)}, the newest`;
  return all.map((one) => ({ ...one, description }));
}
