import { proveOpen } from '../../../checks/control.ts';
import { assert, assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange, type Exchange } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { settled } from '../../../fixtures/settle.ts';
import { applicationResourcePermissions } from '../../../resources/applicationResourcePermissions.ts';
import { applicationResources } from '../../../resources/applicationResources.ts';
import { createdAndRead, createOwned, permissionsOf } from './permission.ts';

/** A new name may take a while to show in what is derived from it (facts 0.10). */
const RENAMING_LIMIT_MS = 30_000;

/** What the key of a permission is made of (Create Application Permissions, data model and sample). */
export const keys: readonly Case[] = [
  {
    title: 'the key is the name of the application resource, a colon and the action',
    requirements: ['application-resource-permissions-key-value'],
    run: async ({ scope }) => {
      const { owner, permission } = await createOwned(scope);
      const { action } = permission.body;
      const expected = `${owner.body.name}:${action}`;
      const put = await scope.api.put(permission.path, { action, description: 'Read accounts' });
      for (const answer of [...(await createdAndRead(scope, permission)), put])
        assertMember(answer, 'key', expected);
      const members = await scope.list(permissionsOf(scope, owner.id), 'permissions');
      // Whether a list shows the key at all is another row's question.
      const shown = members.map(({ key }) => key).filter((key) => key !== undefined);
      assert(
        shown.every((key) => key === expected),
        'a listed permission has another key',
        {
          expected,
          received: shown,
        },
      );
    },
  },
  {
    title: 'a new action changes the key',
    requirements: ['application-resource-permissions-key-follows-action'],
    run: async ({ scope }) => {
      const { permission } = await createOwned(scope);
      const action = scope.name('audit');
      await scope.api.put(permission.path, { action });
      const read = await scope.api.get(permission.path);
      assertStatus(read, 200);
      assert(
        String(at(read.json, 'key')).endsWith(`:${action}`),
        `${describeExchange(read)} with an older key`,
        {
          expected: `a key that ends with :${action}`,
          received: read.text,
          exchange: read,
        },
      );
    },
  },
  {
    title: 'a new name of the application resource changes the key',
    requirements: ['application-resource-permissions-key-follows-resource-name'],
    run: async ({ scope }) => {
      const { owner, permission } = await createOwned(scope);
      const name = scope.name('renamed');
      const put = await scope.api.put(owner.path, { ...applicationResources.body(scope, owner.given), name });
      assertStatus(put, 200, 201, 204);
      const read = await settled(
        scope,
        RENAMING_LIMIT_MS,
        () => scope.api.get(permission.path),
        ({ json }) => at(json, 'resource.name') === name,
      );
      assertMember(read, 'resource.name', name);
      assertMember(read, 'key', `${name}:${permission.body.action}`);
    },
  },
  {
    title: 'no write takes the key of another permission',
    requirements: ['application-resource-permissions-key-read-only'],
    run: async ({ scope }) => {
      const given = await applicationResourcePermissions.arrange(scope);
      const body = { ...applicationResourcePermissions.full(scope, given), key: 'a:b' };
      await assertKeyOfItsOwn(scope, await scope.api.post(given.collection, body), given.collection);
      const { path } = await scope.create(applicationResourcePermissions, { given });
      await proveOpen(scope, applicationResourcePermissions, given, ['update']);
      const put = await scope.api.put(path, { ...body, action: scope.name() });
      await assertKeyOfItsOwn(scope, put, given.collection);
    },
  },
];

/** Where a write with a key was accepted, the permission has the derived one. */
async function assertKeyOfItsOwn(scope: Scope, write: Exchange, collection: string): Promise<void> {
  if (write.status >= 300) return assertRefused(write, { target: 'key' });
  const read = await scope.api.get(`${collection}/${at(write.json, 'id')}`);
  assertStatus(read, 200);
  for (const answer of [write, read])
    assert(at(answer.json, 'key') !== 'a:b', `${describeExchange(answer)} with the key that a client sent`, {
      expected: 'the key made of name and action',
      received: answer.text,
      exchange: answer,
    });
}
