import { describe, expect, it } from 'vitest';
import { buildConformance } from '../../reports/conformance.ts';
import { Progress } from '../../reports/progress.ts';
import { summary } from '../../reports/summary.ts';
import type { Event } from '../../schemas/events.ts';
import { registerOf, requirement } from './smallRegister.ts';
import { failed, passed, runEnded, runStarted } from './synthetic.ts';

/** A terminal that remembers what was written to it. */
function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, columns: 60, written, write: (text: string) => written.push(text) };
}

describe('progress', () => {
  it('writes about ten lines where no line can be redrawn', () => {
    const out = terminal(false);
    const progress = new Progress(730, out);
    for (let done = 0; done < 730; done += 1) progress.caseEnded('apiServers');
    progress.end();
    expect(out.written).toHaveLength(10);
    expect(out.written.at(-1)).toBe('apiServers  730 of 730  0 failed\n');
  });

  it('writes a line for each of few cases', () => {
    const out = terminal(false);
    const progress = new Progress(2, out);
    for (const area of ['token', 'environments']) progress.caseEnded(area);
    expect(out.written).toEqual(['token  1 of 2  0 failed\n', 'environments  2 of 2  0 failed\n']);
  });

  it('redraws one line on a terminal and removes it', () => {
    const out = terminal(true);
    const progress = new Progress(1, out);
    progress.caseEnded('x'.repeat(100));
    progress.end();
    expect(out.written.join('')).not.toContain('\n');
    expect(out.written[0]?.replace('\r\x1b[2K', '')).toHaveLength(59);
    expect(out.written.at(-1)).toBe('\r\x1b[2K');
  });

  it('tells twenty failures, each in one line, and counts the rest', () => {
    const out = terminal(false);
    const progress = new Progress(25, out);
    for (let done = 0; done < 25; done += 1)
      progress.caseEnded('a', `one\nfailure \x1b[31m ${'y'.repeat(500)}`);
    progress.end();
    const lines = out.written.filter((line) => line.startsWith('FAIL '));
    expect(lines).toHaveLength(20);
    expect(lines.every((line) => line.length <= 206 && line.indexOf('\n') === line.length - 1)).toBe(true);
    expect(lines[0]).not.toContain('\x1b');
    expect(out.written.at(-1)).toBe('and 5 more failures\n');
  });
});

describe('summary', () => {
  const register = registerOf(
    ...Array.from({ length: 30 }, (_, index) => requirement(`r${index}`)),
    requirement('x', 'should', { excluded: 'out of reach' }),
  );
  const told = (...events: readonly Event[]) => {
    const all = [runStarted(), ...events, runEnded()];
    const conformance = buildConformance(all, register.requirements, register.operations, '0.1.0');
    return summary({ conformance, json: '/out/conformance.json', html: '/out/conformance.html' }).split('\n');
  };

  it('says verdict, counts, what was not tested, and where to read on', () => {
    const lines = told(...[...register.requirements.keys()].flatMap((id) => passed(id, id)));
    expect(lines).toContain('conformant: emulator at http://127.0.0.1:43117/v1');
    expect(lines).toContain('  must    30 pass');
    expect(lines).toContain('not tested: 1 requirement');
    expect(lines).toContain('report: /out/conformance.html');
  });

  it('groups failures by requirement and stays short', () => {
    const events = [...register.requirements.keys()].flatMap((id) => [
      ...failed(`${id} one`, [id]),
      ...failed(`${id} two`, [id], { message: 'x'.repeat(500) }),
    ]);
    const lines = told(...events);
    expect(lines).toContain('failures: 62 cases, 31 requirements');
    expect(lines).toContain('  and 25 more');
    expect(lines.find((line) => line.startsWith('  must r0,'))).toMatch(
      /fault target: .*\(and 1 more case\)$/,
    );
    expect(lines.length).toBeLessThan(35);
    expect(lines.every((line) => line.length <= 160)).toBe(true);
  });
});
