import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conformance } from '../../reports/conformance.ts';
import { appendEvents, readEvents } from '../../reports/log.ts';
import type { Event } from '../../schemas/events.ts';
import { evidence, failure, runStarted } from './synthetic.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const playwright = join(root, 'node_modules/@playwright/test/cli.js');
let directory = '';

/** A project of its own, with what a worker would write stated by the cases themselves. */
const SPEC = `
import { appendFileSync } from 'node:fs';
import { _baseTest as test, expect } from '@playwright/test';
const judged = (found = {}) => appendFileSync(
  process.env.PINGONE_CONFORMANCE_OUT + '/events.ndjson',
  JSON.stringify({ ...JSON.parse(process.env.EVIDENCE!), case: test.info().testId, ...found }) + '\\n',
);
if (process.env.UNREADABLE) throw new Error('this spec does not load');
test('the first holds', { tag: ['@a', '@must'] }, () => judged());
test('the second holds', { tag: ['@b', '@should'] }, () => {
  if (process.env.FAILURE === undefined) return judged();
  judged({ failure: JSON.parse(process.env.FAILURE) });
  throw new Error('as told');
});
test('the third breaks', { tag: ['@c'] }, () => { if (process.env.BREAK) expect(1).toBe(2); judged(); });
`;
const CONFIG = `
export default { testDir: 'specs', workers: 1, reporter: [[${JSON.stringify(join(root, 'reports/reporter.ts'))}, {
  register: { requirements: new Map(['a', 'b', 'c'].map((id) => [id,
    { id, area: 'x', level: id === 'b' ? 'should' : 'must', evidence: 'documented', kind: 'status', text: id, source: { document: 'd', section: 's' } }])),
    operations: [], suiteVersion: '0.1.0' } }]] };
`;

beforeAll(() => {
  // Below the repository, so that the project finds Playwright.
  mkdirSync(join(root, 'reports/out'), { recursive: true });
  directory = mkdtempSync(join(root, 'reports/out/reporter-test-'));
  mkdirSync(join(directory, 'specs'));
  writeFileSync(join(directory, 'specs/made.spec.ts'), SPEC);
  writeFileSync(join(directory, 'playwright.config.ts'), CONFIG);
  writeFileSync(join(directory, 'package.json'), '{"type":"module"}');
});
afterAll(() => rmSync(directory, { recursive: true }));

function run(
  name: string,
  environment: Readonly<Record<string, string>>,
  events: readonly Event[] = [runStarted()],
  options: readonly string[] = [],
) {
  const out = join(directory, name);
  mkdirSync(out);
  appendEvents(out, events);
  const env = {
    ...process.env,
    PINGONE_CONFORMANCE_OUT: out,
    EVIDENCE: JSON.stringify(evidence('')),
    ...environment,
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [playwright, 'test', ...options], {
    cwd: directory,
    env,
  });
  const read = () => JSON.parse(readFileSync(join(out, 'conformance.json'), 'utf8')) as Conformance;
  return { status, stdout: String(stdout), stderr: String(stderr), events: readEvents(out), read };
}

describe('the reporter under Playwright', () => {
  it('ends with 0 and both reports when the run is conformant', () => {
    const { status, stdout, events, read } = run('conformant', {});
    expect(stdout).toContain('conformant: emulator');
    expect(status).toBe(0);
    // A worker may be a case ahead of the reporter, so only the ends have a fixed place.
    const types = events.map(({ type }) => type);
    expect([types[0], types[1], types.at(-1)]).toEqual(['run-started', 'cases-planned', 'run-ended']);
    expect(types.filter((type) => type === 'evidence')).toHaveLength(3);
    expect(types.filter((type) => type === 'case-ended')).toHaveLength(3);
    expect(events.find(({ type }) => type === 'case-ended')).toMatchObject({
      title: 'the first holds',
      file: 'specs/made.spec.ts',
      line: 9,
      requirements: ['a'],
      status: 'passed',
    });
    expect(read()).toMatchObject({ verdict: 'conformant', run: { cases: { planned: 3, ended: 3 } } });
  });

  it('ends with 1 and tells the failure in one line when a case breaks', () => {
    const { status, stdout, read } = run('broken', { BREAK: '1' });
    expect(status).toBe(1);
    expect(stdout.match(/^FAIL specs\/made\.spec\.ts:\d+ the third breaks - .*$/gm)).toHaveLength(1);
    expect(read().failures).toMatchObject([{ requirement: 'c', fault: 'suite', file: 'specs/made.spec.ts' }]);
  });

  it('ends with 0 when only a should fails, although Playwright saw a failing test', () => {
    const { status, stdout, read } = run('warned', { FAILURE: JSON.stringify(failure('b')) });
    expect(stdout).toContain('1 warn');
    expect(read().requirements.map(({ verdict }) => verdict)).toEqual(['pass', 'warn', 'pass']);
    expect(status).toBe(0);
  });

  it('counts cases that never ran as incomplete', () => {
    const { events, read } = run(
      'stopped',
      { FAILURE: JSON.stringify(failure('b')) },
      [runStarted()],
      ['-x'],
    );
    expect(events.filter(({ type }) => type === 'case-ended')).toHaveLength(3);
    expect(read().requirements.map(({ verdict }) => verdict)).toEqual(['pass', 'warn', 'incomplete']);
    expect(read().exitCode).toBe(3);
  });

  it('tells at once of a spec that does not load', () => {
    const { status, stdout, read } = run('unreadable', { UNREADABLE: '1' });
    expect(status).toBe(1);
    expect(stdout).toContain('this spec does not load');
    expect(read().run.errors).toContainEqual({ fault: 'suite', message: 'Error: this spec does not load' });
  });

  it('says so and keeps the log when no report can be made', () => {
    const { status, stderr, events } = run('no-beginning', {}, []);
    expect(status).toBe(1);
    expect(stderr).toMatch(/No report was made of .*; its events\.ndjson is whole/);
    expect(events.at(-1)?.type).toBe('run-ended');
  });
});
