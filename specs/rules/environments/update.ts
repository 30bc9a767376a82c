import { proveOpen } from '../../../checks/control.ts';
import { assert, assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, type Exchange } from '../../../fixtures/exchange.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { environments } from '../../../resources/environments.ts';
import { assertReplaced, createSandbox, listEnvironments, REGIONS, REPLACED } from './environment.ts';
import { assertHoldsTypes } from './products.ts';

/** What a replacement of an environment changes and what it leaves alone (Environments, update). */
export const update: readonly Case[] = [
  {
    title: 'a replace renames an environment, alone and in the list',
    requirements: ['environments-update-name'],
    run: async ({ scope }) => {
      const { path, body, id } = await createSandbox(scope);
      const name = scope.name('renamed');
      assertReplaced(await scope.api.put(path, { ...body, name }));
      assertMember(await scope.api.get(path), 'name', name);
      const listed = (await listEnvironments(scope)).find((one) => one.id === id);
      assert(listed?.name === name, 'the list shows the name from before the replace', {
        expected: name,
        received: listed ?? 'no such member',
      });
    },
  },
  {
    title: 'another region is refused or has no effect',
    requirements: ['environments-region-immutable'],
    run: async ({ scope }) => {
      await proveOpen(scope, environments, undefined, ['update']);
      const { path, body } = await createSandbox(scope);
      for (const region of REGIONS.filter((one) => one !== body.region)) {
        const put = await scope.api.put(path, { ...body, region });
        assertKeptOrRefused(put, 'region', body.region);
        assertMember(await scope.api.get(path), 'region', body.region);
        scope.observe('reading', 'environments-region-immutable', `status ${put.status}`);
      }
    },
  },
  {
    title: 'the same region does no harm',
    requirements: ['environments-update-region-same'],
    run: async ({ scope }) => {
      const { path, body } = await createSandbox(scope);
      const put = await scope.api.put(path, { ...body, description: 'After' });
      assertReplaced(put);
      assertMember(put, 'region', body.region);
      assertMember(await scope.api.get(path), 'region', body.region);
    },
  },
  {
    title: 'a replace without the region keeps it or is refused',
    requirements: ['environments-update-region-omitted'],
    run: async ({ scope }) => {
      await proveOpen(scope, environments, undefined, ['update']);
      const { path, body } = await createSandbox(scope);
      const put = await scope.api.put(path, { ...body, region: undefined });
      assertKeptOrRefused(put, 'region', body.region);
      assertMember(await scope.api.get(path), 'region', body.region);
      scope.observe('reading', 'environments-update-region-omitted', `status ${put.status}`);
    },
  },
  {
    title: 'a replace without the licence keeps it or is refused',
    requirements: ['environments-update-license-omitted'],
    run: async ({ scope }) => {
      await proveOpen(scope, environments, undefined, ['update']);
      const { path, body } = await createSandbox(scope);
      const license = at((await scope.api.get(path)).json, 'license.id');
      const put = await scope.api.put(path, { ...body, license: undefined });
      if (put.status === 400) assertRefused(put, { target: 'license' });
      else assertReplaced(put);
      await assertStill(scope, path, 'license.id', license);
      scope.observe('reading', 'environments-update-license-omitted', `status ${put.status}`);
    },
  },
  {
    title: 'a replace cannot move an environment to another organization',
    requirements: ['environments-update-organization-read-only'],
    run: async ({ scope }) => {
      await proveOpen(scope, environments, undefined, ['update']);
      const { path, body } = await createSandbox(scope);
      const owner = at((await scope.api.get(path)).json, 'organization.id');
      const put = await scope.api.put(path, { ...body, organization: { id: scope.unknownId() } });
      if (put.status === 400) assertRefused(put, { target: 'organization.id' });
      else assertReplaced(put);
      await assertStill(scope, path, 'organization.id', owner);
    },
  },
  {
    title: 'a replace that carries products replaces the product list',
    requirements: ['environments-update-bill-of-materials'],
    run: async ({ scope }) => {
      const { path, body } = await createSandbox(scope);
      const types = ['PING_ONE_BASE', 'PING_ACCESS'];
      const billOfMaterials = { products: types.map((type) => ({ type, description: type })) };
      assertReplaced(await scope.api.put(path, { ...body, billOfMaterials }));
      assertHoldsTypes(await scope.api.get(`${path}/billOfMaterials`), types);
    },
  },
];

/** Demands a refusal that names the property, or a success that shows its old value. */
function assertKeptOrRefused(put: Exchange, property: string, value: unknown): void {
  if (put.status === 400) assertRefused(put, { target: property });
  else {
    assertStatus(put, ...REPLACED);
    assertMember(put, property, value);
  }
}

/** Demands that a read shows the same value as before, or as before none. */
async function assertStill(scope: Scope, path: string, member: string, before: unknown): Promise<void> {
  const read = await scope.api.get(path);
  assertStatus(read, 200);
  const after = at(read.json, member);
  assert(after === before, `a replace changed ${member}`, {
    expected: `${member} ${String(before)}`,
    received: after ?? `no ${member}`,
    exchange: read,
  });
}
