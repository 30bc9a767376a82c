import { stateOf } from '../../../fixtures/aftermath.ts';
import { assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { applicationResourcePermissions } from '../../../resources/applicationResourcePermissions.ts';
import { applicationResources } from '../../../resources/applicationResources.ts';

/** What goes with an application resource (client facts 38). */
export const removal: readonly Case[] = [
  {
    title: 'one with permissions can be deleted, and its permissions go with it',
    requirements: ['application-resources-delete-removes-permissions'],
    run: async ({ scope }) => {
      const { id, path } = await scope.create(applicationResources);
      const collection = `${scope.environment}/applicationResources/${id}/permissions`;
      const given = { collection, ids: {} };
      const permission = await scope.create(applicationResourcePermissions, { given });
      const going = [permission.path, collection];
      for (const to of going) await stateOf(scope, to);
      assertStatus(await scope.api.delete(path), 204, 200);
      for (const gone of going) assertStatus(await scope.api.get(gone), 404);
    },
  },
];
