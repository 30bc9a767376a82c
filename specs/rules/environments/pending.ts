import { proveOpen } from '../../../checks/control.ts';
import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { assert, assertMember, assertRefused, assertStatus } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import { at, describeExchange } from '../../../fixtures/exchange.ts';
import { filtered } from '../../../fixtures/filtering.ts';
import { instantOf } from '../../../fixtures/instant.ts';
import { Blocked } from '../../../fixtures/mismatch.ts';
import { assertRefusedWith, badRequest, forbidden } from '../../../fixtures/refusals.ts';
import type { Made, Scope } from '../../../fixtures/scope.ts';
import { requiredValueCodes } from '../../../fixtures/tables/valueRow.ts';
import { environments, licenseIdOf } from '../../../resources/environments.ts';
import { membersOf } from '../facets.ts';
import { ENVIRONMENTS } from './environment.ts';
import { createProduction } from './promotion.ts';

/** The pending deletion of production environments (Environments, update status and delete). */
export const pending: readonly Case[] = [
  {
    title: 'the status operation makes the deletion of a production environment pending',
    requirements: ['environments-update-status-pending'],
    run: async ({ scope }) => {
      const { path } = await createProduction(scope);
      const put = await scope.api.put(`${path}/status`, { status: 'DELETE_PENDING' });
      assertStatus(put, 200);
      assertMember(put, 'status', 'DELETE_PENDING');
      assertMember(await scope.api.get(path), 'status', 'DELETE_PENDING');
    },
  },
  {
    title: 'a pending environment tells since when and until when it can be restored',
    requirements: ['environments-model-soft-deleted-at'],
    run: async ({ scope }) => {
      const { path } = await createPending(scope);
      const read = await scope.api.get(path);
      assertStatus(read, 200);
      const since = instantOf(at(read.json, 'softDeletedAt'));
      const until = instantOf(at(read.json, 'hardDeleteAllowedAt') ?? at(read.json, 'hardDeletedAllowedAt'));
      assert(since <= until, `${describeExchange(read)} without the dates of its deletion`, {
        expected: 'softDeletedAt and hardDeleteAllowedAt, dates, the second not before the first',
        received: read.text,
        exchange: read,
      });
    },
  },
  {
    title: 'a pending deletion is taken back under a licence',
    requirements: ['environments-update-status-restore'],
    run: async ({ scope }) => {
      const { path, given } = await createPending(scope);
      const license = { id: given.ids.license ?? licenseIdOf((await scope.api.get(scope.environment)).json) };
      const put = await scope.api.put(`${path}/status`, { status: 'ACTIVE', license });
      assertStatus(put, 200);
      assertMember(put, 'status', 'ACTIVE');
      assertMember(await scope.api.get(path), 'status', 'ACTIVE');
    },
  },
  {
    title: 'a pending deletion is not taken back without a licence',
    requirements: ['environments-update-status-restore-license'],
    run: async ({ scope }) => {
      const { path } = await createPending(scope);
      const before = await stateOf(scope, path);
      const refused = await scope.api.put(`${path}/status`, { status: 'ACTIVE' });
      assertRefused(refused, { target: 'license', codes: requiredValueCodes });
      await assertUnchanged(scope, before);
    },
  },
  {
    title: 'a delete does not remove a production environment at once',
    requirements: ['environments-delete-production'],
    run: async ({ scope }) => {
      await proveOpen(scope, environments, undefined, ['delete']);
      const { path } = await createProduction(scope);
      const before = await stateOf(scope, path);
      const deleted = await scope.api.delete(path);
      scope.observe('reading', 'environments-delete-production', `status ${deleted.status}`);
      if (deleted.status === 204) return assertMember(await scope.api.get(path), 'status', 'DELETE_PENDING');
      assertRefusedWith(deleted, badRequest, forbidden);
      await assertUnchanged(scope, before);
    },
  },
  {
    title: 'a pending environment does not satisfy status eq ACTIVE',
    requirements: ['environments-filter-status-eq'],
    capabilities: ['production-environment'],
    run: async ({ scope }) => {
      const { id } = await createPending(scope);
      const exchange = await scope.api.get(filtered(ENVIRONMENTS, 'status eq "ACTIVE"'));
      if (exchange.status === 400) return assertRefusedWith(exchange, badRequest);
      const ids = membersOf(exchange, 'environments').map(({ value }) => value.id);
      assert(!ids.includes(id), 'status eq "ACTIVE" finds an environment whose deletion is pending', {
        expected: `no member with id ${id}`,
        received: ids,
        exchange,
      });
    },
  },
];

/** @throws Blocked when the deletion of a promoted environment cannot be made pending */
async function createPending(scope: Scope): Promise<Made> {
  const made = await createProduction(scope);
  const put = await scope.api.put(`${made.path}/status`, { status: 'DELETE_PENDING' });
  const status = at((await scope.api.get(made.path)).json, 'status');
  if (status === 'DELETE_PENDING') return made;
  throw new Blocked(
    `the deletion of a production environment cannot be made pending: ${describeExchange(put)}`,
  );
}
