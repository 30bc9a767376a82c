import { type Resource, resources } from '../../collections/resources.ts';
import { defectsOf } from '../defect.ts';
import { gives, omits } from '../faults/members.ts';
import { members } from '../faults/pages.ts';
import { misreports, refusesSent, refusesWith } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { storesRefused } from '../faults/storage.ts';
import { strips } from '../faults/texts.ts';
import { accepts, refuses, stores } from '../faults/validation.ts';
import { gone, linked, made } from '../rows/standing.ts';
import { required, unique } from '../rows/text.ts';
import { resource } from './places.ts';

const { at } = resource;
const lifetime = 'accessTokenValiditySeconds';
const ofType = { target: 'type' };
const audience = { target: 'audience' };

type Sent = { readonly body: unknown };

/** What a server can do wrong with resources. */
export const resourcesDefects = defectsOf({
  'prerequisites-resources-create-201': [
    ...made(resource),
    ['creates a resource of the type PINGONE_API', gives(at.create, 'type', 'PINGONE_API')],
    ['creates a resource without its description', omits(at.create, 'description')],
    [
      'creates a resource with the name as its audience',
      reads(at.create, (body) => ({ ...body, audience: body.name })),
    ],
    ['creates every resource with tokens for an hour', gives(at.create, lifetime, 3600)],
  ],
  'prerequisites-resources-name-required': required(resource, 'name'),
  'prerequisites-resources-name-unique': unique(resource, 'name'),
  'prerequisites-resources-audience-default': [
    [
      'leaves the audience of a resource without one empty',
      gives(at.create, 'audience', unlessSent('audience', '')),
    ],
    [
      'takes the id of a resource for the audience that it lacks',
      stores(resources, (value) =>
        value.audience === value.name ? { ...value, audience: crypto.randomUUID() } : value,
      ),
    ],
    [
      'refuses a resource without an audience for its name',
      refusesSent(at.create, 'name', (body) => body.audience === undefined),
    ],
  ],
  'prerequisites-resources-audience-reserved-words': [
    ['takes any word in audiences', accepts(resources, 'audience', 'INVALID_VALUE')],
    ['takes pingidentity in audiences', takesWord('pingidentity')],
    ['takes pingone in audiences', takesWord('pingone')],
    ['leaves reserved words out of audiences', strips(at.write, 'audience', /pingone|pingidentity/gi)],
    ['refuses an audience with a reserved word, and stores it', storesRefused(resources)],
    [
      'refuses an audience with a reserved word for the name',
      misreports(at.write, audience, (detail) => ({ ...detail, target: 'name' })),
    ],
    ['answers 409 to an audience with a reserved word', refusesWith(at.write, audience, 409, 'INVALID_DATA')],
  ],
  'prerequisites-resources-token-validity-default': [
    [
      'gives tokens of a resource no time where none is sent',
      gives(at.create, lifetime, unlessSent(lifetime, 0)),
    ],
    [
      'gives tokens of a resource half an hour where no time is sent',
      gives(at.create, lifetime, unlessSent(lifetime, 1800)),
    ],
    [
      'refuses a resource without a token lifetime for its name',
      refusesSent(at.create, 'name', (body) => body[lifetime] === undefined),
    ],
  ],
  'prerequisites-resources-token-validity-range': [
    ['takes any token lifetime', accepts(resources, lifetime, 'OUT_OF_RANGE')],
    [
      'takes a token lifetime of 299 seconds',
      accepts(resources, lifetime, 'OUT_OF_RANGE', { when: (one) => one === 299 }),
    ],
    [
      'takes a token lifetime of 2592001 seconds',
      accepts(resources, lifetime, 'OUT_OF_RANGE', { when: (one) => one === 2592001 }),
    ],
    [
      'refuses a token lifetime of 300 seconds',
      refuses(resources, lifetime, (value) => value[lifetime] === 300),
    ],
    [
      'refuses a token lifetime of 2592000 seconds',
      refuses(resources, lifetime, (value) => value[lifetime] === 2592000),
    ],
    ['brings a token lifetime into the range', reads(at.write, clamped)],
    ['refuses a token lifetime out of range, and stores it', storesRefused(resources)],
    [
      'calls a token lifetime out of range missing',
      misreports(at.write, { target: lifetime }, (detail) => ({ ...detail, code: 'REQUIRED_VALUE' })),
    ],
  ],
  'prerequisites-resources-permissions-claim-default': [
    ['never puts permissions into tokens', stores(resources, (value) => withClaim(value, false))],
    ['always puts permissions into tokens', stores(resources, (value) => withClaim(value, true))],
    [
      'puts permissions into tokens where nothing is said of it',
      stores(resources, (value) => (value.applicationPermissionsSettings ? value : withClaim(value, true))),
    ],
    [
      'reads as a text whether permissions are put into tokens',
      gives(at.read, 'applicationPermissionsSettings.claimEnabled', String),
    ],
  ],
  'prerequisites-resources-read-built-in': [
    ['lists resources without their types', omits(at.list, 'type')],
    ['lists every resource as a custom one', gives(at.list, 'type', 'CUSTOM')],
    ['does not list the resource of OpenID Connect', members(at.list, without('OPENID_CONNECT'))],
    ['does not list the resource of the platform', members(at.list, without('PINGONE_API'))],
    ['lists no custom resources', members(at.list, without('CUSTOM'))],
    ['lists the built-in resources twice', members(at.list, (all) => [...all, ...without('CUSTOM')(all)])],
  ],
  'prerequisites-resources-create-only-custom': [
    ['creates a second resource of OpenID Connect', accepts(resources, 'type', 'INVALID_VALUE')],
    ['refuses a second resource of OpenID Connect, and stores it', storesRefused(resources)],
    [
      'answers 409 to a second resource of OpenID Connect',
      refusesWith(at.create, ofType, 409, 'INVALID_DATA'),
    ],
    [
      'refuses a second resource of OpenID Connect for its name',
      misreports(at.create, ofType, (detail) => ({ ...detail, target: 'name' })),
    ],
  ],
  'prerequisites-resources-delete-204': gone(resource),
  'prerequisites-resources-links': [
    ...linked(resource, 'self'),
    ...linked(resource, 'environment'),
    ...linked(resource, 'scopes'),
    ...linked(resource, 'attributes'),
    ...linked(resource, 'scopes', at.read, ' of its read'),
    [
      'leaves the id of a resource out of the link to its scopes',
      gives([...at.one, at.list], '_links.scopes.href', (href: string) =>
        href.replace(/\/[^/]+\/scopes$/, '/scopes'),
      ),
    ],
  ],
});

/** Another value of a member that was not sent. */
function unlessSent(name: string, value: unknown) {
  return (old: unknown, { body }: Sent) =>
    (body as Readonly<Record<string, unknown>> | undefined)?.[name] === undefined ? value : old;
}

function takesWord(word: string) {
  return accepts(resources, 'audience', 'INVALID_VALUE', {
    when: (value) => typeof value === 'string' && value.toLowerCase().includes(word),
  });
}

function clamped(body: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const sent = body[lifetime];
  if (typeof sent !== 'number') return undefined;
  return { ...body, [lifetime]: Math.min(Math.max(sent, 300), 2592000) };
}

function withClaim(value: Resource, claimEnabled: boolean): Resource {
  return { ...value, applicationPermissionsSettings: { claimEnabled } };
}

function without(type: string) {
  return (all: readonly Record<string, unknown>[]) => all.filter((one) => one.type !== type);
}
