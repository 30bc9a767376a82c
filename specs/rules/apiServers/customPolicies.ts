import { sendEitherWay } from '../../../checks/traces.ts';
import { accept, openWrite } from '../../../checks/writes.ts';
import { stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertMember, assertRefused } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { apiServers } from '../../../resources/apiServers.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Policies that a service brings itself (API services, data model, `accessControl.custom`, `policy`). */
export const customPolicies: readonly Case[] = [
  {
    title: 'custom policies can be switched on at creation',
    requirements: ['api-servers-custom-enabled-stored'],
    run: async ({ scope }) => {
      for (const answer of await acceptedWith(scope, { custom: { enabled: true } })) {
        assertMember(answer, 'accessControl.custom.enabled', true);
      }
    },
  },
  {
    title: 'custom policies that are switched off expressly are off',
    requirements: ['api-servers-custom-enabled-false'],
    run: async ({ scope }) => {
      for (const answer of await acceptedWith(scope, { custom: { enabled: false } })) assertOff(answer);
    },
  },
  switched('a replace switches custom policies on, or is refused', false),
  switched('a replace switches custom policies off, or is refused', true),
  {
    title: 'a service with custom policies has a root policy',
    requirements: ['api-servers-policy-id-with-custom'],
    run: async ({ scope }) => {
      const { exchange, path } = await createWith(scope, { custom: { enabled: true } });
      for (const answer of [exchange, await scope.api.get(path)]) {
        const id = at(answer.json, 'policy.id');
        const detail = { expected: 'policy.id, a UUID', received: answer.text, exchange: answer };
        const message = `${describeExchange(answer)} without the id of a root policy`;
        assert(typeof id === 'string' && UUID.test(id), message, detail);
      }
    },
  },
  {
    title: 'a service without custom policies has no root policy',
    requirements: ['api-servers-policy-id-without-custom'],
    run: async ({ scope }) => {
      const { exchange, path } = await scope.create(apiServers);
      for (const answer of [exchange, await stateOf(scope, path)]) {
        const policy = at(answer.json, 'policy');
        const detail = { expected: 'no policy', received: answer.text, exchange: answer };
        assert(policy === undefined || policy === null, `${describeExchange(answer)} with a policy`, detail);
      }
    },
  },
];

function switched(title: string, from: boolean): Case {
  return {
    title,
    requirements: ['api-servers-custom-enabled-mutable'],
    run: async ({ scope }) => {
      const switchedTo = (enabled: boolean) => ({ accessControl: { custom: { enabled } } });
      const replace = await openWrite(scope, apiServers, 'replace', {
        arrange: apiServers.arrange,
        body: (...arranged) => ({ ...apiServers.body(...arranged), ...switchedTo(from) }),
      });
      const way = await sendEitherWay(
        replace,
        { ...replace.clean(), ...switchedTo(!from) },
        {
          accepted: (answer) => {
            if (from) assertOff(answer);
            else assertMember(answer, 'accessControl.custom.enabled', true);
          },
          refused: (answer) => assertRefused(answer, { target: 'accessControl' }),
        },
      );
      scope.observe('reading', 'accessControl.custom.enabled in a replace', way);
    },
  };
}

async function createWith(scope: Scope, accessControl: unknown): Promise<Made> {
  const given = await apiServers.arrange(scope);
  return scope.create(apiServers, { given, body: { ...apiServers.body(scope, given), accessControl } });
}

/** Demands that a create with such an access control is accepted, and returns the answer together with a later read. */
async function acceptedWith(scope: Scope, accessControl: unknown): Promise<readonly Exchange[]> {
  const write = await openWrite(scope, apiServers, 'create', apiServers);
  return accept(write, { ...write.clean(), accessControl });
}

/** A switch that is off may be shown by its absence. */
function assertOff(answer: Exchange): void {
  const enabled = at(answer.json, 'accessControl.custom.enabled');
  const detail = {
    expected: 'accessControl.custom.enabled false, or none',
    received: enabled,
    exchange: answer,
  };
  assert(
    enabled === false || enabled === undefined,
    `${describeExchange(answer)} with custom policies on`,
    detail,
  );
}
