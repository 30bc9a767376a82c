import { assertError } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { decisionEndpoints } from '../../../resources/decisionEndpoints.ts';
import { evaluate } from '../recentDecisions/recording.ts';

/** What goes with an endpoint. */
export const deletion: readonly Case[] = [
  {
    title: 'an endpoint that was deleted decides nothing',
    requirements: ['decision-endpoints-delete-stops-evaluation'],
    run: async ({ scope }) => {
      const { path } = await scope.create(decisionEndpoints);
      await evaluate(scope, path);
      const { status } = await scope.api.delete(path);
      if (status >= 300) throw new Blocked(`an endpoint was not deleted: status ${status}`);
      assertError(await scope.api.post(path, { parameters: {} }), [404], ['NOT_FOUND']);
    },
  },
];
