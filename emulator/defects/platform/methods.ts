import { defectsOf, type Fault } from '../defect.ts';
import { isUuid } from '../faults/identity.ts';
import { failsWhen, succeedsWhen } from '../faults/replies.ts';
import { textIn } from '../faults/texts.ts';
import type { Asked, Reply } from '../reply.ts';
import { groups, inGroups, inPopulations, lastOf, populations } from './places.ts';

const group = inGroups.read.replace('GET ', '');
const population = inPopulations.read.replace('GET ', '');

/** What a server can do wrong with methods that a resource does not offer, and with requests of any kind. */
export const methods = defectsOf({
  'platform-method-unsupported-405': [
    [
      'takes a POST to a group for a read',
      succeedsWhen(
        `POST ${group}`,
        () => true,
        200,
        () => ({}),
      ),
    ],
    ['answers 204 to a DELETE of all groups', succeedsWhen(`DELETE ${groups.path}`, () => true, 204)],
    ['answers 404 to a PUT to the groups', failsWhen(`PUT ${groups.path}`, () => true, 404, 'NOT_FOUND')],
    ['answers 500 to a POST to a population', failsWhen(`POST ${population}`, () => true)],
  ],
  'platform-method-unsupported-no-effect': [
    [
      'refuses a DELETE of all groups and carries it out',
      unrouted(`DELETE ${groups.path}`, (_asked, shelf) => {
        for (const { id } of [...shelf.all()]) shelf.remove(id);
      }),
    ],
    [
      'refuses a PUT to the groups and adds one',
      unrouted(`PUT ${groups.path}`, ({ body }, shelf, world) => {
        shelf.put(world.entry(crypto.randomUUID(), '', body ?? {}));
      }),
    ],
    [
      'refuses a POST to a group and stores it',
      unrouted(`POST ${group}`, ({ path, body }, shelf) => {
        const entry = shelf.get(lastOf(path));
        if (entry !== undefined)
          shelf.put({ ...entry, value: { ...(entry.value as object), ...(body as object) } });
      }),
    ],
  ],
  'platform-patch-unsupported-405': [
    ['merges a PATCH into a group', patches(group, 200)],
    ['refuses a PATCH of a group and merges it', patches(group)],
    [
      'answers 400 to a PATCH of a population',
      failsWhen(`PATCH ${population}`, () => true, 400, 'INVALID_REQUEST'),
    ],
  ],
  'platform-method-override': [
    [
      'answers 500 to a method in an override header',
      failsWhen(`* ${group}`, ({ headers }) => headers['x-http-method-override'] !== undefined),
    ],
    [
      'answers 204 to a DELETE in an override header and keeps the population',
      succeedsWhen(`* ${population}`, overridesBy('DELETE'), 204),
    ],
    [
      'refuses a DELETE in an override header and removes the group',
      unrouted(`POST ${group}`, (asked, shelf) => {
        if (overridesBy('DELETE')(asked)) shelf.remove(lastOf(asked.path));
      }),
    ],
    [
      'answers 200 to a PUT in an override header and keeps the group as it was',
      succeedsWhen(`* ${group}`, overridesBy('PUT'), 200, ({ body }) => body),
    ],
  ],
  'platform-client-fault-is-4xx': [
    [
      'answers 500 to unusual characters in a group that it refuses',
      failsWhen(inGroups.create, ({ body }, { status }) => status === 400 && isUnusual(body)),
    ],
    [
      'answers 500 to a group without a name',
      failsWhen(inGroups.create, ({ body }, { status }) => status === 400 && isUnnamed(body)),
    ],
    [
      'answers 502 to every refusal of a population',
      failsWhen(inPopulations.write, (_asked, { status }) => status === 400, 502),
    ],
    [
      'answers 200 to a refused replacement of a group',
      succeedsWhen(
        inGroups.replace,
        (_asked, { status }) => status === 400,
        200,
        () => ({}),
      ),
    ],
    ['answers 500 to the read of a group by what is no UUID', failsWhen(inGroups.read, namesNoUuid)],
    [
      'answers 500 to the replacement of a population by what is no UUID',
      failsWhen(inPopulations.replace, namesNoUuid),
    ],
    ['answers 500 to the removal of a group by what is no UUID', failsWhen(inGroups.remove, namesNoUuid)],
    [
      'answers 500 to a description of a new population beyond plain text',
      failsWhen(inPopulations.create, ({ body }) => isUnusual(textIn(body, 'description'))),
    ],
    [
      'stores a description of a group beyond plain text, and answers 500 to reads of it',
      failsWhen(inGroups.read, (_asked, { body }) => isUnusual(textIn(body, 'description'))),
    ],
    [
      'answers 500 to a list of populations with words for a limit',
      failsWhen(inPopulations.list, ({ query }) => Number.isNaN(Number(query.get('limit')))),
    ],
  ],
});

function overridesBy(method: string): (asked: Asked) => boolean {
  return ({ headers }) => headers['x-http-method-override'] === method;
}

type Act = (
  asked: Asked,
  shelf: ReturnType<Parameters<Fault>[0]['gatekeeper']['world']['shelf']>,
  world: Parameters<Fault>[0]['gatekeeper']['world'],
) => void;

/** Does something where no operation is, and goes on to refuse it. */
function unrouted(where: string, act: Act, then: (reply: Reply) => void = () => {}): Fault {
  return (parts) =>
    parts.reply(where, (reply, asked) => {
      const { world } = parts.gatekeeper;
      const environmentId = /\/environments\/([^/]+)/.exec(asked.path)?.[1] ?? '';
      act(asked, world.shelf(environmentId, groups.kind), world);
      then(reply);
    });
}

function patches(path: string, answered?: number): Fault {
  return unrouted(
    `PATCH ${path}`,
    (asked, shelf) => {
      const entry = shelf.get(lastOf(asked.path));
      const value = { ...(entry?.value as object), ...(asked.body as object) };
      if (entry !== undefined) shelf.put({ ...entry, value });
    },
    (reply) => {
      if (answered !== undefined)
        Object.assign(reply, { status: answered, body: { name: populations.kind } });
    },
  );
}

function namesNoUuid({ path }: Asked): boolean {
  return !isUuid(lastOf(path));
}

function isUnusual(body: unknown): boolean {
  return /[^\x20-\x7e]/.test(JSON.stringify(body ?? ''));
}

function isUnnamed(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !('name' in body);
}
