import { assertUnchanged, stateOf } from '../../../fixtures/aftermath.ts';
import { assertRefused } from '../../../fixtures/assertions.ts';
import type { Case } from '../../../fixtures/case.ts';
import type { Body } from '../../../fixtures/resource.ts';
import type { Scope } from '../../../fixtures/scope.ts';
import { invalidValueCodes, requiredValueCodes } from '../../../fixtures/tables/valueRow.ts';
import { assertReplaced, createSandbox } from './environment.ts';

/** One fault in a write to an environment that exists. */
type Fault = {
  readonly row: string;
  readonly title: string;
  readonly target: string;
  readonly codes: readonly string[];
  /** Below the environment; the environment itself when left out. */
  readonly operation?: '/type' | '/status';
  /** The body with the fault, from one that is in order. */
  readonly spoil: (body: Body, scope: Scope) => Body | Promise<Body>;
};

const table: readonly Fault[] = [
  {
    row: 'environments-update-name-unique',
    title: 'a replace with the name of another environment is refused',
    target: 'name',
    codes: ['UNIQUENESS_VIOLATION'],
    spoil: async (body, scope) => ({ ...body, name: (await createSandbox(scope)).body.name }),
  },
  {
    row: 'environments-update-type-operation-required',
    title: 'the type operation without a type is refused',
    target: 'type',
    codes: requiredValueCodes,
    operation: '/type',
    spoil: () => ({}),
  },
  {
    row: 'environments-update-type-operation-enumerated',
    title: 'the type operation with an unknown type is refused',
    target: 'type',
    codes: invalidValueCodes,
    operation: '/type',
    spoil: () => ({ type: 'TEST' }),
  },
  {
    row: 'environments-update-status-required',
    title: 'the status operation without a status is refused',
    target: 'status',
    codes: requiredValueCodes,
    operation: '/status',
    spoil: () => ({}),
  },
  {
    row: 'environments-update-status-required',
    title: 'the status operation with an unknown status is refused',
    target: 'status',
    codes: invalidValueCodes,
    operation: '/status',
    spoil: () => ({ status: 'DELETED' }),
  },
];

/** Which writes to an environment are refused and change nothing (Environments, update, type and status). */
export const updateRefusals: readonly Case[] = table.map(
  ({ row, title, target, codes, operation = '', spoil }) => ({
    title,
    requirements: [row],
    run: async ({ scope }) => {
      const { path, body } = await createSandbox(scope);
      assertReplaced(await scope.api.put(path, { ...body, description: 'In order' }));
      const faulty = await spoil({ ...body, description: 'Refused' }, scope);
      const before = await stateOf(scope, path);
      assertRefused(await scope.api.put(path + operation, faulty), { target, codes });
      await assertUnchanged(scope, before);
    },
  }),
);
