import { defectsOf } from '../defect.ts';
import { error } from '../faults/answers.ts';
import { eachDetail, errorOf } from '../faults/replies.ts';
import { inGroups, inPopulations, nobody } from './places.ts';

type Json = Record<string, unknown>;

/** What a server can do wrong with the bodies of errors. */
export const errors = defectsOf({
  'platform-error-body-shape': [
    [
      'tells errors of groups as a text',
      (parts) =>
        parts.reply(inGroups.all, (reply) => {
          if (reply.status >= 400) reply.body = { error: 'refused' };
        }),
    ],
    ['tells errors of populations without a message', error(inPopulations.all, without('message'))],
    ['tells missing groups with an empty code', errorOf(inGroups.all, 404, set('code', ''))],
    [
      'tells refused populations as a list',
      (parts) =>
        parts.reply(inPopulations.create, (reply) => {
          if (reply.status === 400) reply.body = [reply.body];
        }),
    ],
  ],
  'platform-error-id': [
    ['tells missing groups without an id', errorOf(inGroups.all, 404, without('id'))],
    ['tells refused tokens for populations without an id', errorOf(inPopulations.all, 401, without('id'))],
    [
      'calls refused groups by something else than a UUID',
      errorOf(inGroups.create, 400, set('id', 'group-1')),
    ],
  ],
  'platform-error-id-unique': [
    ['calls all errors of groups by one id', error(inGroups.all, set('id', nobody))],
    ['calls all refused populations by one id', errorOf(inPopulations.create, 400, set('id', nobody))],
  ],
  'platform-error-400-code': [
    ['calls a refused group BAD_REQUEST', errorOf(inGroups.create, 400, set('code', 'BAD_REQUEST'))],
    [
      'calls a malformed population MALFORMED',
      errorOf(inPopulations.create, 400, (problem) => {
        if (problem.code === 'INVALID_REQUEST') problem.code = 'MALFORMED';
      }),
    ],
  ],
  'platform-error-400-validation-code': [
    [
      'calls a group that breaks a rule INVALID_REQUEST',
      errorOf(inGroups.write, 400, set('code', 'INVALID_REQUEST')),
    ],
    [
      'calls a population that breaks a rule REQUEST_FAILED',
      errorOf(inPopulations.create, 400, set('code', 'REQUEST_FAILED')),
    ],
  ],
  'platform-error-401-code': [
    [
      'calls a refused token for groups UNAUTHORIZED',
      errorOf(inGroups.all, 401, set('code', 'UNAUTHORIZED')),
    ],
    [
      'calls a missing token for populations INVALID_TOKEN',
      errorOf(inPopulations.all, 401, (problem, { headers }) => {
        if (headers.authorization === undefined) problem.code = 'INVALID_TOKEN';
      }),
    ],
  ],
  'platform-error-401-detail': [
    [
      'tells of an invalid value where a token for groups is refused',
      eachDetail(inGroups.all, set('code', 'INVALID_VALUE'), 401),
    ],
    [
      'tells of a missing value where a token for populations is broken',
      eachDetail(
        inPopulations.all,
        (detail, { headers }) => {
          if (headers.authorization !== undefined) detail.code = 'REQUIRED_VALUE';
        },
        401,
      ),
    ],
  ],
  'platform-error-404-code': [
    [
      'calls a missing group RESOURCE_NOT_FOUND',
      errorOf(inGroups.read, 404, set('code', 'RESOURCE_NOT_FOUND')),
    ],
    [
      'calls the removal of a missing population INVALID_REQUEST',
      errorOf(inPopulations.remove, 404, set('code', 'INVALID_REQUEST')),
    ],
    [
      'calls the replacement of a missing group INVALID_DATA',
      errorOf(inGroups.replace, 404, set('code', 'INVALID_DATA')),
    ],
  ],
  'platform-error-415-code': [
    [
      'calls a group in another media type UNSUPPORTED_MEDIA_TYPE',
      errorOf(inGroups.create, 415, set('code', 'UNSUPPORTED_MEDIA_TYPE')),
    ],
    [
      'calls a population in another media type INVALID_DATA',
      errorOf(inPopulations.create, 415, set('code', 'INVALID_DATA')),
    ],
  ],
  'platform-error-details-shape': [
    [
      'tells details of groups by the names of their properties',
      error(inGroups.all, (problem) => {
        const details = Array.isArray(problem.details) ? problem.details : [];
        if (details.length > 0)
          problem.details = Object.fromEntries(details.map((one: Json) => [one.target, one]));
      }),
    ],
    ['tells details of populations without messages', eachDetail(inPopulations.all, without('message'))],
    ['tells details of groups without codes', eachDetail(inGroups.create, without('code'))],
    [
      'tells the targets of details of populations as lists',
      eachDetail(inPopulations.create, (detail) => {
        detail.target = [detail.target];
      }),
    ],
  ],
  'platform-error-target-top-level': [
    ['names the fault of a group by an object', error(inGroups.all, set('target', { property: 'name' }))],
  ],
});

function set(name: string, value: unknown): (json: Json) => void {
  return (json) => {
    json[name] = value;
  };
}

function without(name: string): (json: Json) => void {
  return (json) => {
    delete json[name];
  };
}
