import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command, conformanceOf, outDir, startEmulate } from '../cli/command.ts';
import { startBreakingProxy } from './breakingProxy.ts';
import { examples } from './brokenServers.ts';

let emulator: Awaited<ReturnType<typeof startEmulate>>;
let token: string;
beforeAll(async () => {
  emulator = await startEmulate();
  token = (await command(['token'], emulator.variables)).out.trim();
});
afterAll(() => emulator.stop());

// Much of a run is the start of processes, so two at a time.
describe.concurrent.each(examples)('a server with $fault', ({ grep, requirement, broken }) => {
  test('fails the right requirement, and the report repeats it', async () => {
    const origin = new URL(emulator.variables.PINGONE_API_URL ?? '').origin;
    const proxy = await startBreakingProxy(origin, broken());
    const variables = {
      ...emulator.variables,
      PINGONE_API_URL: `${proxy.origin}/v1`,
      PINGONE_AUTH_URL: proxy.origin,
    };
    try {
      const dir = outDir();
      const { code, out } = await command(['run', '--grep', grep, '--out', dir, '--runs', '10'], variables);
      const { failures, requirements } = conformanceOf(dir);
      const failure = failures.find((one) => one.requirement === requirement);
      expect(failure, out.slice(-2000)).toBeDefined();
      expect(failure?.fault).toBe('target');
      const level = requirements.find(({ id }) => id === requirement)?.level;
      expect(code).toBe(level === 'should' ? 0 : 1);

      const again = outDir();
      const replay = words(failure?.replay ?? '').slice(2);
      await command([...replay, '--out', again], variables);
      expect(conformanceOf(again).failures.map((one) => one.requirement)).toContain(requirement);

      const { stdout } = await promisify(execFile)('bash', ['-c', failure?.curl ?? 'false'], {
        env: { ...process.env, ...variables, PINGONE_TOKEN: token },
      });
      expect(stdout).not.toMatch(/ACCESS_FAILED/);
    } finally {
      await proxy.close();
    }
  });
});

/** Splits a command line as a shell does, single quotes only. */
function words(line: string): string[] {
  return [...line.matchAll(/'((?:[^']|'\\'')*)'|(\S+)/g)].map(([, quoted, bare]) =>
    (quoted ?? bare ?? '').replaceAll("'\\''", "'"),
  );
}
