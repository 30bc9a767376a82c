import { assignmentsOf } from '../../access/actor.ts';
import type { Fault } from '../../defects/defect.ts';
import { body, error, header, isObject } from '../../defects/faults/answers.ts';
import { refusedOtherwise } from '../../defects/faults/refusals.ts';
import { eachDetail, errorOf } from '../../defects/faults/replies.ts';
import { everywhere } from '../../defects/faults/tokens.ts';
import { setHeader } from '../../defects/reply.ts';
import type { ApiError } from '../../http/errors.ts';
import {
  insufficientPermissions,
  invalidRequest,
  invalidToken,
  unknownEnvironment,
} from '../../http/errors.ts';
import { authenticate } from '../../oauth/authenticate.ts';
import type { OtherReadings } from '../variant.ts';
import { convertsScalars } from './conversion.ts';
import { closesLate, opensLate } from './lag.ts';
import { overridesMethods } from './methodOverride.ts';

const below = '* /environments/:environmentId/*';

/** Other readings of what concerns every resource. */
export const platform: OtherReadings = {
  settling: [
    ['shows what lies below a new resource only after a moment', opensLate()],
    ['answers 403 for a moment below what was deleted', closesLate()],
  ],
  'method-not-offered': [['answers 403 to a method that a path does not offer', forbidsMethods()]],
  'method-override': [['carries out the method that an override header of a POST names', overridesMethods()]],
  unauthenticated: [
    [
      'tells those without a token that they lack permissions',
      eachDetail(everywhere, (detail) => Object.assign(detail, { code: 'INSUFFICIENT_PERMISSIONS' }), 401),
    ],
    [
      'tells those without a token no more than that they have no access',
      errorOf(everywhere, 401, (problem) => {
        delete problem.details;
      }),
    ],
  ],
  'missing-role': [
    ['hides environments from the reads of those who have no role there', hidesEnvironments()],
  ],
  'self-service-scopes':
    'the emulator issues tokens to applications only, and the suite asks for none of a user',
  'unknown-environment': [
    ['answers 403 below an environment that does not exist', unknown(insufficientPermissions)],
    ['answers 401 below an environment that does not exist', unknown(invalidToken)],
    ['answers 400 below an environment that does not exist', unknown(unusableEnvironment)],
  ],
  'unsupported-media-type': [['answers 400 to a body in another media type', refusesMediaTypes()]],
  'scalar-conversion': [['converts scalars of another type where that is possible', convertsScalars()]],
  'response-media-type': [['labels representations as plain JSON', labels('application/json')]],
  'content-type-without-body': [['names a media type in answers without a body too', labelsNothing()]],
  'cors-max-age': [
    [
      'names the age of a preflight as the Fetch standard does only',
      header(everywhere, 'Access-Control-Allow-Max-Age', undefined),
    ],
    [
      'names the age of a preflight as the documents do only',
      header(everywhere, 'Access-Control-Max-Age', undefined),
    ],
  ],
  'error-id': [
    [
      'answers 403 without an identifier of the error',
      errorOf(everywhere, 403, (problem) => {
        delete problem.id;
      }),
    ],
  ],
  'error-target': [['names the item at fault at the top of an error', targetsAtTop()]],
  'error-inner-error': [
    [
      'spells the help that goes with a detail innererror',
      eachDetail(everywhere, (detail) => {
        if (detail.innerError === undefined) return;
        detail.innererror = detail.innerError;
        delete detail.innerError;
      }),
    ],
  ],
  'uniqueness-status': 'the stance takes 400 only, which is what the emulator answers',
  'page-size': [['tells the limit of a page as its size', sizesByLimit()]],
  'retry-after': 'the emulator limits no rate, and the suite never provokes 429',
};

function forbidsMethods(): Fault {
  return (parts) =>
    parts.reply(everywhere, (reply) => {
      if (reply.status !== 405) return;
      reply.status = 403;
      reply.body = { id: crypto.randomUUID(), code: 'ACCESS_FAILED', message: 'There is no such route.' };
      delete reply.text;
    });
}

function hidesEnvironments(): Fault {
  return (parts) =>
    refusedOtherwise('GET /environments/:environmentId*', async (problem, { parameters }, request) => {
      if (problem.status !== 403) return undefined;
      const { environmentId = '' } = parameters;
      const { world } = parts.gatekeeper;
      const actor = await authenticate(parts.gatekeeper, request.raw.headers.authorization);
      const scopes = [...assignmentsOf(world, actor.environmentId, actor.application.id)].map(
        ({ value }) => value.scope,
      );
      const isKnown = scopes.some(
        ({ type, id }) =>
          (type === 'ORGANIZATION' && id === world.organizationOf.get(environmentId)) ||
          id === environmentId ||
          world.shelf(environmentId, 'populations').has(id),
      );
      return isKnown ? undefined : unknownEnvironment(environmentId);
    })(parts);
}

/** An environment of another organization exists, and stays hidden as it was. */
function unknown(instead: () => ApiError): Fault {
  return (parts) =>
    refusedOtherwise(below, ({ status }, { parameters }) => {
      const exists = parts.gatekeeper.world.organizationOf.has(parameters.environmentId ?? '');
      return status === 404 && !exists ? instead() : undefined;
    })(parts);
}

function unusableEnvironment(): ApiError {
  return invalidRequest([
    { code: 'INVALID_VALUE', target: 'environmentId', message: 'There is no such environment.' },
  ]);
}

/** A deployment documents 415 itself. */
function refusesMediaTypes(): Fault {
  return (parts) =>
    parts.reply(everywhere, (reply, { path }) => {
      if (reply.status === 415 && !/\/deployment\/?$/.test(path)) reply.status = 400;
    });
}

function labels(mediaType: string): Fault {
  return body(everywhere, (_json, _asked, reply) => setHeader(reply, 'Content-Type', mediaType));
}

function labelsNothing(): Fault {
  return (parts) =>
    parts.reply(everywhere, (reply) => {
      if (reply.status === 204) setHeader(reply, 'Content-Type', 'application/hal+json;charset=UTF-8');
    });
}

function targetsAtTop(): Fault {
  return error(everywhere, (json) => {
    const details = Array.isArray(json.details) ? json.details.filter(isObject) : [];
    const target = details.map((detail) => detail.target).find((one) => one !== undefined);
    if (target === undefined) return;
    json.target = target;
    for (const detail of details) delete detail.target;
  });
}

/** Where no limit is asked for, the most that a page can hold. Recent decisions document their members as size. */
function sizesByLimit(): Fault {
  return body(everywhere, (page, { path, query }) => {
    if (isObject(page._embedded) && page.id === undefined && !/\/recentDecisions\/?$/.test(path))
      page.size = Number(query.get('limit') ?? 1000);
  });
}
