import { environments } from '../../collections/environments.ts';
import { ApiError, invalidData } from '../../http/errors.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { always, body, isObject, status } from '../faults/answers.ts';
import { withoutLinks } from '../faults/documents.ts';
import { adds, gives, omits } from '../faults/members.ts';
import { bare, embeds, members } from '../faults/pages.ts';
import { refusesWith } from '../faults/refusals.ts';
import { asks, query } from '../faults/requests.ts';
import { together } from '../faults/state.ts';
import { at, nobody, type Stored, shown } from './places.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a server can do wrong where environments are read, one or all. */
export const reading = defectsOf({
  'environments-read-all-200': [
    [
      'finds no list of environments',
      always(at.list, 404, { id: nobody, code: 'NOT_FOUND', message: 'Not found.' }),
    ],
    ['answers 206 to the list of environments', status(at.list, 200, 206)],
    ['lists environments without links around them', withoutLinks(at.list)],
    ['answers the list of environments as a bare array', bare(at.list)],
  ],
  'environments-read-all-organization-from-token': [
    ['lists the environments of every organization', listsAll()],
    [
      'wants to be told whose environments to list',
      asks(at.list, (_request, asked) => {
        if (!asked.query.has('organization'))
          throw invalidData([
            { code: 'REQUIRED_VALUE', target: 'organization', message: 'The value is required.' },
          ]);
      }),
    ],
  ],
  'environments-read-all-contains-target': [
    ['leaves the newest environment out of the list', members(at.list, (all) => all.slice(0, -1))],
    ['leaves the oldest environment out of the list', members(at.list, (all) => all.slice(1))],
    ['lists an environment twice', members(at.list, (all) => [...all, ...all.slice(-1)])],
    [
      'lists sandbox environments only',
      members(at.list, (all) => all.filter(({ type }) => type === 'SANDBOX')),
    ],
  ],
  'environments-read-all-not-empty': [
    ['lists no environment', members(at.list, () => [])],
    [
      'lists environments only when it is asked to expand them',
      members(at.list, (all, { query: asked }) => (asked.has('expand') ? all : [])),
    ],
  ],
  'environments-read-all-embedded-key': [
    ['lists environments as items', embeds(at.list, (_name, all) => ({ items: all }))],
    ['lists environments in an array without a name', embeds(at.list, (_name, all) => all)],
    [
      'lists environments by their ids',
      embeds(at.list, (name, all) => ({ [name]: Object.fromEntries(all.map((one) => [one.id, one])) })),
    ],
    [
      'lists the ids of environments only',
      embeds(at.list, (name, all) => ({ [name]: all.map(({ id }) => id) })),
    ],
  ],
  'environments-read-one-200': [
    ['reads the environment of the worker whatever the id', readsOwn()],
    ['answers 203 to the read of an environment', status(at.read, 200, 203)],
    ['reads environments without their ids', omits(at.read, 'id')],
  ],
  'environments-read-one-trailing-slash': [
    [
      'fails when a slash ends the address of an environment',
      slashed((reply) => {
        reply.status = 500;
      }),
    ],
    [
      'answers the list when a slash ends the address of an environment',
      slashed((reply) => {
        reply.body = { _embedded: { environments: [reply.body] } };
      }),
    ],
  ],
  'environments-response-codes': [
    [
      'answers 409 to a name that another environment has',
      refusesWith(at.write, { code: 'UNIQUENESS_VIOLATION' }, 409, 'INVALID_DATA'),
    ],
    ['answers 422 to a create of an environment that it refuses', status(at.create, 400, 422)],
    ['answers 410 to the delete of an environment that is gone', status(at.remove, 404, 410)],
    ['answers 501 to a filter of environments that it does not know', status(at.list, 400, 501)],
    [
      'answers 202 to the create of an environment that is not yet ready',
      status(at.create, 201, 202),
      ['environments-create-201'],
    ],
    ['answers 302 to a read of an environment without a token', status(at.read, 401, 302)],
  ],
  'environments-expand-bill-of-materials': [
    [
      'shows the products of environments nowhere',
      together(query([at.read, at.list], 'expand'), omits(shown, 'billOfMaterials')),
    ],
    [
      'does not expand listed environments',
      together(query(at.list, 'expand'), omits(at.list, 'billOfMaterials')),
    ],
    [
      'embeds the products of an environment unasked',
      adds(at.read, '_embedded.billOfMaterials', { products: [] }),
    ],
    [
      'embeds the products of listed environments unasked',
      adds(at.list, '_embedded.billOfMaterials', { products: [] }),
    ],
    [
      'embeds an empty product list',
      together(
        gives([at.read, at.list], '_embedded.billOfMaterials.products', []),
        omits(shown, 'billOfMaterials'),
      ),
    ],
    [
      'refuses to expand an environment',
      asks(at.read, (_request, asked) => {
        if (asked.query.has('expand'))
          throw new ApiError(400, 'INVALID_REQUEST', 'There is nothing to expand.');
      }),
    ],
  ],
});

/** Environments of other organizations behind those that are listed. */
function listsAll(): Fault {
  return (parts) => {
    const { world } = parts.gatekeeper;
    body(at.list, (page) => {
      if (!isObject(page._embedded)) return;
      const own = page._embedded.environments as readonly Json[];
      const owner = (own[0]?.organization as Json | undefined)?.id;
      const foreign = [...world.organizationOf].flatMap(([id, ownerId]) => {
        const entry = world.shelf<Stored>(ownerId, environments.kind).get(id);
        const place = { world, base: '', ownerId, parentId: '', url: '' };
        return ownerId === owner || entry === undefined ? [] : [environments.represent(entry, place)];
      });
      page._embedded.environments = [...own, ...foreign];
    })(parts);
  };
}

function readsOwn(): Fault {
  return (parts) =>
    parts.request(at.read, (request) => {
      const { environmentId = '' } = parts.seed.workers[0] ?? {};
      (request.params as Record<string, string>).environmentId = environmentId;
    });
}

function slashed(change: (reply: { status: number; body: unknown }) => void): Fault {
  return (parts) =>
    parts.reply(at.read, (reply, { path }) => {
      if (path.endsWith('/')) change(reply);
    });
}
