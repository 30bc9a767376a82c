import { apiServers } from '../../collections/apiServers.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { status } from '../faults/answers.ts';
import { confuses, identifies, moves } from '../faults/identity.ts';
import { adds, gives, omits } from '../faults/members.ts';
import { bare } from '../faults/pages.ts';
import { doesAnyway, misreports, refusesSent, refusesWith } from '../faults/refusals.ts';
import { answersOld } from '../faults/state.ts';
import { idAlone, noContent, removesWith } from '../faults/statuses.ts';
import { keepsRefused, losesCreated } from '../faults/storage.ts';
import { accepts } from '../faults/validation.ts';
import { placesOf } from '../where.ts';
import { at, nobody, servers, shown } from './places.ts';

/** What a server can do wrong with the life of an external OAuth server. */
export const lifecycle = defectsOf({
  'external-oauth-servers-create-201': [
    ['answers 200 to the create of an OAuth server', status(at.create, 201, 200)],
    ['calls a new OAuth server otherwise', gives(at.create, 'name', (name: string) => `${name} (1)`)],
    ['answers the create of an OAuth server with its id alone', idAlone(at.create)],
  ],
  'external-oauth-servers-list-200': [
    ['lists OAuth servers without a document around them', bare(at.list)],
    ['answers 202 to a read of all OAuth servers', status(at.list, 200, 202)],
  ],
  'external-oauth-servers-read-200': [
    ['reads the newest OAuth server whatever the id', confuses(servers, at.read, (all) => all.at(-1))],
    ['reads the first OAuth server whatever the id', confuses(servers, at.read, ([first]) => first)],
    ['answers 201 to a read of an OAuth server', status(at.read, 200, 201)],
  ],
  'external-oauth-servers-update-200': [
    ['answers the replace of an OAuth server with its old state', answersOld(servers)],
    ['answers 201 to the replace of an OAuth server', status(at.replace, 200, 201)],
    ['answers the replace of an OAuth server without a body', noContent(at.replace)],
  ],
  'external-oauth-servers-delete-204': [
    ['answers 200 to the delete of an OAuth server', removesWith(at.remove, 200)],
    ['answers the delete of an OAuth server with what is gone', removesWith(at.remove, 200, true)],
    ['answers 202 to the delete of an OAuth server', removesWith(at.remove, 202)],
  ],
  'external-oauth-servers-create-then-read': [
    ['does not store a new OAuth server', losesCreated(servers)],
    ['leaves the issuers of an OAuth server out of reads', omits(at.read, 'issuers')],
    ['reads the tolerance of every OAuth server as 0', gives(at.read, 'validation.clockSkewTolerance', 0)],
    ['reads the address of keys without its path', gives(at.read, 'validation.jwksUrl', withoutPath)],
  ],
  'external-oauth-servers-update-validates': [
    [
      'takes an address over http from a replace',
      accepts(servers, 'validation.jwksUrl', 'INVALID_VALUE', { on: 'replace' }),
    ],
    ['keeps the address of a replace that it refused', keepsRefused(servers)],
    [
      'refuses the address of a replace for the name',
      misreports(at.replace, { target: 'validation.jwksUrl' }, (detail) => ({ ...detail, target: 'name' })),
    ],
    [
      'answers 409 to a replace with an address over http',
      refusesWith(at.replace, { target: 'validation.jwksUrl' }, 409, 'INVALID_DATA'),
    ],
  ],
  'external-oauth-servers-delete-in-use': [
    [
      'deletes an OAuth server that an API service uses',
      (parts) => parts.change(servers, { keep: () => undefined }),
    ],
    ['refuses to delete an OAuth server in use, and deletes it', deletesAnyway()],
    ['deletes the API service of an OAuth server that it may not delete', deletesUsers()],
    [
      'answers 403 to the delete of an OAuth server in use',
      refusesWith(at.remove, undefined, 403, 'ACCESS_FAILED'),
    ],
    [
      'calls the delete of an OAuth server in use no access',
      refusesWith(at.remove, undefined, 400, 'ACCESS_FAILED'),
    ],
  ],
  'external-oauth-servers-delete-after-use': [
    ['counts API services that were deleted as users of an OAuth server', countsFormerUsers(true)],
    ['counts API services that went over to another OAuth server as its users', countsFormerUsers(false)],
  ],
  'external-oauth-servers-id-uuid': [
    ['numbers OAuth servers', identifies(servers, (_id, _asked, number) => String(number))],
    ['lists OAuth servers without their ids', omits(at.list, 'id')],
    ['gives every OAuth server the same id', identifies(servers, () => nobody)],
  ],
  'external-oauth-servers-id-server-assigned': [
    [
      'takes the id of an OAuth server from its create',
      identifies(servers, (id, { body }) => idIn(body) ?? id),
    ],
    [
      'refuses an id in the create of an OAuth server for the name',
      refusesSent(at.create, 'name', ({ id }) => id !== undefined),
    ],
  ],
  'external-oauth-servers-id-immutable': [
    [
      'moves an OAuth server to the id in a replace',
      moves(servers, at.replace, (id, { body }) => idIn(body) ?? id),
    ],
    [
      'makes a second OAuth server of the id in a replace',
      moves(servers, at.replace, (id, { body }) => idIn(body) ?? id, true),
    ],
    [
      'shows the id in a replace as that of the OAuth server',
      gives(at.replace, 'id', (id: unknown, { body }) => idIn(body) ?? id),
    ],
  ],
  'external-oauth-servers-environment-id': [
    ['does not name the environment of a new OAuth server', omits(at.create, 'environment')],
    ['names another environment for a new OAuth server', gives(at.create, 'environment.id', nobody)],
    ['names the environment of an OAuth server by its bare id', adds(shown, 'environment', nobody)],
  ],
});

function withoutPath(address: string): string {
  return URL.canParse(address) ? `${new URL(address).origin}/` : address;
}

function idIn(json: unknown): string | undefined {
  const { id } = (json ?? {}) as { id?: unknown };
  return typeof id === 'string' ? id : undefined;
}

function deletesAnyway(): Fault {
  return doesAnyway(at.remove, ({ parameters }, world) =>
    world.shelf(parameters.environmentId ?? '', servers.kind).remove(parameters[servers.item] ?? ''),
  );
}

function deletesUsers(): Fault {
  return doesAnyway(at.remove, ({ parameters }, world) => {
    const shelf = world.shelf<object>(parameters.environmentId ?? '', apiServers.kind);
    for (const { id, value } of [...shelf.all()])
      if (JSON.stringify(value).includes(parameters[servers.item] ?? '')) shelf.remove(id);
  });
}

/** Remembers every OAuth server that an API service was created with. */
function countsFormerUsers(deleted: boolean): Fault {
  return (parts) => {
    const users = new Map<string, string>();
    const { keep } = servers;
    parts.reply(placesOf(apiServers).create, ({ body }) => {
      const { id, authorizationServer } = (body ?? {}) as {
        id?: string;
        authorizationServer?: { externalOAuthServer?: { id: string } };
      };
      const used = authorizationServer?.externalOAuthServer?.id;
      if (id !== undefined && used !== undefined) users.set(used, id);
    });
    parts.change(servers, {
      keep: (entry, place) => {
        const user = users.get(entry.id);
        const isThere = user !== undefined && place.world.shelf(place.ownerId, apiServers.kind).has(user);
        const counted = user !== undefined && isThere !== deleted;
        const reason = {
          code: 'CONSTRAINT_VIOLATION',
          target: 'id',
          message: 'An API service used the server.',
        };
        return counted ? reason : keep?.(entry, place);
      },
    });
  };
}
