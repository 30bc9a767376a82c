import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import type { Exchange } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { ORGANIZATIONS, organizationId } from './organization.ts';

/** No write of an organization is documented (Organizations). */
export const readOnly: readonly Case[] = [
  refusal('a create', async (scope) => scope.api.post(ORGANIZATIONS, { name: scope.name() })),
  refusal('a replace', async (scope, path, current) => scope.api.put(path, current)),
  refusal('a patch', async (scope, path, current) =>
    scope.api.send({ method: 'PATCH', to: path, json: current }),
  ),
  refusal('a delete', async (scope, path) => scope.api.delete(path)),
];

function refusal(
  name: string,
  send: (scope: Scope, path: string, current: unknown) => Promise<Exchange>,
): Case {
  return {
    title: `${name} is refused and changes nothing`,
    requirements: ['organizations-read-only'],
    run: async ({ scope }) => {
      const own = `${ORGANIZATIONS}/${organizationId(scope)}`;
      const before = await stateOf(scope, own);
      // Only the emulator's organization is safe to write to; a real one is spared by an id that names nothing.
      const path = scope.target.kind === 'emulator' ? own : `${ORGANIZATIONS}/${scope.unknownId()}`;
      const { description, name: current } = before.json as Record<string, unknown>;
      const refused = await send(scope, path, { name: current, description });
      assertStatus(refused, 405, 403, ...(path === own ? [] : [404]));
      await assertUnchanged(scope, before);
    },
  };
}
