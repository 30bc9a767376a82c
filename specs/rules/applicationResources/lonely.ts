import type { Case } from '../../../fixtures/case.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { applicationResources } from '../../../resources/applicationResources.ts';
import { resources } from '../../../resources/resources.ts';
import { belowEnvironment, lonelyCases, UNKNOWN_PARENT } from '../lonelyOperation.ts';
import { widePath } from './paths.ts';

/** The reads that the checks, which work below a parent, do not reach (Application Resources). */
export const lonely: readonly Case[] = lonelyCases([
  {
    name: 'a list below the environment',
    ...belowEnvironment,
    request: (path) => ({ method: 'GET', to: `${path}/applicationResources` }),
  },
  {
    name: 'a read below the environment',
    subject: async (scope) => widePath(scope, (await scope.create(applicationResources)).id),
    missing: {
      path: (scope) => widePath(scope, scope.unknownId()),
      row: 'platform-not-found-read-404',
    },
    needsRole: true,
    request: (to) => ({ method: 'GET', to }),
  },
  {
    name: 'a list of permissions below a resource',
    subject: async (scope) => permissions((await scope.create(resources)).path),
    missing: { path: (scope) => permissions(unknownResource(scope)), row: UNKNOWN_PARENT },
    needsRole: true,
    request: (to) => ({ method: 'GET', to }),
  },
]);

function permissions(resource: string): string {
  return `${resource}/applicationPermissions`;
}

function unknownResource(scope: Scope): string {
  return `${scope.environment}/resources/${scope.unknownId()}`;
}
