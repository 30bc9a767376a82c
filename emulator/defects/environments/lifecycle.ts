import { ApiError } from '../../http/errors.ts';
import type { JsonObject } from '../../json/json.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { always, status as answers } from '../faults/answers.ts';
import { afterwards, beforehand, grants } from '../faults/environments.ts';
import { gives } from '../faults/members.ts';
import { refusesSent, refusesWith } from '../faults/refusals.ts';
import { noContent, removesWith } from '../faults/statuses.ts';
import { askedOf } from '../reply.ts';
import { at, below, nobody, type Stored, status, type } from './places.ts';

const population = `GET ${below('populations/:populationId')}`;

/** What a server can do wrong where an environment becomes one for production, is to go, or goes. */
export const lifecycle = defectsOf({
  'environments-update-type-promotion': [
    [
      'answers that a replace promoted an environment which stays a sandbox',
      grants(at.replace, { target: 'type' }, () => ({}), asProduction),
    ],
    [
      'promotes an environment by a replace that it refuses',
      afterwards(at.replace, ({ keep }) => keep({ type: 'PRODUCTION' }), 'refused'),
    ],
    [
      'promotes an environment by a replace and shows a sandbox',
      grants(at.replace, { target: 'type' }, () => ({ type: 'PRODUCTION' }), asSandbox),
    ],
    [
      'answers 409 to a replace with another type',
      refusesWith(at.replace, { target: 'type' }, 409, 'CONFLICT'),
    ],
  ],
  'environments-update-type-operation': [
    [
      'answers that it promoted an environment which stays a sandbox',
      afterwards(type, ({ before, keep }) => keep({ type: before.value.type })),
    ],
    ['answers 204 to the type operation', noContent(type)],
    ['shows a sandbox where it promoted one', gives(type, 'type', 'SANDBOX')],
    ['answers 202 to the type operation', answers(type, 200, 202)],
  ],
  'environments-update-type-demotion': [
    [
      'answers that it demoted an environment which stays one for production',
      grants(type, { target: 'type' }, () => ({}), asSandbox),
    ],
    [
      'demotes an environment that it refuses to demote',
      afterwards(type, ({ keep }) => keep({ type: 'SANDBOX' }), 'refused'),
    ],
    ['answers 409 to a demotion', refusesWith(type, { target: 'type' }, 409, 'CONFLICT')],
  ],
  'environments-update-status-pending': [
    [
      'answers that a deletion is pending which is not',
      afterwards(status, ({ before, keep }) => keep({ status: before.value.status })),
    ],
    ['shows an active environment whose deletion is pending', gives(status, 'status', 'ACTIVE')],
    ['answers 204 to the status operation', noContent(status)],
  ],
  'environments-update-status-restore': [
    [
      'does not take a pending deletion back',
      refusesSent(status, 'status', ({ status: asked }) => asked === 'ACTIVE'),
    ],
    [
      'answers that it took a deletion back which is still pending',
      afterwards(status, ({ body, keep }) => {
        if (body.status === 'ACTIVE') keep({ status: 'DELETE_PENDING' });
      }),
    ],
    ['shows a pending deletion where it was taken back', gives(status, 'status', 'DELETE_PENDING')],
  ],
  'environments-update-status-restore-license': [
    [
      'takes a deletion back without a licence',
      grants(status, { target: 'license' }, () => ({ status: 'ACTIVE' })),
    ],
    [
      'takes a deletion back that it refuses to take back',
      afterwards(
        status,
        ({ body, keep }) => {
          if (body.status === 'ACTIVE') keep({ status: 'ACTIVE' });
        },
        'refused',
      ),
    ],
    [
      'answers 403 to a restoration without a licence',
      refusesWith(status, { target: 'license' }, 403, 'ACCESS_FAILED'),
    ],
  ],
  'environments-delete-204': [
    ['answers the delete of an environment with what was deleted', removesWith(at.remove, 200, true)],
    ['answers 202 to the delete of an environment', removesWith(at.remove, 202)],
    [
      'refuses to delete environments',
      always(at.remove, 403, { id: nobody, code: 'ACCESS_FAILED', message: 'No.' }),
    ],
  ],
  'environments-delete-gone': [
    ['serves an environment that was deleted', servesDeleted(at.read)],
    ['answers 400 to the read of an environment that was deleted', answers(at.read, 404, 400)],
    ['answers 410 to the read of an environment that was deleted', answers(at.read, 404, 410)],
  ],
  'environments-delete-unlisted': [
    ['lists an environment that was deleted', listsDeleted()],
    ['keeps an environment that it says was deleted', keepsDeleted(), ['environments-delete-gone']],
  ],
  'environments-delete-closes-contents': [
    ['serves a population whose environment was deleted', servesDeleted(population)],
    ['answers 409 to the read of a population whose environment was deleted', answers(population, 404, 409)],
  ],
  'environments-delete-production': [
    [
      'deletes an environment for production at once',
      beforehand(at.remove, ({ keep }) => keep({ type: 'SANDBOX' })),
    ],
    [
      'answers 204 to the delete of an environment for production, which stays active',
      afterwards(at.remove, ({ keep }) => keep({ status: 'ACTIVE' })),
    ],
    [
      'answers 409 to the delete of an environment for production',
      beforehand(at.remove, ({ before }) => {
        if (before.value.type === 'PRODUCTION') throw new ApiError(409, 'CONFLICT', 'Demote it first.');
      }),
    ],
  ],
});

function asProduction(value: Stored): JsonObject {
  return { ...(value as unknown as JsonObject), type: 'PRODUCTION' };
}

function asSandbox(value: Stored): JsonObject {
  return { ...(value as unknown as JsonObject), type: 'SANDBOX' };
}

/** Goes on answering a read as it did before the environment was deleted. */
function servesDeleted(where: string): Fault {
  return (parts) => {
    const last = new Map<string, Awaited<ReturnType<Parameters<Parameters<typeof parts.wrap>[1]>[0]>>>();
    parts.wrap(where, (handler) => async (request) => {
      const { path } = askedOf(request);
      try {
        const answer = await handler(request);
        last.set(path, answer);
        return answer;
      } catch (problem) {
        const known = last.get(path);
        if (known === undefined) throw problem;
        return known;
      }
    });
  };
}

function listsDeleted(): Fault {
  const created = new Map<unknown, unknown>();
  return (parts) => {
    parts.reply(at.create, ({ body, status: answered }) => {
      if (answered === 201) created.set((body as { id?: unknown }).id, body);
    });
    parts.reply(at.list, ({ body }) => {
      const { _embedded } = (body ?? {}) as { _embedded?: { environments: { id: unknown }[] } };
      const ids = _embedded?.environments.map(({ id }) => id) ?? [];
      for (const [id, one] of created)
        if (!ids.includes(id)) _embedded?.environments.push(one as { id: unknown });
    });
  };
}

function keepsDeleted(): Fault {
  return (parts) => parts.wrap(at.remove, () => () => ({ status: 204 }));
}
