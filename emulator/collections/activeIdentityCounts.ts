import type { Collection } from '../engine/collection.ts';
import { computed } from '../engine/computed.ts';
import type { PageLimits } from '../engine/page.ts';
import { compilePath, placeOf } from '../engine/place.ts';
import { list } from '../engine/read.ts';
import { readConjunction } from '../filter/conjunction.ts';
import type { Literal } from '../filter/expression.ts';
import type { FilterPolicy } from '../filter/policy.ts';
import { invalidData } from '../http/errors.ts';
import { parseQuery } from '../http/query.ts';
import type { Call, Route } from '../http/route.ts';
import type { Entry } from '../store/shelf.ts';
import { required } from '../validation/faults.ts';
import { object } from '../validation/model.ts';
import {
  longestMs,
  type Period,
  periodsOf,
  readSamplingPeriod,
  type SamplingPeriod,
} from './samplingPeriod.ts';

/** ~/activeIdentityCounts. */
export const activeIdentityCounts = countsAt('/environments/:environmentId/activeIdentityCounts');

/** The same counts among the metrics of an environment. */
export const activeIdentityMetrics = countsAt('/environments/:environmentId/metrics/activeIdentityCounts');

/** The routes of both, with the lengths of pages that the documents give each (facts 0.6). */
export const activeIdentityCountRoutes: readonly Route[] = [
  routeOf(activeIdentityCounts, () => upTo(100)),
  routeOf(activeIdentityMetrics, (sampling) => upTo(sampling === 'MONTH' ? 24 : 730)),
];

/**
 * How many identities were active in each period since a date. Nobody signs on to the emulator, so none ever was.
 */
function countsAt(path: string): Collection<Period> {
  return {
    kind: 'activeIdentityCounts',
    path,
    item: '',
    family: 'environment',
    verbs: ['list'],
    model: object({}),
    represent: ({ value: { fromMs, untilMs } }) => ({
      startDate: isoOf(fromMs),
      endDate: isoOf(untilMs),
      activeIdentities: 0,
    }),
    orders: { startDate: ({ value }) => isoOf(value.fromMs) },
  };
}

function routeOf(collection: Collection<Period>, limitsOf: (sampling: SamplingPeriod) => PageLimits): Route {
  const { path } = collection;
  const urlOf = compilePath(path);
  const run = (call: Call) => {
    const place = placeOf(urlOf, call.parameters.environmentId ?? '', undefined, call);
    const { fromMs, sampling, filters } = readRange(call, place);
    const nowMs = Date.now();
    const periods = periodsOf(sampling, Math.max(fromMs, nowMs - longestMs), nowMs);
    const members = () => periods.map((period) => computed(period.fromMs, period));
    return list({ ...collection, filters, members, page: limitsOf(sampling) }, call, place);
  };
  return { path, level: 'environment', operations: { GET: { permission: 'environment:read', run } } };
}

/**
 * The documents name the sampling period in the filter, or as a parameter with either of two names: each is taken.
 * @throws ApiError 400 without a filter that names a start date
 */
function readRange(call: Call, owner: Parameters<typeof readConjunction>[2]) {
  const query = parseQuery(call.search);
  const filter = query.get('filter');
  if (filter === undefined) throw invalidData([required('filter', 'The filter must name a startDate.')]);
  const values = readConjunction(filter, policyOf(undefined), owner);
  const startDate = values.get('startDate');
  if (startDate === undefined) throw invalidData([required('filter', 'The filter must name a startDate.')]);
  const filtered = values.get('samplingPeriod');
  const parameter = query.has('samplePeriod') ? 'samplePeriod' : 'samplingPeriod';
  const sampling =
    filtered === undefined
      ? readSamplingPeriod(query.get(parameter) ?? 'DAY', parameter)
      : readSamplingPeriod(String(filtered), 'filter');
  return { fromMs: Date.parse(String(startDate)), sampling, filters: policyOf(filtered) };
}

/** What the filter may say; every period that is listed has the sampling period that was asked for. */
function policyOf(samplingPeriod: Literal | undefined): FilterPolicy<Entry<Period>> {
  return {
    attributes: {
      startDate: { operators: ['ge'], compare: 'date', read: ({ value }) => isoOf(value.fromMs) },
      samplingPeriod: { operators: ['eq'], compare: 'scalar', read: () => samplingPeriod },
    },
    combinators: ['and'],
  };
}

function upTo(maximum: number): PageLimits {
  return { maximum, standard: maximum };
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
