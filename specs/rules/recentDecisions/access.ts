import type { Case } from '../../../fixtures/case.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { decisionEndpoints } from '../../../resources/decisionEndpoints.ts';
import { lonelyCases, UNKNOWN_PARENT } from '../lonelyOperation.ts';
import { createRecording, recentOf, record } from './recording.ts';

/** Who may read recent decisions, and what is answered when there is nothing to read. */
export const access: readonly Case[] = lonelyCases([
  {
    name: 'a list of recent decisions',
    subject: async (scope) => (await scope.create(decisionEndpoints)).path,
    missing: {
      path: async (scope) => `${(await decisionEndpoints.arrange(scope)).collection}/${scope.unknownId()}`,
      row: UNKNOWN_PARENT,
    },
    needsRole: true,
    request: (path) => ({ method: 'GET', to: recentOf(path) }),
  },
  {
    name: 'a read of one recent decision',
    subject: async (scope) => {
      const path = await recordingPath(scope);
      return `${recentOf(path)}/${String((await record(scope, path)).item.id)}`;
    },
    missing: {
      path: async (scope) => `${recentOf(await recordingPath(scope))}/${scope.unknownId()}`,
      row: 'platform-not-found-read-404',
    },
    needsRole: true,
    request: (path) => ({ method: 'GET', to: path }),
  },
]);

async function recordingPath(scope: Scope): Promise<string> {
  return (await createRecording(scope)).path;
}
