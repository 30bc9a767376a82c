import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withQuery } from '../../emulator/engine/links.ts';
import { type Answered, faultsOf, type Json, openSession, type Session } from './session.ts';

let session: Session;
let env: string;
beforeAll(async () => {
  session = await openSession();
  env = `/environments/${session.ids.sandbox}`;
});
afterAll(() => session.emulator.close());

const dayMs = 24 * 3_600_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString();
const get = (path: string, query: Record<string, string> = {}): Promise<Answered> =>
  session.send('GET', withQuery(env + path, Object.entries(query)));
const refusal = async (path: string, query: Record<string, string>) => {
  const answer = await get(path, query);
  expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_DATA']);
  return faultsOf(answer);
};
const otherFilters = (date: string) => [
  ...['gt', 'lt', 'le', 'ne', 'co', 'ew', 'in', 'sw'].map((one) =>
    one === 'in' ? `startDate in ("${date}")` : `startDate ${one} "${date}"`,
  ),
  'startDate pr',
  `not (startDate ge "${date}")`,
  `startDate ge "${date}" or startDate ge "${date}"`,
  `startDate ge "${date}" and startDate ge "${date}"`,
  `startDate ge "yesterday"`,
  'startDate ge 1',
  `name eq "a"`,
  'startDate ge',
];

describe.each([
  ['/activeIdentityCounts', 100],
  ['/metrics/activeIdentityCounts', 730],
])('active identity counts at %s', (path, maximum) => {
  const counts = async (query: Record<string, string>): Promise<Json[]> => {
    const { status, body } = await get(path, query);
    expect(status).toBe(200);
    expect(body.size).toBe(body._embedded.activeIdentityCounts.length);
    return body._embedded.activeIdentityCounts;
  };

  test('are given for each day since a date', async () => {
    const [start, now] = [daysAgo(30), Date.now()];
    const days = await counts({ filter: `startDate ge "${start}"` });
    expect(days.length).toBe(30);
    for (const { startDate, endDate, activeIdentities } of days) {
      expect([startDate >= start, startDate < endDate, activeIdentities]).toEqual([true, true, 0]);
      expect(Date.parse(endDate)).toBeLessThanOrEqual(now + 60_000);
    }
  });

  test('take the sampling period in each of its documented forms', async () => {
    const filter = `startDate ge "${daysAgo(40)}"`;
    const perDay = await counts({ filter });
    for (const period of ['"24"', '24', '"DAY"'])
      expect((await counts({ filter: `${filter} and samplingPeriod eq ${period}` })).length).toBe(40);
    for (const name of ['samplingPeriod', 'samplePeriod']) {
      expect((await counts({ filter, [name]: 'DAY' })).map(({ startDate }) => startDate)).toEqual(
        perDay.map(({ startDate }) => startDate),
      );
      const months = await counts({ filter, [name]: 'MONTH', limit: '24' });
      expect(months.map(({ startDate }) => startDate.slice(8, 19))).toEqual(
        Array(months.length).fill('01T00:00:00'),
      );
      expect(await refusal(path, { filter, [name]: 'WEEK' })).toEqual([`INVALID_VALUE ${name}`]);
    }
    expect(await refusal(path, { filter: `${filter} and samplingPeriod eq "x"` })).toEqual([
      'INVALID_VALUE filter',
    ]);
  });

  test('are ordered in both directions and paged', async () => {
    const filter = `startDate ge "${daysAgo(30)}"`;
    const all = (await counts({ filter })).map(({ startDate }) => startDate);
    const down = await counts({ filter, order: '-startDate' });
    expect(down.map(({ startDate }) => startDate)).toEqual([...all].reverse());
    expect(await refusal(path, { filter, order: 'endDate' })).toEqual(['INVALID_VALUE order']);
    const seen: string[] = [];
    for (let next = withQuery(env + path, Object.entries({ filter, limit: '12' })); next; ) {
      const { body } = await session.send('GET', next);
      seen.push(...body._embedded.activeIdentityCounts.map(({ startDate }: Json) => startDate));
      next = body._links.next?.href;
    }
    expect(seen).toEqual(all);
    expect((await counts({ filter, limit: String(maximum) })).length).toBe(30);
    for (const limit of ['0', String(maximum + 1)])
      expect(await refusal(path, { filter, limit })).toEqual(['OUT_OF_RANGE limit']);
  });

  test('need a start date and no other filter', async () => {
    expect(await refusal(path, {})).toEqual(['REQUIRED_VALUE filter']);
    expect(await refusal(path, { filter: 'samplingPeriod eq "24"' })).toEqual(['REQUIRED_VALUE filter']);
    for (const filter of otherFilters(daysAgo(30)))
      expect([filter, await refusal(path, { filter })]).toEqual([filter, ['INVALID_FILTER filter']]);
  });
});

describe('total identities', () => {
  const path = '/totalIdentities';
  const between = (start: string, end: string) => ({
    filter: `startDate eq "${start}" and endDate eq "${end}"`,
  });

  test('are given for each day between two dates, with the present number', async () => {
    const query = between(daysAgo(7), daysAgo(0));
    const before = (await get(path, query)).body;
    expect(Object.keys(before._links)).toEqual(['self']);
    expect(before._links.self.href).toContain(`${env}${path}?filter=`);
    for (const name of ['one', 'two']) await session.make(`${env}/users`, { username: `counted ${name}` });
    const { body } = await get(path, query);
    expect(body.count).toBe(before.count + 2);
    const days: Json[] = body._embedded.totalIdentities;
    expect(days.map(({ totalIdentities }) => totalIdentities)).toEqual([0, 0, 0, 0, 0, 0, body.count]);
    for (const { date } of days) expect(date >= daysAgo(8) && date <= daysAgo(0)).toBe(true);
    expect((await get(path, between(daysAgo(0), daysAgo(7)))).body._embedded.totalIdentities).toEqual([]);
  });

  test('need both dates and no other filter', async () => {
    const [start, end] = [daysAgo(7), daysAgo(0)];
    expect(await refusal(path, {})).toEqual(['REQUIRED_VALUE filter']);
    for (const filter of [`startDate eq "${start}"`, `endDate eq "${end}"`])
      expect(await refusal(path, { filter })).toEqual(['REQUIRED_VALUE filter']);
    for (const filter of [
      ...otherFilters(start),
      `startDate ge "${start}" and endDate eq "${end}"`,
      `startDate eq "${start}" or endDate eq "${end}"`,
    ])
      expect([filter, await refusal(path, { filter })]).toEqual([filter, ['INVALID_FILTER filter']]);
  });
});
