import { roleByName } from '../../access/roles.ts';
import { gatewayCredentials } from '../../collections/gatewayCredentials.ts';
import { gateways } from '../../collections/gateways.ts';
import type { Fault } from '../../defects/defect.ts';
import { body } from '../../defects/faults/answers.ts';
import { gives } from '../../defects/faults/members.ts';
import { query } from '../../defects/faults/requests.ts';
import { askedOf } from '../../defects/reply.ts';
import { placesOf } from '../../defects/where.ts';
import { type Detail, invalidData } from '../../http/errors.ts';
import { issueCredential } from '../../oauth/gatewayCredential.ts';
import { invalid, notAllowed, outOfRange, required } from '../../validation/faults.ts';
import { knowsOnly } from '../bodies.ts';
import type { OtherReadings } from '../variant.ts';

const counts = 'GET /environments/:environmentId/activeIdentityCounts';
const metrics = 'GET /environments/:environmentId/metrics/activeIdentityCounts';
const totals = 'GET /environments/:environmentId/totalIdentities';
const credential = placesOf(gatewayCredentials);
const COMMON_TYPES = ['API_GATEWAY_INTEGRATION', 'LDAP', 'PING_FEDERATE', 'RADIUS'];
const SAMPLE_CLAIMS = ['aud', 'environmentId', 'iat', 'gatewayId', 'jti'];

type Claims = Readonly<Record<string, unknown>>;

/** Other readings of what the documents of the platform say of gateways, roles and numbers of identities. */
export const identities: OtherReadings = {
  'gateway-types': [
    [
      'knows AUTHORIZE and not PING_INTELLIGENCE as types of gateways',
      knowsOnly(gateways, 'type', [...COMMON_TYPES, 'AUTHORIZE']),
    ],
    [
      'knows PING_INTELLIGENCE and not AUTHORIZE as types of gateways',
      knowsOnly(gateways, 'type', [...COMMON_TYPES, 'PING_INTELLIGENCE']),
    ],
  ],
  'gateway-credential-member': [
    [
      'calls the signed token of a gateway credential token',
      body(credential.create, (json) => {
        json.token = json.credential;
        delete json.credential;
      }),
    ],
  ],
  'gateway-credential-claims': [
    ['signs the claims of the sample alone into the token of a gateway credential', signsSampleClaims()],
  ],
  'identity-data-role-name': [
    [
      'calls the role for identity data Identity Admin',
      ({ change }) => {
        const role = roleByName.get('Identity Data Admin');
        if (role !== undefined) change(role, { name: 'Identity Admin' });
      },
    ],
  ],
  'active-identity-sampling-period': [
    [
      'demands DAY or MONTH in a parameter samplingPeriod of reads of active identities',
      takesParameter('samplingPeriod', 'samplePeriod'),
    ],
    [
      'demands DAY or MONTH in a parameter samplePeriod of reads of active identities',
      takesParameter('samplePeriod', 'samplingPeriod'),
    ],
    [
      'takes the sampling period of counts of active identities as a number of hours in the filter only',
      takesHours,
    ],
  ],
  'active-identity-limit': [['gives at most 100 periods of active identities by date range', limitsMetrics]],
  'active-identity-eq':
    'No case compares a start date by eq, so that no verdict depends on it; whether the filter takes a sampling period is tried with active-identity-sampling-period.',
  'total-identities-date': [
    ['tells the days of total identities in seconds of Unix time', gives(totals, 'date', inUnixTime(1000))],
    ['tells the days of total identities in milliseconds of Unix time', gives(totals, 'date', inUnixTime(1))],
  ],
};

/** The sample tells no address of the issuer, and where the cluster stands beside what the emulator tells. */
function signsSampleClaims(): Fault {
  return body(credential.create, (json) => {
    const name = json.token === undefined ? 'credential' : 'token';
    const [, payload = ''] = String(json[name]).split('.');
    const all = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims;
    const told = Object.fromEntries(SAMPLE_CLAIMS.map((claim) => [claim, all[claim]]));
    const target = { targetClusterEnvironment: 'PROD', targetGeography: 'NA' };
    json[name] = issueCredential({ ...told, ...target, iss: 'NOT_SET' });
  });
}

/** Both paths know one spelling of the parameter, and no sampling period in the filter. */
function takesParameter(name: string, unknown: string): Fault {
  return (parts) => {
    query([counts, metrics], unknown)(parts);
    judges([counts, metrics], (parameters) => {
      if (/samplingPeriod/i.test(parameters.get('filter') ?? '')) return unsupported;
      const period = parameters.get(name);
      if (period === null) return required(name);
      return ['DAY', 'MONTH'].includes(period) ? undefined : notAllowed(name, ['DAY', 'MONTH']);
    })(parts);
  };
}

const unsupported: Detail = {
  code: 'INVALID_FILTER',
  target: 'filter',
  message: 'The attribute samplingPeriod is not supported.',
  innerError: { supportedAttributes: ['startDate'] },
};

function takesHours(parts: Parameters<Fault>[0]): void {
  for (const name of ['samplingPeriod', 'samplePeriod']) query(counts, name)(parts);
  judges([counts], (parameters) =>
    /samplingPeriod eq "(DAY|MONTH)"/i.test(parameters.get('filter') ?? '')
      ? invalid('filter', 'The sampling period must be a number of hours.')
      : undefined,
  )(parts);
}

function limitsMetrics(parts: Parameters<Fault>[0]): void {
  parts.request(metrics, (request, { query }) => {
    if (query.size > 0 && !query.has('limit') && !query.has('cursor')) request.raw.url += '&limit=100';
  });
  judges([metrics], (parameters) =>
    Number(parameters.get('limit') ?? 1) > 100 ? outOfRange('limit', 1, 100) : undefined,
  )(parts);
}

/** Refuses a read for what is wrong with its query, after everything that the emulator refuses it for. */
function judges(where: readonly string[], wrong: (parameters: URLSearchParams) => Detail | undefined): Fault {
  return (parts) =>
    parts.wrap(where, (handler) => async (request) => {
      const answer = await handler(request);
      const detail = wrong(askedOf(request).query);
      if (detail !== undefined) throw invalidData([detail]);
      return answer;
    });
}

function inUnixTime(divisor: number) {
  return (date: string) => Date.parse(date) / divisor;
}
