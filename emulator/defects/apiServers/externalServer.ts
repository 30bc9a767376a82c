import { defectsOf, type Fault } from '../defect.ts';
import { isObject } from '../faults/answers.ts';
import { gives } from '../faults/members.ts';
import { freezesAt, keepsAt, revertsAt, valueIn, withIn } from '../faults/nested.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { reads } from '../faults/requests.ts';
import { keepsRefused } from '../faults/storage.ts';
import { accepts, demandsUnique, refuses } from '../faults/validation.ts';
import {
  absent,
  all,
  type Body,
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
const external = `${server}.externalOAuthServer`;
const id = `${external}.id`;
const audience = `${external}.audience`;
const ofExternal = has(`${server}.type`, is('EXTERNAL'));
const surplus = all(
  has(`${server}.type`, is('PINGONE_SSO')),
  has(external, (one) => !absent(one)),
);
const withoutId = all(has(external, isObject), has(id, absent));
const _withoutAudience = all(has(external, isObject), has(audience, absent));
const malformed = has(id, (one) => isText(one) && !isUuid(one));
const _isNoText = (one: unknown) => !absent(one) && !isText(one);

/** What a server can do wrong with the external OAuth server of a service. */
export const externalServer = defectsOf({
  'api-servers-external-oauth-server-forbidden-with-sso': [
    ['stores an external server beside a resource', takes(surplus)],
    [
      'ignores an external server beside a resource',
      mends(surplus, (body) => withIn(body, external, undefined)),
    ],
    ['ignores an external server beside a resource in a replace', ignoresInReplace()],
    [
      'refuses an external server beside a resource for the resource',
      misreports(at.write, { target: external, says: 'PINGONE_SSO' }, elsewhere(`${server}.resource`)),
    ],
  ],
  'api-servers-external-oauth-server-omitted': [
    ['takes a service without its external server for one of PingOne', fallsBack()],
    [
      'refuses a service without its external server for the name',
      refuses(services, 'name', (value) => lacksServer(value as Body)),
    ],
    [
      'shows a service without its external server with a resource',
      gives(shown, server, (one: unknown) =>
        isObject(one) && one.type === 'EXTERNAL' ? { ...one, resource: { id: '' } } : one,
      ),
    ],
  ],
  'api-servers-external-oauth-server-type': [
    ['stores anything as the external server', takes(has(external, isNoObject))],
    ['stores anything as the external server in a replace', takes(has(external, isNoObject), 'replace')],
    [
      'ignores an external server that is no object',
      mends(has(external, isNoObject), (body) => withIn(body, external, undefined)),
    ],
    [
      'shows the external server by its bare id',
      gives(shown, external, (one: unknown) => valueIn(one, 'id')),
    ],
  ],
  'api-servers-external-oauth-server-id-required': [
    ['stores an external server without its id', takes(withoutId)],
    ['stores an external server without its id in a replace', takes(withoutId, 'replace')],
    ['keeps the id of an external server that a replace leaves out', keepsAt(services, id)],
    [
      'ignores an external server without its id',
      mends(withoutId, (body) => withIn(body, external, undefined)),
    ],
    [
      'refuses an external server without its id for its audience',
      misreports(at.write, { target: id }, elsewhere(audience)),
    ],
  ],
  'api-servers-external-oauth-server-id-uuid': [
    ['stores any text as the id of the external server', takes(malformed)],
    ['stores any text as the id of the external server in a replace', takes(malformed, 'replace')],
    [
      'ignores an external server whose id is no UUID',
      mends(malformed, (body) => withIn(body, external, undefined)),
    ],
    [
      'answers 404 to the id of an external server that is no UUID',
      refusesWith(at.write, { target: id, says: 'UUID' }, 404, 'NOT_FOUND'),
    ],
  ],
  'api-servers-external-oauth-server-exists': [
    [
      'stores the id of an external server that does not exist',
      accepts(services, id, 'INVALID_VALUE', { when: isUuid }),
    ],
    [
      'stores the id of an external server that does not exist in a replace',
      accepts(services, id, 'INVALID_VALUE', { on: 'replace', when: isUuid }),
    ],
    [
      'answers 403 to an external server that does not exist',
      refusesWith(at.write, { target: id, says: 'exist' }, 403, 'ACCESS_FAILED'),
    ],
    [
      'refuses an external server that does not exist for its audience',
      misreports(at.write, { target: id, says: 'exist' }, elsewhere(audience)),
    ],
    ['refuses an external server that does not exist, and names it', keepsRefused(services)],
  ],
  'api-servers-external-oauth-server-shared': [
    [
      'lets one service only use an external server',
      demandsUnique(services, id, (value) => valueIn(value, id) as string | undefined),
    ],
    [
      'lets one service only use an external server with an audience',
      demandsUnique(services, audience, (value) => JSON.stringify(valueIn(value, external))),
    ],
  ],
  'api-servers-external-oauth-server-id-mutable': [
    ['answers 200 and keeps the external server of a service', freezesAt(services, id)],
    ['shows the new external server once and keeps the old one', revertsAt(services, id)],
    [
      'refuses another external server in a replace',
      refuses(services, id, (value, old) => old !== undefined && valueIn(value, id) !== valueIn(old, id)),
    ],
  ],
});

function lacksServer(value: Body): boolean {
  return ofExternal(value) && has(external, absent)(value);
}

/** Serves it without looking for a resource, which no such service has. */
function fallsBack(): Fault {
  return gives(shown, server, (one: unknown) =>
    isObject(one) && one.type === 'EXTERNAL' && one.externalOAuthServer === undefined
      ? { ...one, type: 'PINGONE_SSO' }
      : one,
  );
}

function ignoresInReplace(): Fault {
  return reads(at.replace, (body) => (surplus(body) ? withIn(body, external, undefined) : undefined));
}
