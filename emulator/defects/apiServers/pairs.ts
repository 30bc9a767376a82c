import type { ApiServer } from '../../collections/apiServers.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { valueIn, withIn } from '../faults/nested.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { together } from '../faults/state.ts';
import { freezes, keepsRefused } from '../faults/storage.ts';
import { refuses, stores } from '../faults/validation.ts';
import { absent, all, elsewhere, has, is, mends, takes } from './bodies.ts';
import { at, services } from './places.ts';

const server = 'authorizationServer';
const type = `${server}.type`;
const directoryType = 'directory.type';
const eitherType = /^(authorizationServer|directory)\.type$/;
const external = has(type, is('EXTERNAL'));

const beside = {
  external: all(external, has(directoryType, is('PINGONE_SSO'))),
  pingOne: all(has(type, is('PINGONE_SSO')), has(directoryType, is('EXTERNAL'))),
  none: all(has(type, absent), has(directoryType, is('EXTERNAL'))),
};

/** What a server can do wrong with the types of authorization server and directory, which have to be equal. */
export const pairs = defectsOf({
  'api-servers-authorization-server-type-differs-external': [
    ['stores EXTERNAL beside a directory of PingOne', takes(beside.external)],
    ['stores EXTERNAL beside a directory of PingOne in a replace', takes(beside.external, 'replace')],
    [
      'lets the directory follow the type EXTERNAL',
      mends(beside.external, (body) => withIn(body, directoryType, 'EXTERNAL')),
    ],
    [
      'refuses EXTERNAL beside a directory of PingOne for the name',
      misreports(at.write, { target: eitherType }, elsewhere('name')),
    ],
  ],
  'api-servers-authorization-server-type-differs-sso': [
    ['stores PINGONE_SSO beside an external directory', takes(beside.pingOne)],
    ['stores PINGONE_SSO beside an external directory in a replace', takes(beside.pingOne, 'replace')],
    [
      'lets the directory follow the type PINGONE_SSO',
      mends(beside.pingOne, (body) => withIn(body, directoryType, 'PINGONE_SSO')),
    ],
    ['refuses PINGONE_SSO beside an external directory, and stores it in a replace', keepsRefused(services)],
    ['answers 409 to types that differ', refusesWith(at.write, { target: eitherType }, 409, 'INVALID_DATA')],
  ],
  'api-servers-authorization-server-type-default-differs': [
    ['compares the types when both are given', takes(beside.none)],
    ['compares the types of a create when both are given', takes(beside.none, 'create')],
    [
      'lets the directory follow a type that was left out',
      mends(beside.none, (body) => withIn(body, 'directory', undefined)),
    ],
  ],
  'api-servers-directory-omitted-with-external': [
    [
      'stores EXTERNAL beside the directory that it falls back to',
      takes(all(external, has('directory', absent))),
    ],
    [
      'stores EXTERNAL beside the directory that a replace falls back to',
      takes(all(external, has('directory', absent)), 'replace'),
    ],
    [
      'refuses EXTERNAL without a directory for the name',
      misreports(at.write, { target: type }, elsewhere('name')),
    ],
    [
      'answers 403 to EXTERNAL without a directory',
      refusesWith(at.write, { target: type }, 403, 'ACCESS_FAILED'),
    ],
  ],
  'api-servers-authorization-server-type-mutable': [
    [
      'keeps the resource of a service that moves to an external server',
      stores(services, (value, old) => both(value, old, 'resource')),
    ],
    [
      'keeps the external server of a service that moves to PingOne',
      stores(services, (value, old) => both(value, old, 'externalOAuthServer')),
    ],
    [
      'answers 200 and keeps who issues the tokens',
      together(freezes(services, server), freezes(services, 'directory')),
    ],
    [
      'moves the issuer of a service and not its directory',
      stores(services, (value, old) => (old === undefined ? value : { ...value, directory: old.directory })),
    ],
    [
      'refuses to move a service, and moves it',
      together(
        refuses(services, type, (value, old) => old !== undefined && value[server].type !== old[server].type),
        keepsRefused(services),
      ),
    ],
    [
      'refuses to move a service for its name',
      refuses(services, 'name', (value, old) => old !== undefined && value[server].type !== old[server].type),
    ],
    ['leaves the directory of a service that moves to an external server', staysBehind('EXTERNAL')],
    ['leaves the directory of a service that moves to PingOne', staysBehind('PINGONE_SSO')],
    [
      'goes on calling the issuer of a service that moved to PingOne external',
      stores(services, (value, old) =>
        old?.[server].type === 'EXTERNAL' ? withType(value, 'EXTERNAL') : value,
      ),
    ],
  ],
});

type Server = { readonly type: string; readonly resource?: unknown; readonly externalOAuthServer?: unknown };

/** Goes on with a member of the former authorization server beside the new one. */
function both<T extends { readonly authorizationServer: Server }>(
  value: T,
  old: T | undefined,
  member: keyof Server,
): T {
  const former = valueIn(old, `${server}.${member}`);
  return former === undefined || value[server].type === old?.[server].type
    ? value
    : { ...value, [server]: { ...value[server], [member]: former } };
}

/** Goes on with the former directory of a service whose tokens come from another kind of server. */
function staysBehind(moved: string): Fault {
  return stores(services, (value, old) =>
    old === undefined || value[server].type !== moved ? value : { ...value, directory: old.directory },
  );
}

function withType(value: ApiServer, named: ApiServer['authorizationServer']['type']): ApiServer {
  return { ...value, [server]: { ...value[server], type: named } };
}
