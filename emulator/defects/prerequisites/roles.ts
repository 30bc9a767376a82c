import { ApiError } from '../../http/errors.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { always, entries, status } from '../faults/answers.ts';
import { gives, omits } from '../faults/members.ts';
import { embeds, members } from '../faults/pages.ts';
import { asks, query } from '../faults/requests.ts';

const list = 'GET /roles';
const one = 'GET /roles/:roleId';
const ofEnvironment = 'GET /environments/:environmentId/roles';
const ofUser = 'GET /environments/:environmentId/users/:userId/roleAssignments';
const row = (name: string) => `prerequisites-roles-${name}`;
const missing = { id: 'none', code: 'NOT_FOUND', message: 'The path does not exist.' };

/** What a server can do wrong with the roles of the platform. */
export const rolesDefects = defectsOf({
  [row('at-root')]: [
    ['serves no roles at the root', always(list, 404, missing)],
    ['serves no single role at the root', always(one, 404, missing)],
    ['lists roles as items', embeds(list, (_name, all) => ({ items: all }))],
    [
      'reads a role under another name than it lists',
      gives(one, 'name', (name: string) => name.toUpperCase()),
    ],
    ['reads a role without its id', omits(one, 'id')],
    ['answers 206 to the list of roles', status(list, 200, 206)],
  ],
  [row('model')]: [
    [
      'lists the permissions of roles as bare texts',
      gives(list, 'permissions', (all: { id: string }[]) => all.map(({ id }) => id)),
    ],
    ['lists roles without permissions', omits(list, 'permissions')],
    [
      'lists roles that can be assigned at a bare level',
      gives(list, 'applicableTo', (levels: string[]) => levels[0]),
    ],
    ['lists roles without levels', omits(list, 'applicableTo')],
    [
      'lists levels of roles in small letters',
      gives(list, 'applicableTo.*', (level: string) => level.toLowerCase()),
    ],
    ['lists roles without names', omits(list, 'name')],
    ['numbers roles', gives(list, 'id', '4711')],
    ['lists permissions without a description', omits(list, 'permissions.*.description')],
  ],
  [row('built-in')]: [
    'Organization Admin',
    'Environment Admin',
    'Identity Data Admin',
    'Client Application Developer',
  ].map(
    (name) =>
      [`lists no role ${name}`, entries(list, (role) => (role.name === name ? undefined : role))] as const,
  ),
  [row('identity-data-admin')]: [
    ['gives the role for identity data no permissions', forIdentityData({ permissions: [] })],
    [
      'gives the role for identity data no permission on users',
      forIdentityData({ permissions: [{ classifier: 'group', description: 'read group' }] }),
    ],
    [
      'gives the role for identity data at environments only',
      forIdentityData({ applicableTo: ['ENVIRONMENT'] }),
    ],
    [
      'gives the role for identity data at the organization only',
      forIdentityData({ applicableTo: ['ORGANIZATION', 'POPULATION'] }),
    ],
  ],
  [row('read-only')]: [
    ['creates a role', createsRole()],
    ['answers 201 to the create of a role that it does not make', always('POST /roles', 201, { id: '17' })],
    ['answers 200 to a replace of a role', always('PUT /roles/:roleId', 200, {})],
    ['answers 204 to the delete of a role', always('DELETE /roles/:roleId', 204)],
    ['deletes a role that it refuses to delete', deletesRole()],
  ],
  [row('environment-filter-type')]: [
    [
      'refuses parentheses around a filter of roles',
      asks(ofEnvironment, (_request, { query: asked }) => {
        if (asked.get('filter')?.startsWith('('))
          throw new ApiError(400, 'INVALID_REQUEST', 'The filter is malformed.');
      }),
    ],
    ['ignores filters of the roles of an environment', query(ofEnvironment, 'filter')],
    [
      'finds no built-in role of an environment',
      members(ofEnvironment, (all, { query: asked }) => (asked.has('filter') ? [] : all)),
    ],
    [
      'finds the first built-in role of an environment only',
      members(ofEnvironment, (all, { query: asked }) => (asked.has('filter') ? all.slice(0, 1) : all)),
    ],
  ],
  [row('user-assignment-scope')]: [
    ['shows a role of a user without its scope', omits(ofUser, 'scope')],
    [
      'shows the scope of a role of a user as its id alone',
      gives(ofUser, 'scope', ({ id }: { id: string }) => id),
    ],
    ['shows the scope of a role of a user without a type', omits(ofUser, 'scope.type')],
    ['shows the scope of a role of a user in small letters', gives(ofUser, 'scope.type', 'environment')],
    ['shows a role of a user without its id', omits(ofUser, 'role.id')],
    ['lists the roles of a user as items', embeds(ofUser, (_name, all) => ({ items: all }))],
    ['finds no roles of a user', always(ofUser, 404, missing)],
  ],
});

function forIdentityData(members: Readonly<Record<string, unknown>>): Fault {
  return entries(list, (role) => (role.name === 'Identity Data Admin' ? { ...role, ...members } : role));
}

function createsRole(): Fault {
  return (parts) => {
    const created: Record<string, unknown>[] = [];
    parts.reply('POST /roles', (reply, { body }) => {
      const role = { ...(body as object), id: crypto.randomUUID() };
      created.push(role);
      Object.assign(reply, { status: 201, body: role });
    });
    members(list, (all) => [...all, ...created])(parts);
  };
}

function deletesRole(): Fault {
  return (parts) => {
    const gone = new Set<unknown>();
    parts.reply('DELETE /roles/:roleId', (_reply, { path }) => {
      gone.add(path.split('/').at(-1));
    });
    entries(list, (role) => (gone.has(role.id) ? undefined : role))(parts);
  };
}
