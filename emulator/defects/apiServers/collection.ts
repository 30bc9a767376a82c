import { type ApiError, invalidData } from '../../http/errors.ts';
import { constraint } from '../../validation/faults.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { nothingWhenEmpty } from '../faults/documents.ts';
import { valueIn } from '../faults/nested.ts';
import { embeds, members, pageLink } from '../faults/pages.ts';
import { misreports, refusesWith } from '../faults/refusals.ts';
import { query } from '../faults/requests.ts';
import { answersWhen } from '../faults/sometimes.ts';
import { together } from '../faults/state.ts';
import { storesRefused } from '../faults/storage.ts';
import { quota } from '../faults/validation.ts';
import { askedOf } from '../reply.ts';
import { membersOf, refusesParameter } from './parameters.ts';
import { at, nobody, services } from './places.ts';

const { list } = at;

/** What a server can do wrong with pages of services, and with their number. */
export const collection = defectsOf({
  'api-servers-limit': [
    ['ignores the limit of a list of services', query(list, 'limit')],
    [
      'puts one service more than the limit on a page',
      query(list, 'limit', (limit) => String(Number(limit) + 1)),
    ],
    [
      'keeps to the limit on the first page of services only',
      query(list, 'cursor', (cursor, { query: asked }) => {
        asked.set('limit', '25');
        return cursor;
      }),
    ],
    ['ends a list of services with its first page', pageLink(list, 'next')],
    ['begins every page of services anew', query(list, 'cursor')],
  ],
  'api-servers-limit-range': [
    ['fails at a limit of 0', refusesParameter('limit', /^0$/, 500, 'UNEXPECTED_ERROR')],
    ['refuses a limit of 25', refusesParameter('limit', /^25$/, 400, 'INVALID_DATA')],
    ['refuses a limit of 1', refusesParameter('limit', /^1$/, 400, 'INVALID_DATA')],
    [
      'refuses a limit of 26 for the filter',
      misreports(list, { target: 'limit' }, (detail) => ({ ...detail, target: 'filter' })),
    ],
    ['answers 404 to a limit of 26', refusesWith(list, { target: 'limit' }, 404, 'NOT_FOUND')],
    ['answers 200 and nothing to a limit that is too large', emptyBeyond()],
  ],
  'api-servers-expand': [
    ['refuses to expand services', refusesParameter('expand', /./, 400, 'INVALID_DATA')],
    ['lists no service that is expanded', membersOf('expand', () => [])],
    ['lists one service less when expanded', membersOf('expand', (all) => all.slice(0, -1))],
    [
      'lists expanded services without their names',
      membersOf('expand', (all) => all.map(({ name: _, ...others }) => others)),
    ],
  ],
  'api-servers-quota': [
    ['takes any number of services', quota(services)],
    ['takes 26 services', quota(services, 26)],
    ['takes 24 services', quota(services, 24)],
    ['removes the oldest service for the 26th', together(quota(services), removesOldest)],
    ['answers 404 to the 26th service', refusesWith(at.create, { target: 'apiServers' }, 404, 'NOT_FOUND')],
    ['refuses the 26th service, and stores it', storesRefused(services, isFull)],
    ['refuses the 25th service, and stores it', refusesLast()],
  ],
  'api-servers-list-embedded': [
    ['leaves _embedded out of an empty list of services', nothingWhenEmpty(list)],
    ['lists services as items', embeds(list, (_name, all) => ({ items: all }))],
    [
      'lists services by their ids',
      embeds(list, (name, all) => ({ [name]: Object.fromEntries(all.map((one) => [String(one.id), one])) })),
    ],
    ['lists no services as null', embeds(list, (name, all) => ({ [name]: all.length === 0 ? null : all }))],
    ['answers 404 to a list without services', emptyAs(404)],
    ['answers 204 to a list without services', emptyAs(204)],
  ],
  'api-servers-list-item-members': [
    ['lists the ids of services only', members(list, (all) => all.map(({ id, _links }) => ({ id, _links })))],
    [
      'lists services without their base URLs',
      members(list, (all) => all.map(({ baseUrls: _, ...others }) => others)),
    ],
    [
      'lists services with the type of their authorization server only',
      members(list, (all) => all.map(withTypeOnly)),
    ],
    [
      'lists services without links to themselves',
      members(list, (all) => all.map(({ _links, ...others }) => others)),
    ],
    [
      'links every listed service to the first one',
      members(list, (all) => all.map((one) => ({ ...one, _links: all[0]?._links }))),
    ],
    [
      'lists services under the name of the first one',
      members(list, (all) => all.map((one) => ({ ...one, name: all[0]?.name }))),
    ],
  ],
});

type Json = Readonly<Record<string, unknown>>;

function emptyAs(status: number): Fault {
  return answersWhen(
    list,
    ({ count }) => count === 0,
    status,
    status === 204 ? undefined : { id: nobody, code: 'NOT_FOUND', message: 'There is none.' },
  );
}

function withTypeOnly({ authorizationServer, ...others }: Json): Json {
  return { ...others, authorizationServer: { type: valueIn(authorizationServer, 'type') } };
}

function removesOldest(parts: Parameters<Fault>[0]): void {
  parts.change(services, {
    stored: (_entry, { world, ownerId }) => {
      const shelf = world.shelf(ownerId, services.kind);
      const [oldest] = shelf.all();
      if (oldest !== undefined && shelf.size > 25) shelf.remove(oldest.id);
    },
  });
}

function isFull({ details }: ApiError): boolean {
  return details.some(({ code, target }) => code === 'CONSTRAINT_VIOLATION' && target === 'apiServers');
}

function emptyBeyond(): Fault {
  return (parts) =>
    parts.refused(list, (_problem, { query: asked }) =>
      Number(asked.get('limit')) > 25 ? { status: 200, body: {} } : undefined,
    );
}

/** Tells of the last service that there may be that it was not made. */
function refusesLast(): Fault {
  return (parts) =>
    parts.wrap(at.create, (handler) => async (request) => {
      const answer = await handler(request);
      const { environmentId = '' } = askedOf(request).parameters;
      if (parts.gatekeeper.world.shelf(environmentId, services.kind).size < 25) return answer;
      throw invalidData([constraint('apiServers', 'There are enough services.')]);
    });
}
