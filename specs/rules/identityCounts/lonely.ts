import type { Case } from '../../../fixtures/case.ts';
import type { Outgoing } from '../../../fixtures/client.ts';
import { filtered } from '../../../fixtures/filtering.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { belowEnvironment, lonelyCases } from '../lonelyOperation.ts';
import { type CountsPath, countsOf, daysAgo, knownForm, sinceAMonth } from './counts.ts';

/** The numbers of identities belong to no collection the checks go over (Active Identity Counts; Total Identities). */
export const lonely: readonly Case[] = lonelyCases([
  {
    name: 'a count of active identities',
    ...belowEnvironment,
    request: (path, scope) => readOf(scope, path, 'activeIdentityCounts'),
  },
  {
    name: 'a count of active identities by date range',
    ...belowEnvironment,
    request: (path, scope) => readOf(scope, path, 'metrics/activeIdentityCounts'),
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

/** A read of counts below an environment, in the way of asking that the target knows. */
async function readOf(scope: Scope, environment: string, path: CountsPath): Promise<Outgoing> {
  const form = await knownForm(scope, path);
  const query = form(sinceAMonth()).slice(countsOf(scope, path).length);
  return { method: 'GET', to: `${environment}/${path}${query}` };
}
