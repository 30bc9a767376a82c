import { accept, openWrite, writes } from '../../../checks/writes.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { apiServers } from '../../../resources/apiServers.ts';
import { decisionEndpoints } from '../../../resources/decisionEndpoints.ts';
import { assertShows } from './endpoint.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Which policy an endpoint begins with (data model, policyId; field notes: a written value may be ignored). */
export const policyId: readonly Case[] = writes.map((write) => ({
  title: `a ${write} with a root policy keeps it, or shows the one that the service chose`,
  requirements: ['decision-endpoints-policy-id-kept'],
  run: async ({ scope }) => {
    const sent = await rootPolicy(scope);
    const { arrange, body } = decisionEndpoints;
    const prepared = await openWrite(scope, decisionEndpoints, write, { arrange, body });
    for (const shown of await accept(prepared, { ...prepared.clean(), policyId: sent })) {
      const id = at(shown.json, 'policyId');
      const way = id === sent ? 'kept' : id === undefined ? 'not shown' : 'replaced';
      scope.observe('reading', `policyId in a ${write}`, way);
      const sound = id === undefined || (typeof id === 'string' && UUID.test(id));
      assertShows(shown, sound, `policyId ${sent}, or another UUID`);
    }
  },
}));

/** The root policy of an API service that has policies of its own. @throws Blocked when it shows none */
async function rootPolicy(scope: Scope): Promise<string> {
  const given = await apiServers.arrange(scope);
  const body = { ...apiServers.body(scope, given), accessControl: { custom: { enabled: true } } };
  const { exchange } = await scope.create(apiServers, { given, body });
  const id = at(exchange.json, 'policy.id');
  if (typeof id === 'string') return id;
  throw new Blocked('a service with custom policies shows no root policy');
}
