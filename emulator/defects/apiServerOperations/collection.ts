import { randomUUID } from 'node:crypto';
import { invalidData } from '../../http/errors.ts';
import { constraint } from '../../validation/faults.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { body, status } from '../faults/answers.ts';
import { misleads, unlinks } from '../faults/members.ts';
import { bare, embeds, members } from '../faults/pages.ts';
import { refusesWith } from '../faults/refusals.ts';
import { query } from '../faults/requests.ts';
import { together } from '../faults/state.ts';
import { storesRefused } from '../faults/storage.ts';
import { quota } from '../faults/validation.ts';
import { askedOf } from '../reply.ts';
import { at, operations } from './places.ts';

/** What a server can do wrong with the list of operations, their number and their links. */
export const collection = defectsOf({
  'api-server-operations-list-200': [
    ['answers the operations of a service as a bare array', bare(at.list)],
    ['answers 206 to the list of operations', status(at.list, 200, 206)],
    [
      'lists operations without links around them',
      body(at.list, (page) => {
        delete page._links;
      }),
    ],
  ],
  'api-server-operations-own-service-only': [
    [
      'lists the operations of all services under each',
      (parts) =>
        parts.change(operations, {
          members: ({ world, ownerId }) => world.shelf<never>(ownerId, operations.kind).all(),
        }),
    ],
  ],
  'api-server-operations-list-embedded': [
    [
      'leaves _embedded out of an empty list of operations',
      body(at.list, (page) => {
        if (page.count === 0) delete page._embedded;
      }),
    ],
    ['lists operations as items', embeds(at.list, (_name, all) => ({ items: all }))],
    [
      'lists operations by their ids',
      embeds(at.list, (name, all) => ({ [name]: Object.fromEntries(all.map((one) => [one.id, one])) })),
    ],
  ],
  'api-server-operations-limit': [
    ['pages operations without regard to the limit', query(at.list, 'limit')],
    [
      'puts one operation more on a page than the limit',
      query(at.list, 'limit', (limit) => String(Number(limit) + 1)),
    ],
    [
      'loses the first operation of every later page',
      members(at.list, (all, { query: asked }) => (asked.has('cursor') ? all.slice(1) : all)),
    ],
    ['repeats the first page of operations', query(at.list, 'cursor')],
  ],
  'api-server-operations-quota': [
    [
      'answers 409 to a 26th operation',
      refusesWith(at.create, { code: 'CONSTRAINT_VIOLATION' }, 409, 'REQUEST_FAILED'),
    ],
    ['refuses a 26th operation and stores it', storesRefused(operations)],
    ['takes a 26th operation', quota(operations, 26)],
    ['takes any number of operations', quota(operations)],
    ['refuses the 25th operation', quota(operations, 24)],
    ['removes the oldest operation for the 26th', together(quota(operations), removesOldest())],
    ['refuses the 25th operation, and stores it', refusesLast()],
  ],
  'api-server-operations-link-self': [
    [
      'links an operation to its collection as itself',
      misleads(at.one, 'self', (href) => href.replace(/\/[^/]+$/, '')),
    ],
    ['leaves the link of an operation to itself out', unlinks(at.one, 'self')],
    [
      'links a replaced operation to the address of another',
      misleads(at.replace, 'self', (href) => href.replace(/[^/]+$/, randomUUID())),
    ],
  ],
  'api-server-operations-link-environment': [
    ['leaves the link from an operation to its environment out', unlinks(at.one, 'environment')],
    ['leaves the link to its environment out where an operation is read', unlinks(at.read, 'environment')],
    [
      'links an operation to all environments',
      misleads(at.one, 'environment', (href) => href.replace(/\/[^/]+$/, '')),
    ],
  ],
  'api-server-operations-link-api-server': [
    [
      'links an operation to all services',
      misleads(at.one, 'apiServer', (href) => href.replace(/\/[^/]+$/, '')),
    ],
    ['leaves the link from an operation to its service out', unlinks(at.one, 'apiServer')],
    ['leaves the link to its service out where an operation is replaced', unlinks(at.replace, 'apiServer')],
  ],
});

function removesOldest(): Fault {
  return (parts) =>
    parts.change(operations, {
      stored: (_entry, { world, ownerId, parentId }) => {
        const shelf = world.shelf(ownerId, operations.kind);
        const [oldest] = shelf.below(parentId);
        if (oldest !== undefined && shelf.sizeBelow(parentId) > 25) shelf.remove(oldest.id);
      },
    });
}

/** Tells of the last operation that a service may have that it was not made. */
function refusesLast(): Fault {
  return (parts) =>
    parts.wrap(at.create, (handler) => async (request) => {
      const answer = await handler(request);
      const { parameters } = askedOf(request);
      const shelf = parts.gatekeeper.world.shelf(parameters.environmentId ?? '', operations.kind);
      if (shelf.sizeBelow(parameters[operations.parent?.parameter ?? ''] ?? '') < 25) return answer;
      throw invalidData([constraint('operations', 'There are enough operations.')]);
    });
}
