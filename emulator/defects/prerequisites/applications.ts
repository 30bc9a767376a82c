import { applications, secretOf } from '../../collections/applications.ts';
import type { ApiError } from '../../http/errors.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { body } from '../faults/answers.ts';
import { adds, gives, omits } from '../faults/members.ts';
import { only } from '../faults/only.ts';
import { members } from '../faults/pages.ts';
import { misreports, refusesSent, refusesWith } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { swallows, together } from '../faults/state.ts';
import { keepsRefused, storesRefused } from '../faults/storage.ts';
import { readsText } from '../faults/texts.ts';
import { accepts } from '../faults/validation.ts';
import { gone, linked, made, seen } from '../rows/standing.ts';
import { application, nobody } from './places.ts';

const { at } = application;
const required = ['name', 'protocol', 'grantTypes', 'tokenEndpointAuthMethod'] as const;
const ofType = { target: 'type', code: 'REQUIRED_VALUE' };
const away = { href: `https://api.pingone.com/v1/environments/${nobody}/metadata` };
const keysAway = `https://api.pingone.com/v1/environments/${nobody}/keyRotationPolicies/${nobody}`;

/** What is judged in the place of what a worker lacks. */
const standIn = {
  name: 'Worker',
  protocol: 'OPENID_CONNECT',
  grantTypes: ['CLIENT_CREDENTIALS'],
  tokenEndpointAuthMethod: 'CLIENT_SECRET_BASIC',
};

/** What a server can do wrong with applications. */
export const applicationsDefects = defectsOf({
  'prerequisites-applications-create-worker-201': [
    ...made(application),
    ['drops the grant types of an application', omits([...at.one, at.list], 'grantTypes')],
    ['creates an application without its description', omits(at.create, 'description')],
    ['creates every application as a web application', gives(at.create, 'type', 'WEB_APP')],
    ['creates every application disabled', reads(at.create, (sent) => ({ ...sent, enabled: false }))],
    ['numbers new applications', gives(at.create, 'id', 1)],
    [
      'writes the name of an application in capitals',
      readsText(at.create, 'name', (name) => name.toUpperCase()),
    ],
  ],
  'prerequisites-applications-required-properties': [
    ...required.map(
      (name) => [`creates a worker without ${name}`, accepts(applications, name, 'REQUIRED_VALUE')] as const,
    ),
    ...required.map(
      (name) =>
        [
          `replaces a worker by one without ${name}`,
          only(
            at.replace,
            applications,
            swallows(applications, name, (sent) => sent === undefined, standIn[name]),
          ),
        ] as const,
    ),
    ['refuses a worker that lacks something, and stores it', storesRefused(applications)],
    [
      'refuses an application without a type for its name',
      misreports(at.create, ofType, (detail) => ({ ...detail, target: 'name' })),
    ],
    [
      'calls what a worker lacks taken',
      misreports(at.write, { code: 'REQUIRED_VALUE' }, (detail) => ({
        ...detail,
        code: 'UNIQUENESS_VIOLATION',
      })),
    ],
    [
      'answers 422 to a worker that lacks something',
      refusesWith(at.write, { code: 'REQUIRED_VALUE' }, 422, 'INVALID_DATA'),
    ],
    [
      'refuses a new worker without grant types for its name',
      misreports(at.create, { target: 'grantTypes', code: 'REQUIRED_VALUE' }, (detail) => ({
        ...detail,
        target: 'name',
      })),
    ],
    ['refuses a worker without grant types, and stores it', storesRefused(applications, lacks('grantTypes'))],
    ['refuses an application without a type, and stores it', storesRefused(applications, lacks('type'))],
    [
      'refuses the replace of a worker without its protocol, and makes it',
      keepsRefused(applications, lacks('protocol')),
    ],
  ],
  'prerequisites-applications-enabled-default': [
    [
      'enables an application where nothing is said of it',
      reads(at.create, (sent) => (sent.enabled === undefined ? { ...sent, enabled: true } : undefined)),
    ],
    ['does not show whether a new application is enabled', omits(at.create, 'enabled')],
    ['shows as a text whether a new application is enabled', gives(at.create, 'enabled', String)],
    [
      'refuses an application that is not said to be enabled for its name',
      refusesSent(at.create, 'name', (sent) => sent.enabled === undefined),
    ],
  ],
  'prerequisites-applications-read': [
    ...seen(application),
    [
      'lists no disabled applications',
      members(at.list, (all) => all.filter(({ enabled }) => enabled !== false)),
    ],
    ['reads disabled applications as enabled', gives(at.read, 'enabled', true)],
  ],
  'prerequisites-applications-secret-apart': [
    ['lists the secrets of applications', only(at.list, applications, showsSecrets('secret'))],
    ['reads an application with its secret', only(at.read, applications, showsSecrets('secret'))],
    [
      'creates an application and shows its secret',
      only(at.create, applications, showsSecrets('clientSecret')),
    ],
  ],
  'prerequisites-applications-delete-204': gone(application),
  'prerequisites-applications-links': [
    ...['self', 'environment', 'grants', 'attributes', 'secret', 'roleAssignments'].flatMap((name) =>
      linked(application, name),
    ),
    ['leaves the link of a worker to its secret out of its read', omits(at.read, '_links.secret')],
    ['links a worker to metadata in another environment', adds(at.read, '_links.metadata', away)],
    [
      'links a worker to a policy for its keys in another environment',
      together(
        adds(at.read, 'signing', { keyRotationPolicy: { id: nobody } }),
        adds(at.read, '_links.keyRotationPolicy', { href: keysAway }),
      ),
    ],
  ],
  'prerequisites-applications-list-metadata': [
    ['tells the size 0 of a list of applications', tellsSize(() => 0)],
    ['tells the size of a list of applications as a text', tellsSize(String)],
    ['tells a size of a list of applications that is one short', tellsSize((size) => Number(size) - 1)],
    ['tells a broken size of a list of applications', tellsSize((size) => Number(size) + 0.5)],
  ],
});

/** Whether something is refused for what it lacks. */
function lacks(property: string) {
  return ({ details }: ApiError) => details.some(({ target }) => target === property);
}

function tellsSize(as: (size: unknown) => unknown): Fault {
  return body(at.list, (page) => {
    page.size = as(page.size);
  });
}

function showsSecrets(member: string): Fault {
  return (parts) => {
    const { represent } = applications;
    parts.change<typeof applications>(applications, {
      represent: (entry: Parameters<typeof represent>[0], place) => ({
        ...represent(entry, place),
        [member]: secretOf(place.world, place.ownerId, entry.id),
      }),
    });
  };
}
