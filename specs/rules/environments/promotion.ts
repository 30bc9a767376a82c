import { proveOpen } from '../../../checks/control.ts';
import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertMember, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { assertRefusedWith, badRequest, forbidden } from '../../../fixtures/refusals.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { environments } from '../../../resources/environments.ts';
import { createSandbox } from './environment.ts';

/** How an environment becomes one for production, and whether it can go back (Environments, update type). */
export const promotion: readonly Case[] = [
  {
    title: 'a replace with type PRODUCTION promotes, is refused or leaves the type alone',
    requirements: ['environments-update-type-promotion'],
    run: async ({ scope }) => {
      await proveOpen(scope, environments, undefined, ['update']);
      const { path, body } = await createSandbox(scope);
      const put = await scope.api.put(path, { ...body, type: 'PRODUCTION' });
      const read = await scope.api.get(path);
      assertStatus(read, 200);
      const type = at(read.json, 'type');
      scope.observe(
        'reading',
        'environments-update-type-promotion',
        `status ${put.status}, then ${String(type)}`,
      );
      // 201 for a replacement of an environment passes (facts 3, conflict on its status).
      if (put.status !== 200 && put.status !== 201) {
        assertRefusedWith(put, badRequest, forbidden);
        return assertMember(read, 'type', 'SANDBOX');
      }
      assert(type === 'PRODUCTION' || type === 'SANDBOX', describeExchange(read), {
        expected: 'PRODUCTION or SANDBOX',
        received: read.text,
        exchange: read,
      });
      assertMember(put, 'type', type);
    },
  },
  {
    title: 'the type operation promotes a sandbox environment',
    requirements: ['environments-update-type-operation'],
    run: async ({ scope }) => {
      const { path } = await createSandbox(scope);
      const put = await scope.api.put(`${path}/type`, { type: 'PRODUCTION' });
      assertStatus(put, 200);
      assertMember(put, 'type', 'PRODUCTION');
      assertMember(await scope.api.get(path), 'type', 'PRODUCTION');
    },
  },
  {
    title: 'a production environment is demoted fully or stays what it is',
    requirements: ['environments-update-type-demotion'],
    run: async ({ scope }) => {
      const { path } = await createProduction(scope);
      const put = await scope.api.put(`${path}/type`, { type: 'SANDBOX' });
      const read = await scope.api.get(path);
      scope.observe(
        'reading',
        'environments-update-type-demotion',
        put.status === 200 ? 'demoted' : 'refused',
      );
      if (put.status !== 200) {
        assertRefusedWith(put, badRequest, forbidden);
        return assertMember(read, 'type', 'PRODUCTION');
      }
      assertMember(put, 'type', 'SANDBOX');
      assertMember(read, 'type', 'SANDBOX');
    },
  },
  {
    title: 'a trial licence allows no promotion',
    requirements: ['environments-update-type-promotion-trial'],
    run: async ({ scope }) => {
      const { path } = await createSandbox(scope);
      const before = await stateOf(scope, path);
      assertRefusedWith(await scope.api.put(`${path}/type`, { type: 'PRODUCTION' }), badRequest, forbidden);
      await assertUnchanged(scope, before);
    },
  },
];

/**
 * Creates an environment and promotes it. Its deletion may leave it pending, which a real target ends by itself.
 * @throws Blocked when it cannot be promoted
 */
export async function createProduction(scope: Scope): Promise<Made> {
  const made = await createSandbox(scope);
  const put = await scope.api.put(`${made.path}/type`, { type: 'PRODUCTION' });
  const type = at((await scope.api.get(made.path)).json, 'type');
  if (type !== 'PRODUCTION')
    throw new Blocked(`a new environment cannot be promoted: ${describeExchange(put)}`);
  return made;
}
