import { defectsOf, type Fault } from '../defect.ts';
import { gives, omits } from '../faults/members.ts';
import { withIn } from '../faults/nested.ts';
import { misreports, refusesSent, refusesWith } from '../faults/refusals.ts';
import { shows, together } from '../faults/state.ts';
import { merges } from '../faults/storage.ts';
import { stores } from '../faults/validation.ts';
import type { Asked } from '../reply.ts';
import { absent, type Body, chooses, elsewhere, has, is, isNoObject, mends, takes } from './bodies.ts';
import { at, services, shown } from './places.ts';

const server = 'authorizationServer';
const type = `${server}.type`;
const directoryType = 'directory.type';
const external = has(type, is('EXTERNAL'));
const unknown = has(type, (value) => !absent(value) && !is('PINGONE_SSO', 'EXTERNAL')(value));

/** What a server can do wrong with the issuer of the tokens of a service, and with its type. */
export const authorizationServer = defectsOf({
  'api-servers-authorization-server-required': [
    ['stores a service without an authorization server', storesNone()],
    [
      'keeps the authorization server that a replace leaves out',
      merges(services, (body, value) => ({ ...body, [server]: body[server] ?? value[server] }) as never),
    ],
    ['chooses a resource for a service without an authorization server', chooses(has(server, absent))],
    [
      'refuses a service without an authorization server for its name',
      misreports(at.write, { target: server }, elsewhere('name')),
    ],
    [
      'answers 422 to a service without an authorization server',
      refusesWith(at.write, { target: server }, 422, 'INVALID_DATA'),
    ],
  ],
  'api-servers-authorization-server-type': [
    ['stores anything as the authorization server', takes(has(server, isNoObject))],
    ['stores anything as the authorization server in a replace', takes(has(server, isNoObject), 'replace')],
    ['chooses a resource where the authorization server is no object', chooses(has(server, isNoObject))],
    ['shows the authorization server in a list', gives(shown, server, (one: unknown) => [one])],
  ],
  'api-servers-authorization-server-type-default': [
    ['refuses a service whose type is left out', refusesSent(at.write, type, has(type, absent))],
    ['answers without the type that was left out', gives(at.write, type, unlessLeftOut)],
    ['reads services without their type', omits(at.read, type)],
    [
      'answers a replace with EXTERNAL for a type that was left out',
      gives(at.replace, type, (old: unknown, { body }: Asked) =>
        has(type, absent)(body as Body) ? 'EXTERNAL' : old,
      ),
    ],
    [
      'keeps the type of a service in small letters',
      gives(shown, type, (old: unknown) => String(old).toLowerCase()),
    ],
  ],
  'api-servers-authorization-server-type-values': [
    ['stores any type of an authorization server', takes(unknown)],
    ['stores any type of an authorization server in a replace', takes(unknown, 'replace')],
    [
      'takes PINGONE_SSO for a type that does not exist',
      mends(unknown, (body) => withIn(body, type, 'PINGONE_SSO')),
    ],
    [
      'takes PINGONE_SSO for an empty type',
      mends(has(type, is('')), (body) => withIn(body, type, undefined)),
    ],
    [
      'refuses a type that does not exist for the name',
      misreports(at.write, { target: type }, elsewhere('name')),
    ],
    ['fails at a type that does not exist', refusesWith(at.write, { target: type }, 500, 'UNEXPECTED_ERROR')],
  ],
  'api-servers-authorization-server-type-pingone-sso': [
    [
      'refuses the type PINGONE_SSO where it is spelled out',
      refusesSent(at.create, type, has(type, is('PINGONE_SSO'))),
    ],
    [
      'refuses PINGONE_SSO as the type of the directory',
      refusesSent(at.create, directoryType, has(directoryType, is('PINGONE_SSO'))),
    ],
    ['leaves out PINGONE_SSO where it is spelled out', gives(shown, type, ifNot('PINGONE_SSO'))],
  ],
  'api-servers-authorization-server-type-external': [
    ['refuses the type EXTERNAL', refusesSent(at.create, type, external)],
    ['does not keep the audience of an external server', stores(services, withoutAudience)],
    [
      'reads services of an external server without its audience',
      omits(at.read, `${server}.externalOAuthServer.audience`),
    ],
    [
      'shows a resource beside an external server',
      shows(services, (one) => (external(one) ? withIn(one, `${server}.resource`, { id: one.id }) : one)),
    ],
    ['reads EXTERNAL as PINGONE_SSO', gives(at.read, type, 'PINGONE_SSO')],
  ],
});

/** Stores an empty one, which answers leave out. */
function storesNone(): Fault {
  return together(
    takes(has(server, absent)),
    stores(services, (value) => ({ ...value, [server]: value[server] ?? ({} as never) })),
    shows(services, ({ [server]: one, ...others }) =>
      Object.keys(one as object).length === 0 ? others : { [server]: one, ...others },
    ),
  );
}

function unlessLeftOut(old: unknown, { body }: Asked): unknown {
  return has(type, absent)(body as Body) ? undefined : old;
}

function ifNot(value: unknown): (old: unknown) => unknown {
  return (old) => (old === value ? undefined : old);
}

function withoutAudience<T extends object>(value: T): T {
  return withIn(value as Body, `${server}.externalOAuthServer.audience`, undefined) as T;
}
