import { afterAll, expect, test } from 'vitest';
import { assertStatus } from '../../fixtures/assertions.ts';
import type { Case } from '../../fixtures/case.ts';
import { Stage } from './stage.ts';
import { trial } from './trial.ts';
import { uniforms } from './uniform.ts';

const OPTIONS = { seed: 1, runs: 5, limitMs: 60_000 };
const stage = new Stage();
afterAll(() => stage.close());

test('a refusal without a control is taken for the right one, and the case is told as taken in', async () => {
  expect(await againstUpdatesRefused(false)).toEqual({ result: 'held', isMet: true });
});

test('a control that is refused too turns the case away', async () => {
  expect(await againstUpdatesRefused(true)).toEqual({ result: 'failed', isMet: true });
});

test('a case that never asks for what is refused is not met', async () => {
  const create: Case = {
    title: 'groups: a create answers 201',
    requirements: ['platform-create-201'],
    run: async ({ scope }) => {
      assertStatus(await scope.api.post(`${scope.environment}/groups`, { name: scope.name() }), 201);
    },
  };
  expect(await ending(create)).toEqual({ result: 'held', isMet: false });
});

function againstUpdatesRefused(isControlled: boolean) {
  return ending({
    title: 'groups: a replace without name is refused',
    requirements: ['prerequisites-groups-name-required'],
    run: async ({ scope }) => {
      const name = scope.name();
      const made = await scope.api.post(`${scope.environment}/groups`, { name });
      const path = `${scope.environment}/groups/${(made.json as { id: string }).id}`;
      if (isControlled) assertStatus(await scope.api.put(path, { name }), 200);
      assertStatus(await scope.api.put(path, {}), 400);
    },
  });
}

async function ending(one: Case) {
  const server = uniforms.find(({ id }) => id === 'update 400');
  if (server === undefined) throw new Error('no server refuses every update with 400');
  expect(server.concerns(one)).toBe(true);
  const [end] = await trial(stage, { breaks: [], ...server }, [one], OPTIONS);
  if (end === undefined) throw new Error('the case did not run');
  return { result: end.result, isMet: server.met(end) };
}
