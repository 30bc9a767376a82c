import { refused } from '../../../checks/bodies.ts';
import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at } from '../../../fixtures/exchange.ts';
import { withValue } from '../../../fixtures/mutations/path.ts';
import type { Body, Given } from '../../../fixtures/resource.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { externalForm } from '../../../resources/apiServerForms.ts';
import { apiServers } from '../../../resources/apiServers.ts';
import { groups } from '../../../resources/groups.ts';
import { operations } from '../../../resources/operations.ts';

const LIST = 'accessControl.group.groups';

/** Which groups a rule may name, and what becomes of it (API Operations, `accessControl.group`). */
export const groupRules: readonly Case[] = [
  {
    title: 'a rule still names a group that was deleted',
    requirements: ['api-server-operations-group-deleted-later'],
    run: async ({ scope }) => {
      const { operation, group } = await withGroup(scope);
      assertStatus(await scope.api.delete(group.path), 204);
      const read = await scope.api.get(operation.path);
      assertStatus(read, 200);
      assertMember(read, `${LIST}.0.id`, group.id);
      const members = await scope.list(operation.given.collection, operations.embedded);
      assert(
        members.some(({ id }) => id === operation.id),
        'an operation is gone with a group',
        {
          expected: `the operation ${operation.id}`,
          received: members,
        },
      );
    },
  },
  {
    title: 'a replace that names a deleted group is refused',
    requirements: ['api-server-operations-group-deleted-then-rewritten'],
    run: async ({ scope }) => {
      const { operation, group } = await withGroup(scope);
      assertStatus(await scope.api.put(operation.path, operation.body), 200, 201);
      assertStatus(await scope.api.delete(group.path), 204);
      const before = await stateOf(scope, operation.path);
      const put = await scope.api.put(operation.path, operation.body);
      assertRefused(put, { target: LIST, statuses: [400, 404] });
      await assertUnchanged(scope, before);
    },
  },
  ...refused(operations, {
    rows: ['api-server-operations-built-in-rules-need-pingone'],
    what: 'with a group rule below a service on an external server',
    refusal: { target: 'accessControl' },
    clean: { arrange: belowExternal, body: operations.body },
    bodies: (clean, { given }) => [withValue(clean, LIST, [{ id: given.ids.groupID }])],
  }),
];

/** An operation with a rule for a group of its own. */
async function withGroup(scope: Scope): Promise<{ operation: Made; group: Made }> {
  const given = await operations.arrange(scope);
  const group = await scope.create(groups);
  const body: Body = withValue(operations.body(scope, given), LIST, [{ id: group.id }]);
  const operation = await scope.create(operations, { given, body });
  const stored = at(operation.exchange.json, `${LIST}.0.id`);
  assert(stored === group.id, 'a new operation does not name its group', {
    expected: group.id,
    received: operation.exchange.text,
    exchange: operation.exchange,
  });
  return { operation, group };
}

async function belowExternal(scope: Scope): Promise<Given> {
  const given = await externalForm.arrange(scope);
  const service = await scope.create(apiServers, { given, body: externalForm.full(scope, given) });
  const group = await scope.create(groups);
  return { collection: `${service.path}/operations`, ids: { groupID: group.id } };
}
