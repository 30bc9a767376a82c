import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command, conformanceOf, outDir, startEmulate } from './command.ts';

const DEFECT = 'platform-links-self.1';

let broken: Awaited<ReturnType<typeof startEmulate>>;
let clean: Awaited<ReturnType<typeof startEmulate>>;
beforeAll(async () => {
  [broken, clean] = await Promise.all([startEmulate('--defect', DEFECT), startEmulate()]);
});
afterAll(() => Promise.all([broken.stop(), clean.stop()]));

test('a failure of a broken emulator still fails there, and is fixed at a clean one', async () => {
  const dir = outDir();
  const run = await command(
    ['run', '--grep', 'groups: representations link to themselves', '--runs', '5', '--out', dir],
    broken.variables,
  );
  expect(run.code).toBe(1);
  const [failure] = conformanceOf(dir).failures;
  expect(failure?.requirement).toBe('platform-links-self');

  const again = await command(['replay', failure?.id ?? '', '--dir', dir], broken.variables);
  expect(again.out).toContain(`still fails: ${failure?.id}`);
  expect(again.out).toContain('as curl lines, run once just now:');
  expect(again.code).toBe(1);

  const file = join(dir, 'failure.json');
  const moved = JSON.stringify(failure)
    .replaceAll(broken.variables.PINGONE_API_URL ?? '', clean.variables.PINGONE_API_URL ?? '')
    .replaceAll(broken.variables.PINGONE_AUTH_URL ?? '', clean.variables.PINGONE_AUTH_URL ?? '');
  writeFileSync(file, moved);
  const mended = await command(['replay', file, '--dir', outDir()], clean.variables);
  expect(mended.out).toContain(`fixed: ${failure?.id}`);
  expect(mended.code).toBe(0);
});

test('an id that no run recorded is refused with those there are', async () => {
  const { code, err } = await command(['replay', 'no-such-failure', '--dir', outDir()]);
  expect(code).toBe(2);
  expect(err).toContain('holds no conformance.json; give --dir');
});
