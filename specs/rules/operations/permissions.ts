import { fullOf } from '../../../checks/bodies.ts';
import { sendEitherWay } from '../../../checks/traces.ts';
import { openWrite, writes } from '../../../checks/writes.ts';
import { assert, assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import { withValue } from '../../../fixtures/mutations/path.ts';
import { accessControlForm } from '../../../resources/operationForms.ts';
import { operations } from '../../../resources/operations.ts';
import { assertNoRule } from './rules.ts';

/** Rules that ask for an application permission (API Operations, `accessControl.permission`; links). */
export const permissionRules: readonly Case[] = [
  ...writes.map((write): Case => {
    return {
      title: `a ${write} with a permission rule without an id is refused, or leaves no such rule`,
      requirements: ['api-server-operations-permission-id-required'],
      run: async ({ scope }) => {
        const prepared = await openWrite(scope, operations, write, fullOf(accessControlForm));
        const way = await sendEitherWay(
          prepared,
          withValue(prepared.clean(), 'accessControl.permission', {}),
          {
            accepted: assertNoPermission,
            refused: (answer) => assertRefused(answer, { target: 'accessControl.permission.id' }),
          },
        );
        scope.observe('reading', 'a permission rule without an id', way);
      },
    };
  }),
  {
    title: 'an operation links to the permission of its rule',
    requirements: ['api-server-operations-link-permission'],
    run: async ({ scope }) => {
      const given = await accessControlForm.arrange(scope);
      const { path } = await scope.create(operations, { given, body: accessControlForm.full(scope, given) });
      const read = await scope.api.get(path);
      const href = at(read.json, '_links.permission.href');
      assert(typeof href === 'string', `${describeExchange(read)} without a link to the permission`, {
        expected: '_links.permission.href',
        received: at(read.json, '_links'),
        exchange: read,
      });
      const permission = await scope.api.get(String(href));
      assertStatus(permission, 200);
      assertMember(permission, 'id', given.ids.permission1);
    },
  },
  {
    title: 'an operation without a permission rule links to no made-up permission',
    requirements: ['api-server-operations-link-permission-absent'],
    run: async ({ scope }) => {
      const { path } = await scope.create(operations);
      const read = await scope.api.get(path);
      assertNoRule(read, 'permission');
      const href = at(read.json, '_links.permission.href');
      if (href !== undefined) assertStatus(await scope.api.get(String(href)), 200);
    },
  },
];

function assertNoPermission(answer: Exchange): void {
  const rule = at(answer.json, 'accessControl.permission');
  const detail = { expected: 'no permission rule', received: answer.text, exchange: answer };
  assert(rule === undefined || rule === null, `${describeExchange(answer)} with a permission rule`, detail);
}
