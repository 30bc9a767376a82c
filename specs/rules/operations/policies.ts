import { smallestOf } from '../../../checks/bodies.ts';
import { sendEitherWay } from '../../../checks/traces.ts';
import { accept, type Clean, openWrite, writes } from '../../../checks/writes.ts';
import { assert, assertRefused } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { withValue } from '../../../fixtures/mutations/path.ts';
import { apiServers } from '../../../resources/apiServers.ts';
import { operations } from '../../../resources/operations.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The operations of a service that brings its own policies. */
const belowCustom: Clean = {
  arrange: async (scope) => {
    const given = await apiServers.arrange(scope);
    const body = { ...apiServers.body(scope, given), accessControl: { custom: { enabled: true } } };
    const service = await scope.create(apiServers, { given, body });
    return { collection: `${service.path}/operations`, ids: {} };
  },
  body: operations.body,
};

/** Policies and match types that documents leave open, or that only some targets have (API Operations). */
export const policies: readonly Case[] = [
  ...writes.map((write): Case => {
    return {
      title: `a ${write} below a service with custom policies shows no policy that is no reference`,
      requirements: ['api-server-operations-policy-id-uuid'],
      run: async ({ scope }) => {
        const prepared = await openWrite(scope, operations, write, belowCustom);
        for (const answer of await accept(prepared, prepared.clean())) {
          const policy = at(answer.json, 'policy') ?? undefined;
          const id = at(policy, 'id');
          const holds = policy === undefined || (typeof id === 'string' && UUID.test(id));
          const detail = { expected: 'no policy, or one with a UUID', received: policy, exchange: answer };
          assert(holds, `${describeExchange(answer)} with a policy that is no reference`, detail);
        }
      },
    };
  }),
  ...writes.map((write): Case => {
    return {
      title: `a ${write} may send accessControl.custom.enabled`,
      requirements: ['api-server-operations-custom-enabled'],
      run: async ({ scope }) => {
        const prepared = await openWrite(scope, operations, write, belowCustom);
        const sent = withValue(prepared.clean(), 'accessControl.custom.enabled', true);
        const answers = await accept(prepared, sent);
        for (const answer of answers) assertKeptOrIgnored(answer);
        const kept = at(answers[1].json, 'accessControl.custom') !== undefined;
        scope.observe('reading', 'accessControl.custom of an operation', kept ? 'kept' : 'ignored');
      },
    };
  }),
  ...writes.map((write): Case => {
    return {
      title: `a ${write} of a scope rule without matchType is refused for it, or keeps the rule`,
      requirements: ['api-server-operations-scope-match-type-optional'],
      run: async ({ scope }) => {
        const prepared = await openWrite(scope, operations, write, smallestOf(operations));
        const scopes = [{ id: prepared.given.ids.scopeID }];
        const way = await sendEitherWay(
          prepared,
          withValue(prepared.clean(), 'accessControl.scope', { scopes }),
          {
            accepted: (answer) => assertScopeRule(answer, prepared.given.ids.scopeID),
            refused: (answer) => assertRefused(answer, { target: 'accessControl.scope.matchType' }),
          },
        );
        scope.observe('reading', 'a scope rule without matchType', way);
      },
    };
  }),
];

function assertKeptOrIgnored(answer: Exchange): void {
  const custom = at(answer.json, 'accessControl.custom');
  const holds = custom === undefined || custom === null || at(custom, 'enabled') === true;
  const detail = { expected: 'enabled true, or no custom', received: custom, exchange: answer };
  assert(holds, `${describeExchange(answer)} with another accessControl.custom than was sent`, detail);
}

function assertScopeRule(answer: Exchange, id: string | undefined): void {
  const rule = at(answer.json, 'accessControl.scope');
  const matchType = at(rule, 'matchType') ?? undefined;
  const holds =
    at(rule, 'scopes.0.id') === id && (matchType === undefined || matchType === 'ALL' || matchType === 'ANY');
  const detail = { expected: `a rule for the scope ${String(id)}`, received: rule, exchange: answer };
  assert(holds, `${describeExchange(answer)} without the scope rule that was sent`, detail);
}
