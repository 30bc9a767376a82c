import { describe, expect, it } from 'vitest';
import { errorFault, type JudgedCase, judgeCase, judgeRequirement, judgeRun } from '../../reports/verdict.ts';
import type { Verdict } from '../../schemas/events.ts';
import { requirement } from './smallRegister.ts';
import { caseEnded, evidence, failure } from './synthetic.ts';

const ended = (status: 'passed' | 'failed' | 'timedOut' | 'skipped' | 'interrupted', error?: string) =>
  caseEnded('c', ['a'], error === undefined ? { status } : { status, error });

describe('a case', () => {
  const unjudged = { unjudged: { verdict: 'not-applicable', reason: 'no licence' } } as const;
  const rows = [
    ['passes with an assertion', ended('passed'), evidence('c'), 'pass', undefined],
    ['is not applicable', ended('passed'), evidence('c', unjudged), 'not-applicable', undefined],
    [
      'is not applicable when skipped for it',
      ended('skipped'),
      evidence('c', unjudged),
      'not-applicable',
      undefined,
    ],
    ['fails with its evidence', ended('failed'), evidence('c', { failure: failure('a') }), 'fail', 'target'],
    [
      'fails with its evidence in time',
      ended('timedOut'),
      evidence('c', { failure: failure('a') }),
      'fail',
      'target',
    ],
    ['fails without evidence', ended('failed', 'TypeError: x'), undefined, 'fail', 'suite'],
    [
      'fails on a dead target',
      ended('failed', 'GET / got no answer (ECONNREFUSED)'),
      undefined,
      'fail',
      'environment',
    ],
    ['runs out of time', ended('timedOut', 'Test timeout of 30000ms exceeded.'), undefined, 'fail', 'suite'],
    ['waits in vain', ended('timedOut', 'connect ETIMEDOUT 10.0.0.1:443'), undefined, 'fail', 'environment'],
    [
      'is interrupted',
      ended('interrupted'),
      evidence('c', { failure: failure('a') }),
      'incomplete',
      undefined,
    ],
    ['is skipped without a reason', ended('skipped'), undefined, 'incomplete', undefined],
    ['passes without an assertion', ended('passed'), evidence('c', { assertions: 0 }), 'incomplete', 'suite'],
    ['passes without evidence', ended('passed'), undefined, 'incomplete', 'suite'],
  ] as const;
  for (const [title, end, seen, verdict, fault] of rows) {
    it(`that ${title} is ${verdict}`, () => {
      const judged = judgeCase(end, seen);
      expect(judged.verdict).toBe(verdict);
      expect(judged.failure?.fault).toBe(fault);
      if (verdict === 'incomplete' || verdict === 'not-applicable') expect(judged.reason).toBeTruthy();
    });
  }

  it('says its error in one line and keeps the rest', () => {
    const { failure: told } = judgeCase(ended('failed', 'TypeError: x\n    at y'), undefined);
    expect(told?.message).toBe('TypeError: x');
    expect(told?.received).toContain('at y');
  });
});

describe('a requirement', () => {
  const came = (verdict: Verdict, reason?: string): JudgedCase => ({
    ended: ended('passed'),
    evidence: undefined,
    verdict,
    ...(reason === undefined ? {} : { reason }),
  });
  const judge = (level: 'must' | 'should' | 'may', ...cases: readonly JudgedCase[]) =>
    judgeRequirement(requirement('a', level, { capability: 'mfa' }), cases, {}, false);

  it('fails with any failing case, as a warning when it is a should', () => {
    expect(judge('must', came('pass'), came('fail'), came('incomplete')).verdict).toBe('fail');
    expect(judge('may', came('fail')).verdict).toBe('fail');
    expect(judge('should', came('fail'), came('pass')).verdict).toBe('warn');
  });

  it('is incomplete with any incomplete case, and says each reason once', () => {
    const cases = [came('pass'), came('incomplete', 'x'), came('incomplete', 'x'), came('incomplete', 'y')];
    expect(judge('must', ...cases)).toEqual({ verdict: 'incomplete', reason: 'x; y' });
  });

  it('passes with one passing case, though others do not apply', () => {
    expect(judge('must', came('not-applicable', 'x'), came('pass'))).toEqual({ verdict: 'pass' });
    expect(judge('must', came('not-applicable', 'x'))).toEqual({ verdict: 'not-applicable', reason: 'x' });
  });

  it('without a case follows what the target lacks and what was selected', () => {
    const row = requirement('a', 'must', { capability: 'mfa' });
    expect(judgeRequirement(row, [], { mfa: 'no MFA' }, false)).toEqual({
      verdict: 'not-applicable',
      reason: 'no MFA',
    });
    expect(judgeRequirement(row, [], { other: 'x' }, false).reason).toBe('no case exercises it');
    expect(judgeRequirement(row, [], {}, true).reason).toBe('no case was selected');
  });

  it('that is excluded stays excluded', () => {
    const row = requirement('a', 'must', { excluded: 'out of reach' });
    expect(judgeRequirement(row, [came('pass')], {}, false)).toEqual({
      verdict: 'excluded',
      reason: 'out of reach',
    });
  });
});

describe('a run', () => {
  type Run = Parameters<typeof judgeRun>[0];
  const row = (verdict: Verdict, level: 'must' | 'should' | 'may' = 'must', cases = 1) => ({
    level,
    verdict,
    cases: Array.from({ length: cases }),
  });
  const run = (differing: Partial<Run>) =>
    judgeRun({ failures: [], requirements: [row('pass')], interrupted: false, selected: false, ...differing })
      .exitCode;

  it('is conformant with passes and warnings', () => {
    const failures = [{ fault: 'target', level: 'should' }] as const;
    expect(run({ failures, requirements: [row('pass'), row('warn', 'should')] })).toBe(0);
    expect(run({ requirements: [row('pass'), row('incomplete', 'may'), row('excluded')] })).toBe(0);
  });

  it('is not conformant with a failing must or may, or any fault of the suite', () => {
    expect(run({ failures: [{ fault: 'target', level: 'must' }] })).toBe(1);
    expect(run({ failures: [{ fault: 'target', level: 'may' }] })).toBe(1);
    expect(run({ failures: [{ fault: 'suite', level: 'should' }] })).toBe(1);
    expect(run({ failures: [{ fault: 'target' }] })).toBe(1);
    expect(run({ failures: [{ fault: 'target', level: 'should' }], requirements: [row('fail')] })).toBe(1);
  });

  it('says that the target broke down when nothing else failed', () => {
    const environment = { fault: 'environment', level: 'must' } as const;
    expect(
      run({ failures: [environment, environment], requirements: [row('fail')], interrupted: true }),
    ).toBe(4);
    expect(run({ failures: [environment, { fault: 'target', level: 'must' }] })).toBe(1);
  });

  it('is incomplete when stopped, or with an incomplete must or should', () => {
    expect(run({ interrupted: true })).toBe(3);
    expect(run({ requirements: [row('pass'), row('incomplete', 'should')] })).toBe(3);
  });

  it('counts only selected rows of a selection', () => {
    const requirements = [row('pass'), row('incomplete', 'must', 0)];
    expect(run({ requirements, selected: true })).toBe(0);
    expect(run({ requirements, selected: false })).toBe(3);
    expect(run({ requirements: [row('pass'), row('incomplete')], selected: true })).toBe(3);
  });

  it('is incomplete when nothing was judged', () => {
    expect(run({ requirements: [row('not-applicable'), row('excluded')] })).toBe(3);
    expect(run({ requirements: [row('incomplete', 'must', 0)], selected: true })).toBe(3);
  });
});

describe('an error outside any case', () => {
  it('is the fault of the environment only when the connection broke', () => {
    expect(errorFault('connect ECONNREFUSED 127.0.0.1:1')).toBe('environment');
    expect(errorFault('SocketError: other side closed')).toBe('environment');
    expect(errorFault('Cannot find module ./connection.ts')).toBe('suite');
  });
});
