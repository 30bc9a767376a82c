import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterEach, describe, expect, it } from 'vitest';
import { appendEvents } from '../../reports/log.ts';
import { render } from '../../reports/render.ts';
import schema from '../../schemas/conformance.schema.json' with { type: 'json' };
import type { Event } from '../../schemas/events.ts';
import { registerOf, requirement } from './smallRegister.ts';
import { caseEnded, evidence, failed, failure, passed, runEnded, runStarted } from './synthetic.ts';

const register = registerOf(
  requirement('a'),
  requirement('b', 'should'),
  requirement('c', 'may'),
  requirement('d', 'must', { excluded: 'out of reach' }),
  requirement('e', 'must', { capability: 'mfa', area: 'environments' }),
);
const ajv = new Ajv2020({ strict: true, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(schema);

const directories: string[] = [];
function directoryOf(...events: readonly Event[]): string {
  const directory = mkdtempSync(join(tmpdir(), 'conformance-'));
  directories.push(directory);
  appendEvents(directory, events);
  return directory;
}
function rendered(...events: readonly Event[]) {
  const directory = directoryOf(...events);
  const rendering = render(directory, register);
  const json: unknown = JSON.parse(readFileSync(rendering.json, 'utf8'));
  expect(validate(json), ajv.errorsText(validate.errors)).toBe(true);
  expect(json).toEqual(rendering.conformance);
  return { directory, html: readFileSync(rendering.html, 'utf8'), conformance: rendering.conformance };
}
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true });
});

const everyVerdict: readonly Event[] = [
  runStarted({ lacks: { mfa: 'no MFA' }, grep: 'apiServers' }),
  ...passed('1', 'a'),
  ...failed('2', ['b'], { counterexample: '{"name":""}', curl: 'curl -sS x' }),
  evidence('3', { unjudged: { verdict: 'incomplete', reason: 'no second environment' } }),
  caseEnded('3', ['c'], { status: 'skipped' }),
  ...failed('4', ['unknown-requirement']),
  caseEnded('5', ['a']),
  evidence('6', {
    statuses: { 'apiServers.create 201': 1, 'apiServers.create 500': 1 },
    observations: [{ kind: 'property', where: 'apiServers.create', what: '/x' }],
    values: { name: 3 },
    leftBehind: ['DELETE x answered 500'],
  }),
  runEnded({ errors: ['SyntaxError: x'] }),
];

describe('render', () => {
  it('writes both reports of a run without failures', () => {
    const { html, conformance } = rendered(runStarted(), ...passed('1', 'a', 'b', 'c', 'e'), runEnded());
    expect(conformance.exitCode).toBe(0);
    expect(html).toContain('Nothing broke.');
    expect(html).not.toContain('class="cause');
  });

  it('tells a failure with all it has', () => {
    const { html } = rendered(runStarted(), ...failed('1', ['a'], { curl: 'curl -sS x' }), runEnded());
    for (const label of ['Expected', 'Received', 'Run this case again', 'Send the request by hand']) {
      expect(html).toContain(`<dt>${label}</dt>`);
    }
    expect(html).toContain('API reference, a');
    expect(html).toContain('looks like the target’s fault');
  });

  it('shows every kind of verdict and event', () => {
    const { html } = rendered(...everyVerdict);
    for (const text of [
      'no second environment',
      'out of reach',
      'no MFA',
      'Only cases that match',
      'not documented',
    ]) {
      expect(html).toContain(text);
    }
  });

  it('grows with the failures, and tells only the first of a cause in full', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        failed(String(index), ['a'], { received: 'y'.repeat(9000) }),
      ).flat();
    const one = rendered(runStarted(), ...many(1), runEnded()).html.length;
    const hundred = rendered(runStarted(), ...many(100), runEnded()).html.length;
    expect(hundred).toBeLessThan(one + 4 * 10_000 + 100 * 1000);
  });

  it('judges a log that ends in the middle of a line', () => {
    const directory = directoryOf(runStarted(), ...passed('1', 'a'), ...passed('2', 'b'));
    const log = join(directory, 'events.ndjson');
    const text = readFileSync(log, 'utf8');
    writeFileSync(log, text.slice(0, -30));
    const { conformance } = render(directory, register);
    expect(conformance.verdict).toBe('incomplete');
    expect(conformance.run.cases.ended).toBe(1);
    expect(readFileSync(log, 'utf8')).toBe(text.slice(0, -30));
  });

  it('passes over lines that are no events', () => {
    const directory = directoryOf(runStarted(), ...passed('1', 'a'));
    writeFileSync(join(directory, 'events.ndjson'), 'null\n{"type":"later"}\n{"ty{"type":1}\n[]\n', {
      flag: 'a',
    });
    expect(render(directory, register).conformance.run.cases.ended).toBe(1);
  });

  it('gives the same reports again', () => {
    const { directory, html } = rendered(...everyVerdict);
    expect(readFileSync(render(directory, register).html, 'utf8')).toBe(html);
  });

  it('refuses a directory without a beginning', () => {
    expect(() => render(directoryOf(runEnded()), register)).toThrow(/run-started/);
    expect(() => render(join(tmpdir(), 'no-such-run'), register)).toThrow(/ENOENT/);
  });
});

describe('hostile text', () => {
  const hostile = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>\u0000\u001b[31m\u202egnp.exe\ud800</pre></style>]]>`;

  it('never becomes markup, and nothing invisible stays', () => {
    const { html } = rendered(
      runStarted({ target: { ...runStarted().target, name: hostile, region: hostile }, grep: hostile }),
      evidence('1', {
        failure: failure('a', {
          message: hostile,
          expected: hostile,
          received: hostile,
          counterexample: hostile,
          curl: hostile,
          replay: hostile,
          faultRule: hostile,
          exchanges: [hostile],
        }),
        observations: [{ kind: hostile, where: hostile, what: hostile }],
        values: { [hostile]: 1 },
        leftBehind: [hostile],
      }),
      caseEnded('1', ['a'], { status: 'failed', title: hostile, file: hostile }),
      evidence('2', { unjudged: { verdict: 'incomplete', reason: hostile } }),
      caseEnded('2', ['b'], { status: 'skipped', title: `other ${hostile}` }),
      runEnded({ errors: [hostile] }),
    );
    expect(html.match(/<script>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<img|<\/style>\]\]/);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect([...html].filter((character) => /(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u.test(character))).toEqual([]);
    expect(html).toContain('\\u{0000}');
  });

  it('that is very long is cut, with a note', () => {
    const long = 'x'.repeat(2_000_000);
    const { html } = rendered(
      runStarted(),
      ...failed('1', ['a'], { message: long, expected: long, received: long, curl: long, exchanges: [long] }),
      runEnded(),
    );
    expect(html.length).toBeLessThan(200_000);
    expect(html).toContain('more characters, all in conformance.json');
  });
});
