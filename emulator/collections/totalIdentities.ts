import type { Collection } from '../engine/collection.ts';
import { computed } from '../engine/computed.ts';
import { compilePath, type Place, placeOf } from '../engine/place.ts';
import { list } from '../engine/read.ts';
import { readConjunction } from '../filter/conjunction.ts';
import type { Literal } from '../filter/expression.ts';
import type { FilterPolicy } from '../filter/policy.ts';
import type { Answer } from '../http/answer.ts';
import { invalidData } from '../http/errors.ts';
import { parseQuery } from '../http/query.ts';
import type { Call, Route } from '../http/route.ts';
import type { Entry } from '../store/shelf.ts';
import { required } from '../validation/faults.ts';
import { object } from '../validation/model.ts';
import { longestMs, periodsOf } from './samplingPeriod.ts';

type Range = { readonly startDate: string; readonly endDate: string };
type Total = { readonly date: string; readonly totalIdentities: number };

/** ~/totalIdentities, as a list of days (facts 5). */
export const totalIdentities: Collection<Total> = {
  kind: 'totalIdentities',
  path: '/environments/:environmentId/totalIdentities',
  item: '',
  family: 'environment',
  verbs: ['list'],
  model: object({}),
  represent: ({ value }) => value,
};

/** The route of the totals: the number of identities on each day of a range. */
export const totalIdentityRoutes: readonly Route[] = [
  {
    path: totalIdentities.path,
    level: 'environment',
    operations: { GET: { permission: 'environment:read', run: readTotals } },
  },
];

const urlOf = compilePath(totalIdentities.path);

function readTotals(call: Call): Answer {
  const place = placeOf(urlOf, call.parameters.environmentId ?? '', undefined, call);
  const range = readRange(call, place);
  const members = () => totalsOf(range, place);
  const answer = list({ ...totalIdentities, members, filters: policyOf(range) }, call, place);
  // here count is the present number of identities, not that of the days (facts 5)
  return { ...answer, body: { ...answer.body, count: place.world.shelf(place.ownerId, 'users').size } };
}

/** The days that have begun: of each, the identities there still are that were created before its end. */
function totalsOf({ startDate, endDate }: Range, { world, ownerId }: Place): readonly Entry<Total>[] {
  const nowMs = Date.now();
  const fromMs = Math.max(Date.parse(startDate), nowMs - longestMs);
  const days = periodsOf({ hours: 24 }, fromMs, Math.min(Date.parse(endDate), nowMs));
  const created = [...world.shelf(ownerId, 'users').all()].map(({ createdAt }) => createdAt);
  return days.map((day) => {
    const date = new Date(day.fromMs).toISOString();
    const end = new Date(day.fromMs + dayMs).toISOString();
    return computed(day.fromMs, { date, totalIdentities: created.filter((at) => at < end).length });
  });
}

const dayMs = 24 * 3_600_000;

/** @throws ApiError 400 when the filter does not name both dates */
function readRange(call: Call, place: Place): Range {
  const filter = parseQuery(call.search).get('filter');
  const values =
    filter === undefined ? new Map<string, Literal>() : readConjunction(filter, policyOf(undefined), place);
  const [startDate, endDate] = [values.get('startDate'), values.get('endDate')];
  if (startDate === undefined || endDate === undefined)
    throw invalidData([required('filter', 'The filter must name a startDate and an endDate.')]);
  return { startDate: String(startDate), endDate: String(endDate) };
}

/** What the filter may say; every day that is listed lies in the range that was asked for. */
function policyOf(range: Range | undefined): FilterPolicy<Entry<Total>> {
  return {
    attributes: {
      startDate: { operators: ['eq'], compare: 'date', read: () => range?.startDate },
      endDate: { operators: ['eq'], compare: 'date', read: () => range?.endDate },
    },
    combinators: ['and'],
  };
}
