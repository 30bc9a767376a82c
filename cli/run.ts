import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareRun } from '../fixtures/prepareRun.ts';
import { readSettings } from '../fixtures/readSettings.ts';
import { RUN_VARIABLE, type Run } from '../fixtures/run.ts';
import { SettingsError, settingList } from '../fixtures/settings.ts';
import { settleAccounts } from '../fixtures/sweep.ts';
import type { Conformance } from '../reports/conformance.ts';
import { specsOf } from './specsOf.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs the suite against a target and returns the exit code of its verdict (docs/verdicts.md).
 * After an interruption what the run created is removed before it returns.
 * @param flags values of the command line, by flag
 * @throws SettingsError, TargetError when the run cannot begin
 */
export async function run(flags: Readonly<Record<string, string | undefined>>): Promise<number> {
  warnOfSecrets(flags);
  const settings = readSettings(flags, process.env);
  const prepared = await prepareRun(settings);
  const { target, seed, outDir } = prepared.run;
  console.log(`judging ${target.name} at ${target.apiUrl} with seed ${seed}; results go to ${outDir}`);
  try {
    await playwright(prepared.run);
    for (const problem of await settleAccounts(prepared.run))
      console.error(`pingone-conformance: ${problem}`);
  } finally {
    await prepared.end();
  }
  return exitCodeOf(prepared.run);
}

/**
 * Playwright runs in a process group of its own: an interruption reaches this command alone, which passes it on once,
 * because a second one would end Playwright before it has ended its workers.
 */
function playwright(current: Run): Promise<void> {
  const cli = join(createRequire(import.meta.url).resolve('@playwright/test/package.json'), '..', 'cli.js');
  const args = [cli, 'test', '--pass-with-no-tests', '--config', join(ROOT, 'playwright.config.ts')];
  if (current.grep !== undefined)
    args.push('--grep', literal(current.grep), ...specsOf(current.grep).map(literal));
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    detached: true,
    stdio: 'inherit',
    env: {
      ...process.env,
      [RUN_VARIABLE]: JSON.stringify(current),
      PINGONE_CONFORMANCE_OUT: current.outDir,
      PINGONE_CONFORMANCE_WORKERS: String(current.workers),
    },
  });
  const interrupt = () => child.kill('SIGINT');
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
      resolve();
    });
  });
}

/** Playwright reads what is looked for, and where, as regular expressions. */
function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function exitCodeOf(current: Run): number {
  const file = join(current.outDir, 'conformance.json');
  if (!existsSync(file)) {
    console.error(`pingone-conformance: no verdict was written to ${file}; see the messages above`);
    return 1;
  }
  const { exitCode, run: told } = JSON.parse(readFileSync(file, 'utf8')) as Pick<
    Conformance,
    'exitCode' | 'run'
  >;
  if (current.grep !== undefined && told.cases.planned === 0) {
    const { grep } = current;
    throw new SettingsError(`no case matches '${grep}'; npx pingone-conformance list shows what there is`);
  }
  return exitCode;
}

function warnOfSecrets(flags: Readonly<Record<string, string | undefined>>): void {
  for (const { flag, variable, secret } of settingList) {
    if (secret !== true || flags[flag] === undefined) continue;
    console.error(
      `pingone-conformance: --${flag} is visible to others on this machine; better set ${variable}`,
    );
  }
}
