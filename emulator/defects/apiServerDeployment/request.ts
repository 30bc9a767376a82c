import { invalidData, unsupportedMediaType } from '../../http/errors.ts';
import { required } from '../../validation/faults.ts';
import { defectsOf, type Fault } from '../defect.ts';
import { status, text } from '../faults/answers.ts';
import { aboutOf, at, onDeploy, redeploys, restores, tells } from '../faults/deployments.ts';
import { valueIn } from '../faults/nested.ts';
import { doesAnyway, refusesWith } from '../faults/refusals.ts';
import { hears } from '../faults/requests.ts';
import { answersWhen, refusesWhen } from '../faults/sometimes.ts';
import { noContent } from '../faults/statuses.ts';
import type { Asked } from '../reply.ts';
import { nobody } from './nobody.ts';

const vendor = 'application/vnd.pingidentity.apiserver.deploy+json';
const notFound = { id: nobody, code: 'NOT_FOUND', message: 'There is no deployment.' };

/** What a server can do wrong with the request for a deployment. */
export const request = defectsOf({
  'api-server-deployment-deploy-200': [
    ['answers 201 to a deployment', status(at.deploy, 200, 201)],
    ['answers 202 to a deployment', status(at.deploy, 200, 202)],
    ['answers 204 to a deployment', noContent(at.deploy)],
    [
      'answers a deployment without a body',
      text(
        at.deploy,
        () => '',
        (answered) => answered === 200,
      ),
    ],
    ['answers a deployment without its state', tells(at.deploy, /./, (shown) => void delete shown.status)],
  ],
  'api-server-deployment-read-200': [
    [
      'finds no deployment before the first one',
      answersWhen(
        at.read,
        ({ status: state }) => valueIn(state, 'code') === 'DEPLOYMENT_UNINITIALIZED',
        404,
        notFound,
      ),
    ],
    [
      'finds no deployment after the first one',
      answersWhen(at.read, ({ deployedAt }) => deployedAt !== undefined, 404, notFound),
    ],
    [
      'answers 202 while a deployment is on its way',
      answersWhen(at.read, ({ status: state }) => /PROGRESS$/.test(String(valueIn(state, 'code'))), 202, {}),
    ],
    [
      'answers 204 before the first deployment',
      answersWhen(at.read, ({ deployedAt }) => deployedAt === undefined, 204),
    ],
    ['answers 203 to a read of a deployment', status(at.read, 200, 203)],
  ],
  'api-server-deployment-media-type-accepted': [
    ['does not support the media type of deployments', refusesType((type) => type.includes(vendor))],
    ['supports the media type in the spelling of the path only', refusesType((type) => !/Server/.test(type))],
  ],
  'api-server-deployment-media-type-plain-json': [
    ['deploys whatever the media type is', hears(at.deploy, 'content-type', () => vendor)],
    [
      'deploys for plain JSON too',
      hears(at.deploy, 'content-type', (type) => (type?.startsWith('application/json') ? vendor : type)),
    ],
    ['answers 400 to plain JSON', refusesWith(at.deploy, undefined, 400, 'INVALID_REQUEST')],
    ['does not support plain JSON, and deploys', deploysAnyway()],
    ['fails at plain JSON', refusesWith(at.deploy, undefined, 500, 'UNEXPECTED_ERROR')],
  ],
  'api-server-deployment-media-type-case': [
    [
      'fails at capitals in the media type',
      refusesWhen(at.deploy, (asked) => /apiServer/.test(typeOf(asked)), 500, 'UNEXPECTED_ERROR'),
    ],
  ],
  'api-server-deployment-no-body': [
    [
      'demands a decision endpoint in the request',
      demands((body) => valueIn(body, 'decisionEndpoint.id') === undefined, 'decisionEndpoint.id'),
    ],
    [
      'demands a state in the request',
      demands((body) => valueIn(body, 'status.code') === undefined, 'status.code'),
    ],
    ['demands an object in the request', demands((body) => body === undefined, 'body')],
  ],
  'api-server-deployment-body-not-adopted': [
    ['takes the state of a deployment from its request', adopts('outcome', 'status')],
    [
      'takes the decision endpoint of a deployment from its request',
      adopts('decisionEndpoint', 'decisionEndpoint'),
    ],
    [
      'answers with the state that was sent',
      tells(at.deploy, /./, (shown, { body }) => void Object.assign(shown, part(body, 'status'))),
    ],
    [
      'answers with the decision endpoint that was sent',
      tells(at.deploy, /./, (shown, { body }) => void Object.assign(shown, part(body, 'decisionEndpoint'))),
    ],
    [
      'fails at a request with a body',
      refusesWhen(at.deploy, ({ body }) => body !== undefined, 500, 'UNEXPECTED_ERROR'),
    ],
    [
      'calls a request with a body a lack of access',
      refusesWhen(at.deploy, ({ body }) => body !== undefined, 400, 'ACCESS_FAILED'),
    ],
  ],
});

function part(body: unknown, name: string): object {
  const value = valueIn(body, name);
  return value === undefined ? {} : { [name]: value };
}

function typeOf({ headers }: Asked): string {
  return String(headers['content-type']);
}

function refusesType(when: (type: string) => boolean): Fault {
  return (parts) =>
    parts.request(at.deploy, (_request, asked) => {
      if (when(typeOf(asked))) throw unsupportedMediaType(['application/json']);
    });
}

function deploysAnyway(): Fault {
  return (parts) =>
    doesAnyway(
      at.deploy,
      (asked) => redeploys(aboutOf(asked, parts)),
      ({ status: answered }) => answered === 415,
    )(parts);
}

function demands(when: (body: unknown) => boolean, target: string): Fault {
  return (parts) =>
    parts.request(at.deploy, (_request, asked) => {
      if (typeOf(asked) === vendor && when(asked.body)) throw invalidData([required(target)]);
    });
}

/** Puts what was sent into the place of what the deployment leads to. */
function adopts(member: 'outcome' | 'decisionEndpoint', sent: string): Fault {
  return onDeploy((about, { body }) => {
    const value = valueIn(body, sent);
    if (value !== undefined) restores(about, ({ running: _, ...old }) => ({ ...old, [member]: value }));
  }, 'after');
}
