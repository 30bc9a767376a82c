import { describe, expect, it } from 'vitest';
import { buildConformance } from '../../reports/conformance.ts';
import type { Event } from '../../schemas/events.ts';
import { registerOf, requirement } from './smallRegister.ts';
import {
  caseEnded,
  casesPlanned,
  evidence,
  failed,
  failure,
  passed,
  runEnded,
  runStarted,
} from './synthetic.ts';

const register = registerOf(
  requirement('a'),
  requirement('b', 'should'),
  requirement('c', 'may'),
  requirement('d', 'must', { excluded: 'out of reach' }),
  requirement('e', 'must', { capability: 'mfa' }),
);

const build = (...events: readonly Event[]) =>
  buildConformance(events, register.requirements, register.operations, '0.1.0');
const whole = (cases: number, ...events: readonly Event[]) =>
  build(runStarted({ lacks: { mfa: 'no MFA' } }), casesPlanned(cases), ...events, runEnded());

describe('buildConformance', () => {
  it('is conformant when everything that applies passes', () => {
    const found = whole(2, ...passed('1', 'a', 'b'), ...passed('2', 'c'));
    expect([found.verdict, found.exitCode]).toEqual(['conformant', 0]);
    expect(found.requirements.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'a pass',
      'b pass',
      'c pass',
      'd excluded',
      'e not-applicable',
    ]);
    expect(found.totals.must).toMatchObject({ pass: 1, excluded: 1, 'not-applicable': 1, fail: 0 });
    expect(found.notTested).toEqual({
      count: 2,
      reasons: [
        { verdict: 'not-applicable', reason: 'no MFA', count: 1, requirements: ['e'] },
        { verdict: 'excluded', reason: 'out of reach', count: 1, requirements: ['d'] },
      ],
    });
    expect(found.http).toEqual({ requests: 6, bytes: 4096, retries: 0, waitedMs: 0 });
    expect(found.suite).toEqual({ version: '0.1.0' });
  });

  it('fails all ids of a failing case and tells the failure once', () => {
    const found = whole(2, ...failed('1', ['a', 'b']), ...passed('2', 'c'));
    expect(found.exitCode).toBe(1);
    expect(found.requirements.slice(0, 2).map(({ verdict }) => verdict)).toEqual(['fail', 'warn']);
    expect(found.failures).toHaveLength(1);
    expect(found.failures[0]).toMatchObject({ requirement: 'a', synonyms: ['b'], level: 'must', line: 12 });
  });

  it('gives a failure the same id in every run', () => {
    const ids = [1, 2].map((seed) => {
      const started = runStarted({ run: { id: String(seed), seed, runs: 1, lease: 'pc-x' } });
      return build(started, ...failed(`case ${seed}`, ['a']).map(renamed), runEnded()).failures[0]?.id;
    });
    expect(ids[0]).toMatch(/^a-[0-9a-f]{8}$/);
    expect(ids[1]).toBe(ids[0]);
  });

  it('makes up a replay command for a case that left none', () => {
    const ended = caseEnded('1', ['a'], { status: 'failed', title: "it's broken", error: 'TypeError: x' });
    const [told] = whole(1, ended).failures;
    expect(told?.replay).toBe(`npx pingone-conformance run --grep 'it'\\''s broken' --seed 1729`);
    expect(told?.fault).toBe('suite');
  });

  it('follows the failure to a requirement that the case does not list', () => {
    const found = whole(
      1,
      evidence('1', { failure: failure('c') }),
      caseEnded('1', ['a'], { status: 'failed' }),
    );
    expect(found.requirements.map(({ verdict }) => verdict).slice(0, 3)).toEqual([
      'fail',
      'incomplete',
      'fail',
    ]);
  });

  it('counts answers by operation and status, and tells of those that are not documented', () => {
    const statuses = { 'apiServers.create 201': 2, 'apiServers.create 418': 1 };
    const found = whole(2, evidence('1', { statuses }), evidence('2', { statuses }), caseEnded('1', ['a']));
    expect(found.operations[0]?.statuses).toEqual({
      201: { documented: true, basis: 'operation', seen: 4 },
      400: { documented: true, basis: 'operation', seen: 0 },
      413: { documented: true, basis: 'page', seen: 0, reason: 'no limit is documented' },
      418: { documented: false, seen: 2 },
    });
    expect(found.observations).toEqual([
      {
        kind: 'undocumented-status',
        where: 'apiServers.create',
        what: 'answers 418, which is not documented for it',
        count: 2,
      },
    ]);
  });

  it('adds up observations, generated values and what was left behind', () => {
    const seen = { kind: 'property', where: 'apiServers.create', what: '/x' };
    const more = { observations: [seen, seen], values: { name: 3 }, leftBehind: ['one thing'] };
    const found = whole(2, evidence('1', more), evidence('2', more));
    expect(found.observations).toEqual([{ ...seen, count: 4 }]);
    expect(found.values).toEqual({ name: 6 });
    expect(found.leftBehind).toEqual(['one thing', 'one thing']);
  });

  it('is interrupted without an end, and with fewer cases than planned', () => {
    expect(build(runStarted(), casesPlanned(1), ...passed('1', 'a')).run.interrupted).toBe(true);
    expect(whole(3, ...passed('1', 'a')).run).toMatchObject({
      interrupted: true,
      cases: { planned: 3, ended: 1 },
    });
  });

  it('judges errors outside any case', () => {
    const errors = (...messages: readonly string[]) =>
      build(runStarted(), ...passed('1', 'a', 'b', 'e'), runEnded({ errors: messages }));
    expect(errors('SyntaxError: x').exitCode).toBe(1);
    expect(errors('connect ECONNREFUSED').exitCode).toBe(4);
    expect(errors('x').run.errors).toEqual([{ fault: 'suite', message: 'x' }]);
  });

  it('names the version that renders when another one ran', () => {
    const started = runStarted({ suite: { version: '0.0.9' } });
    expect(build(started).suite).toEqual({ version: '0.0.9', renderedBy: '0.1.0' });
  });

  it('judges the last run of a log that holds two', () => {
    const found = build(
      runStarted(),
      ...failed('1', ['a']),
      runEnded(),
      runStarted(),
      ...passed('2', 'a'),
      runEnded(),
    );
    expect(found.failures).toEqual([]);
    expect(found.run.cases.ended).toBe(1);
  });

  it('refuses a log without a beginning', () => {
    expect(() => build(...passed('1', 'a'))).toThrow(/no run-started/);
  });
});

/** The same case under another Playwright id. */
function renamed(event: Event): Event {
  return event.type === 'case-ended' ? { ...event, title: 'the same title' } : event;
}
