import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Fault } from '../../emulator/defects/defect.ts';
import { always } from '../../emulator/defects/faults/answers.ts';
import { setHeader } from '../../emulator/defects/reply.ts';
import type { Case } from '../../fixtures/case.ts';
import { requirement } from '../../schemas/contract.ts';
import { allCases } from '../killMatrix/cases.ts';
import { Stage } from '../killMatrix/stage.ts';
import { trial } from '../killMatrix/trial.ts';

// The cases are wanted, not their runner.
vi.mock('../../fixtures/test.ts', () => import('../killMatrix/noRunner.ts'));

const LIMIT_MS = 180_000;
const API = ['* /environments*', '* /organizations*', '* /roles*', '* /populations'];

/** Rows on tokens and on how a target is addressed: the authorization servers of these targets are in order. */
const ELSEWHERE = ['token', 'regions'];

const page = '<!doctype html><title>Sign on</title><form><input name="username"></form>';

const servers: readonly (readonly [does: string, fault: Fault])[] = [
  ['refuses every request with 403', always(API, 403, error('ACCESS_FAILED', 'INSUFFICIENT_PERMISSIONS'))],
  ['answers 400 to everything', always(API, 400, error('INVALID_DATA', 'INVALID_VALUE'))],
  ['answers 401 to everything', always(API, 401, error('ACCESS_FAILED', 'INVALID_TOKEN'))],
  ['finds nothing', always(API, 404, error('NOT_FOUND', 'NOT_FOUND'))],
  ['answers 429 to everything', always(API, 429, error('REQUEST_LIMITED', 'REQUEST_LIMITED'))],
  [
    'shows a login page with 200 for everything',
    (parts) =>
      parts.reply(API, (reply) => {
        reply.status = 200;
        reply.text = page;
        setHeader(reply, 'Content-Type', 'text/html');
      }),
  ],
];

const stage = new Stage();
let cases: readonly Case[] = [];
beforeAll(async () => {
  cases = (await allCases()).filter(
    ({ requirements: ids }) => !ids.every((id) => ELSEWHERE.includes(requirement(id).area)),
  );
}, LIMIT_MS);
afterAll(() => stage.close());

test.each(servers)('a server that %s passes no case', { timeout: LIMIT_MS }, async (describes, apply) => {
  const defect = { id: 'uniform', breaks: [], describes, apply };
  const endings = await trial(stage, defect, cases, { seed: 1, runs: 1, limitMs: 20_000 });
  expect(endings).toHaveLength(cases.length);
  expect(endings.filter(({ result }) => result === 'held').map(({ title }) => title)).toEqual([]);
});

/** A refusal of replacements says nothing where none is ever accepted; this server gives no reason that could differ. */
test('a server that refuses every replacement passes no case about them', { timeout: LIMIT_MS }, async () => {
  const where = ['PUT /environments*'];
  const { id, code, message } = error('INVALID_DATA', 'INVALID_VALUE');
  const apply: Fault = (parts) => {
    parts.wrap(where, () => () => {
      throw new Error('not carried out');
    });
    always(where, 400, { id, code, message })(parts);
  };
  // Nobody may replace an organization.
  const about = cases.filter(({ title }) =>
    /^(?!organizations).*(\ba replace\b|every update|is not replaced)/.test(title),
  );
  const defect = { id: 'uniform', breaks: [], describes: 'refuses every replacement', apply };
  const endings = await trial(stage, defect, about, { seed: 1, runs: 1, limitMs: 20_000 });
  expect(endings.length).toBeGreaterThan(500);
  expect(endings.filter(({ result }) => result === 'held').map(({ title }) => title)).toEqual([]);
});

function error(code: string, detail: string) {
  const id = '0b0b3d84-6f3c-4b11-9d8c-5f5d3a3a2b10';
  return { id, code, message: 'No.', details: [{ code: detail, target: 'name', message: 'No.' }] };
}
