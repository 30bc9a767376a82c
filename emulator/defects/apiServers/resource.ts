import type { Resource } from '../../collections/resources.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { gives } from '../faults/members.ts';
import { freezesAt, keepsAt, revertsAt, valueIn, withIn } from '../faults/nested.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { keepsRefused } from '../faults/storage.ts';
import { refuses } from '../faults/validation.ts';
import {
  absent,
  all,
  type Body,
  chooses,
  elsewhere,
  has,
  is,
  isNoObject,
  isText,
  isUuid,
  mends,
  takes,
} from './bodies.ts';
import { at, services, shown } from './places.ts';

const server = 'authorizationServer';
const resource = `${server}.resource`;
const id = `${resource}.id`;
const ofPingOne = has(`${server}.type`, is('PINGONE_SSO', undefined, null));
const ofExternal = has(`${server}.type`, is('EXTERNAL'));
const withServer = has(server, (one) => !absent(one) && !isText(one));
const without = all(ofPingOne, withServer, has(resource, absent));
const withoutId = all(
  has(resource, (one) => !absent(one) && !isNoObject(one)),
  has(id, absent),
);
const malformed = has(id, (one) => isText(one) && !isUuid(one));
const surplus = all(
  ofExternal,
  has(resource, (one) => !absent(one)),
);

/** What a server can do wrong with the resource that the tokens of a service are issued for. */
export const resources = defectsOf({
  'api-servers-authorization-server-resource-required': [
    ['stores a service of PingOne without a resource', takes(without)],
    ['stores a service of PingOne without a resource in a replace', takes(without, 'replace')],
    ['keeps the resource that a replace leaves out', keepsAt(services, resource)],
    ['chooses a resource for a service that names none', chooses(without)],
    [
      'refuses a service without a resource for its base URLs',
      misreports(at.write, { target: resource }, elsewhere('baseUrls')),
    ],
    [
      'answers 404 to a service without a resource',
      refusesWith(at.write, { target: resource }, 404, 'NOT_FOUND'),
    ],
  ],
  'api-servers-authorization-server-resource-id-required': [
    ['stores a resource without its id', takes(withoutId)],
    ['stores a resource without its id in a replace', takes(withoutId, 'replace')],
    ['chooses a resource where its id is left out', chooses(withoutId)],
    [
      'refuses a resource without its id for the name',
      misreports(at.write, { target: id }, elsewhere('name')),
    ],
    ['refuses a resource without its id, and keeps the rest', keepsRefused(services)],
  ],
  'api-servers-authorization-server-resource-type': [
    ['stores anything as the resource', takes(has(resource, isNoObject))],
    [
      'takes the id of a resource for the resource',
      mends(has(resource, isText), (body) => withIn(body, resource, { id: valueIn(body, resource) })),
    ],
    [
      'takes the first resource of a list',
      mends(has(resource, Array.isArray), (body) =>
        withIn(body, resource, (valueIn(body, resource) as readonly unknown[])[0]),
      ),
    ],
    [
      'shows the resource of a service by its bare id',
      gives(shown, resource, (one: unknown) => valueIn(one, 'id')),
    ],
    ['reads the resource of a service in a list', gives(at.read, resource, (one: unknown) => [one])],
  ],
  'api-servers-authorization-server-resource-id-uuid': [
    ['stores any text as the id of the resource', takes(malformed)],
    ['stores any text as the id of the resource in a replace', takes(malformed, 'replace')],
    ['chooses a resource where its id is no UUID', chooses(malformed)],
    [
      'answers 404 to the id of a resource that is no UUID',
      refusesWith(at.write, { target: id, says: 'UUID' }, 404, 'NOT_FOUND'),
    ],
    [
      'refuses the id of a resource that is no UUID for the name',
      misreports(at.write, { target: id, says: 'UUID' }, elsewhere('name')),
    ],
  ],
  'api-servers-authorization-server-resource-exists': [
    ['stores the id of a resource that does not exist', named((found) => found === undefined, takes)],
    [
      'stores the id of a resource that does not exist in a replace',
      named(
        (found) => found === undefined,
        (when) => takes(when, 'replace'),
      ),
    ],
    ['chooses another resource for one that does not exist', named((found) => found === undefined, chooses)],
    [
      'answers 403 to a resource that does not exist',
      refusesWith(at.write, { target: id, says: 'exist' }, 403, 'ACCESS_FAILED'),
    ],
    [
      'refuses a resource that does not exist for the name',
      misreports(at.write, { target: id, says: 'exist' }, elsewhere('name')),
    ],
    ['refuses a resource that does not exist, and names it', keepsRefused(services)],
  ],
  'api-servers-authorization-server-resource-custom': [
    [
      'takes any resource that exists',
      named((found) => found !== undefined && found.type !== 'CUSTOM', takes),
    ],
    ['takes the OpenID Connect resource', named((found) => found?.type === 'OPENID_CONNECT', takes)],
    ['takes the resource of the PingOne API', named((found) => found?.type === 'PINGONE_API', takes)],
    [
      'takes any resource that exists in a replace',
      named(
        (found) => found !== undefined && found.type !== 'CUSTOM',
        (when) => takes(when, 'replace'),
      ),
    ],
    [
      'answers 403 to a resource that is built in',
      refusesWith(at.write, { target: id, says: 'CUSTOM' }, 403, 'ACCESS_FAILED'),
    ],
    [
      'refuses a resource that is built in for its type',
      misreports(at.write, { target: id, says: 'CUSTOM' }, elsewhere(`${server}.type`)),
    ],
  ],
  'api-servers-authorization-server-resource-forbidden-with-external': [
    ['stores a resource beside an external server', takes(surplus)],
    [
      'ignores a resource beside an external server',
      mends(surplus, (body) => withIn(body, resource, undefined)),
    ],
    ['ignores a resource beside an external server in a replace', ignoresInReplace()],
    [
      'refuses a resource beside an external server for the server',
      misreports(
        at.write,
        { target: resource, says: 'EXTERNAL' },
        elsewhere(`${server}.externalOAuthServer`),
      ),
    ],
  ],
  'api-servers-authorization-server-resource-id-mutable': [
    ['answers 200 and keeps the resource of a service', freezesAt(services, resource)],
    ['shows the new resource of a service once and keeps the old one', revertsAt(services, resource)],
    [
      'refuses another resource in a replace',
      refuses(services, id, (value, old) => old !== undefined && valueIn(value, id) !== valueIn(old, id)),
    ],
  ],
});

type Found = Pick<Resource, 'type'> | undefined;

/** A fault about well-formed ids, by what resource they name; the resources of all environments count as one set. */
function named(when: (found: Found) => boolean, fault: (when: (body: Body) => boolean) => Fault): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    const found = (one: string) =>
      [...world.organizationOf.keys()]
        .map((owner) => world.shelf<Resource>(owner, 'resources').get(one))
        .find(Boolean)?.value;
    fault(has(id, (one) => isText(one) && isUuid(one) && when(found(one))))(parts);
  };
}

function ignoresInReplace(): Fault {
  return (parts) =>
    parts.request(at.replace, (request, { body }) => {
      if (surplus((body ?? {}) as Body))
        request.body = Buffer.from(JSON.stringify(withIn(body, resource, undefined)));
    });
}
