import type { Case } from '../../../fixtures/case.ts';
import { someVersions, versionsOf } from '../../../resources/authorizationVersions.ts';
import { belowEnvironment, lonelyCases } from '../lonelyOperation.ts';

const capability = 'policy-versions';

/** Who may read versions of the policies, and what is answered when there is nothing to read. */
export const access: readonly Case[] = lonelyCases([
  {
    name: 'a list of versions of the policies',
    capability,
    ...belowEnvironment,
    request: (path) => ({ method: 'GET', to: `${path}/authorizationVersions` }),
  },
  {
    name: 'a read of one version of the policies',
    capability,
    subject: async (scope) => `${versionsOf(scope)}/${String((await someVersions(scope))[0])}`,
    missing: {
      path: (scope) => `${versionsOf(scope)}/${scope.unknownId()}`,
      row: 'platform-not-found-read-404',
    },
    needsRole: true,
    request: (path) => ({ method: 'GET', to: path }),
  },
]);
