import { decisionEndpoints } from '../../collections/decisionEndpoints.ts';
import { defectsOf } from '../defect.ts';
import { always, status, text } from '../faults/answers.ts';
import { evaluation } from '../faults/history.ts';
import { confuses, identifies, moves } from '../faults/identity.ts';
import { gives } from '../faults/members.ts';
import { outlives } from '../faults/outliving.ts';
import { bare } from '../faults/pages.ts';
import { refusesSent, refusesWith } from '../faults/refusals.ts';
import { answersOld } from '../faults/state.ts';
import { idAlone, noContent, removesWith } from '../faults/statuses.ts';
import { keepsDeleted } from '../faults/storage.ts';
import { textIn } from '../faults/texts.ts';
import type { Asked } from '../reply.ts';
import { at, nobody, shown } from './places.ts';

/** What a server can do wrong with the life of a decision endpoint. */
export const lifecycle = defectsOf({
  'decision-endpoints-create-201': [
    ['answers 200 to the create of an endpoint', status(at.create, 201, 200)],
    [
      'answers the create of an endpoint without a body',
      text(
        at.create,
        () => '',
        (answered) => answered === 201,
      ),
    ],
    ['answers the create of an endpoint with its id alone', idAlone(at.create)],
  ],
  'decision-endpoints-list-200': [
    ['answers 201 to a read of all endpoints', status(at.list, 200, 201)],
    ['answers 204 to a read of all endpoints', always(at.list, 204)],
    ['lists endpoints without a document around them', bare(at.list)],
  ],
  'decision-endpoints-read-200': [
    ['answers 201 to a read of an endpoint', status(at.read, 200, 201)],
    ['reads the newest endpoint whatever the id', confuses(decisionEndpoints, at.read, (all) => all.at(-1))],
    ['reads the first endpoint whatever the id', confuses(decisionEndpoints, at.read, ([first]) => first)],
  ],
  'decision-endpoints-update-200': [
    ['answers 201 to the replace of an endpoint', status(at.replace, 200, 201)],
    ['answers the replace of an endpoint with 204', noContent(at.replace)],
    ['answers the replace of an endpoint with its old state', answersOld(decisionEndpoints)],
  ],
  'decision-endpoints-delete-204': [
    ['answers 200 to the delete of an endpoint', removesWith(at.remove, 200)],
    ['answers the delete of an endpoint with what was deleted', removesWith(at.remove, 200, true)],
    ['answers 202 to the delete of an endpoint', removesWith(at.remove, 202)],
  ],
  'decision-endpoints-delete-stops-evaluation': [
    ['keeps a deleted endpoint', keepsDeleted(decisionEndpoints)],
    ['goes on deciding for an endpoint that can no longer be read', outlives(decisionEndpoints, evaluation)],
    [
      'answers 400 to an evaluation by an endpoint that is gone',
      refusesWith(evaluation, undefined, 400, 'INVALID_REQUEST'),
    ],
    [
      'answers 403 to an evaluation by an endpoint that is gone',
      refusesWith(evaluation, undefined, 403, 'ACCESS_FAILED'),
    ],
  ],
  'decision-endpoints-id-uuid': [
    ['numbers endpoints', identifies(decisionEndpoints, (_id, _asked, number) => String(number))],
    [
      'writes ids of endpoints without hyphens',
      identifies(decisionEndpoints, (id) => id.replaceAll('-', '')),
    ],
    ['gives every endpoint the same id', identifies(decisionEndpoints, () => nobody)],
    ['lists endpoints by number', gives(at.list, 'id', () => 17)],
  ],
  'decision-endpoints-id-server-assigned': [
    ['refuses an endpoint without an id', refusesSent(at.create, 'id', ({ id }) => typeof id !== 'string')],
    [
      'takes the id of an endpoint from its create',
      identifies(decisionEndpoints, (id, asked) => textIn(asked.body, 'id') ?? id),
    ],
    [
      'refuses an endpoint whose create has an id for its name',
      refusesSent(at.create, 'name', ({ id }) => id !== undefined),
    ],
  ],
  'decision-endpoints-id-stable': [
    [
      'moves an endpoint to the id in a replace',
      moves(decisionEndpoints, at.replace, (id, asked) => textIn(asked.body, 'id') ?? id),
    ],
    [
      'makes a second endpoint of the id in a replace',
      moves(decisionEndpoints, at.replace, (id, asked) => textIn(asked.body, 'id') ?? id, true),
    ],
    [
      'answers a replace with the id that was sent',
      gives(at.replace, 'id', (id: unknown, asked: Asked) => textIn(asked.body, 'id') ?? id),
    ],
  ],
  'decision-endpoints-environment-id': [
    ['names the organization as the environment of an endpoint', gives(at.create, 'environment.id', nobody)],
    ['answers a create without the environment of the endpoint', gives(at.create, 'environment', undefined)],
    ['names the environment of an endpoint by its bare id', gives(shown, 'environment', nobody)],
  ],
});
