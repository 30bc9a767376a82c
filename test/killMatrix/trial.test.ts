import { afterAll, expect, test } from 'vitest';
import { groups } from '../../emulator/collections/groups.ts';
import type { Defect, Fault } from '../../emulator/defects/defect.ts';
import { status } from '../../emulator/defects/faults/answers.ts';
import { keepsDeleted } from '../../emulator/defects/faults/storage.ts';
import { placesOf } from '../../emulator/defects/where.ts';
import { assertStatus } from '../../fixtures/assertions.ts';
import type { Case } from '../../fixtures/case.ts';
import type { Scope } from '../../fixtures/scope.ts';
import { matrixOf, rowOf } from './matrix.ts';
import { Stage } from './stage.ts';
import { trial } from './trial.ts';

const OPTIONS = { seed: 1, runs: 5, limitMs: 5_000 };
const creates = caseOf('a create answers 201', 'platform-create-201', async (scope) => {
  assertStatus(await makeGroup(scope), 201);
});
const reads = caseOf('a deleted group is gone', 'platform-delete-then-read-404', async (scope) => {
  const { id } = (await makeGroup(scope)).json as { id: string };
  const path = `${scope.environment}/groups/${id}`;
  assertStatus(await scope.api.delete(path), 204);
  assertStatus(await scope.api.get(path), 404);
});
const stage = new Stage();
afterAll(() => stage.close());

test('an emulator without a defect passes', async () => {
  expect(await results(undefined)).toEqual(['held', 'held']);
});

test('a defect fails the case that checks what it breaks, and is gone with its emulator', async () => {
  expect(await results(status(placesOf(groups).create, 201, 200))).toEqual(['failed', 'held']);
  expect(await results(keepsDeleted(groups))).toEqual(['held', 'failed']);
  expect(await results(undefined)).toEqual(['held', 'held']);
});

test('a defect that only another case notices survives, and is told as mislabelled', async () => {
  const row = await rowOfFault(keepsDeleted(groups));
  expect(row.survivedBy).toEqual(['platform-create-201']);
  expect(row.onlyElsewhere).toEqual([reads.title]);
  const { totals } = matrixOf([row], [], { seed: 1, runs: 5, durationMs: 0, uniform: [] });
  expect(totals).toMatchObject({ defects: 1, killed: 0, survivors: 1, mislabelled: 1 });
});

test('a case that no defect of its requirement fails is told', async () => {
  const row = await rowOfFault(() => {});
  const { neverFailed } = matrixOf([row], [], { seed: 1, runs: 5, durationMs: 0, uniform: [] });
  expect(neverFailed).toEqual([{ requirement: 'platform-create-201', title: creates.title }]);
});

async function results(fault: Fault | undefined) {
  const endings = await trial(stage, fault && defectOf(fault), [creates, reads], OPTIONS);
  return endings.map(({ result }) => result);
}

async function rowOfFault(fault: Fault) {
  const defect = defectOf(fault);
  return rowOf(defect, await trial(stage, defect, [creates, reads], OPTIONS), 0, true);
}

function defectOf(apply: Fault): Defect {
  return { id: 'platform-create-201.1', breaks: ['platform-create-201'], describes: 'is wrong', apply };
}

function caseOf(title: string, requirement: string, run: (scope: Scope) => Promise<void>): Case {
  return { title, requirements: [requirement], run: ({ scope }) => run(scope) };
}

function makeGroup(scope: Scope) {
  return scope.api.post(`${scope.environment}/groups`, { name: scope.name() });
}
