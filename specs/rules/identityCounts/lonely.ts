import type { Case } from '../../../fixtures/case.ts';
import { filtered } from '../../../fixtures/filtering.ts';
import { belowEnvironment, lonelyCases } from '../lonelyOperation.ts';
import { daysAgo, sinceAMonth } from './counts.ts';

/** The numbers of identities belong to no collection the checks go over (Active Identity Counts; Total Identities). */
export const lonely: readonly Case[] = lonelyCases([
  {
    name: 'a count of active identities',
    ...belowEnvironment,
    request: (path) => ({
      method: 'GET',
      to: filtered(`${path}/activeIdentityCounts`, `${sinceAMonth()} and samplingPeriod eq "24"`),
    }),
  },
  {
    name: 'a count of active identities by date range',
    ...belowEnvironment,
    request: (path) => ({
      method: 'GET',
      to: `${filtered(`${path}/metrics/activeIdentityCounts`, sinceAMonth())}&samplingPeriod=DAY`,
    }),
  },
  {
    name: 'a count of all identities',
    ...belowEnvironment,
    request: (path) => ({
      method: 'GET',
      to: filtered(`${path}/totalIdentities`, `startDate eq "${daysAgo(7)}" and endDate eq "${daysAgo(0)}"`),
    }),
  },
]);
