import { execFile } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SettingsError } from '../fixtures/settings.ts';
import type { Conformance } from '../reports/conformance.ts';
import type { Failure } from '../reports/failure.ts';
import { flagsIn } from './commandLine.ts';
import { run } from './run.ts';
import { token } from './token.ts';

/** Exit codes: docs/verdicts.md. */
const [FIXED, STILL_FAILS, NOT_REPRODUCED] = [0, 1, 3];

/**
 * Runs one recorded failure again, with its seed and its generated value, against the target it was recorded at.
 * Of a failure that is still there the curl lines are run once and, when that works, printed.
 * @param which the id of a failure, or a file: a conformance.json or the failure alone
 * @param dir the run that an id is looked up in
 * @returns the exit code: 0 fixed, 1 still fails, 3 cannot be reproduced
 * @throws SettingsError when there is no such failure
 */
export async function replay(which: string, dir: string): Promise<number> {
  const failure = find(which, dir);
  const out = join(resolve(dir), 'replay');
  await run({ ...flagsIn(failure.replay), out });
  const { failures, requirements } = JSON.parse(
    readFileSync(join(out, 'conformance.json'), 'utf8'),
  ) as Conformance;
  const again = failures.find(({ id }) => id === failure.id);
  if (again !== undefined) {
    console.log(`still fails: ${failure.id}: ${again.message}`);
    await tell(again);
    return STILL_FAILS;
  }
  const ran = requirements.flatMap(({ cases }) => cases).find(({ title }) => title === failure.case);
  if (ran?.verdict === 'pass') {
    console.log(`fixed: ${failure.id}: ${failure.case}`);
    return FIXED;
  }
  const why = ran === undefined ? 'this version has no such case' : `the case is ${ran.verdict} here`;
  console.log(`cannot be reproduced: ${failure.id}: ${why}`);
  return NOT_REPRODUCED;
}

function find(which: string, dir: string): Failure {
  const isFile = existsSync(which) && statSync(which).isFile();
  const file = isFile ? which : join(dir, 'conformance.json');
  if (!existsSync(file))
    throw new SettingsError(`${dir} holds no conformance.json; give --dir, the directory of a run`);
  const failures = failuresIn(file);
  const [first, ...more] = isFile ? failures : failures.filter(({ id }) => id === which);
  if (first !== undefined && more.length === 0) return first;
  const known = failures.map(({ id }) => `\n  ${id}`).join('');
  const asked = isFile ? `${which} holds ${failures.length} failures` : `${file} holds no failure ${which}`;
  throw new SettingsError(`${asked}; give the id of one of them:${known === '' ? ' there is none' : known}`);
}

function failuresIn(file: string): readonly Failure[] {
  let content: Partial<Conformance & Failure>;
  try {
    content = JSON.parse(readFileSync(file, 'utf8')) as Partial<Conformance & Failure>;
  } catch (error) {
    throw new SettingsError(`${file} cannot be read (${(error as Error).message}); give a conformance.json`);
  }
  const failures = content.failures ?? (content.replay === undefined ? undefined : [content as Failure]);
  if (failures === undefined)
    throw new SettingsError(`${file} holds no failures; give a conformance.json, or one failure of it`);
  return failures;
}

/** Prints the script of a failure that a target can be asked for; one that no longer runs is not worth printing. */
async function tell({ curl, replay: line }: Failure): Promise<void> {
  const flags = flagsIn(line);
  if (curl === undefined || flags.target === undefined) return;
  const environment = {
    ...process.env,
    PINGONE_API_URL: flags.target,
    PINGONE_AUTH_URL: flags['auth-url'],
    PINGONE_TOKEN: await token(flags).catch(() => undefined),
  };
  const problem = await new Promise<string | undefined>((done) => {
    execFile('bash', ['-c', `set -e\n${curl}`], { env: environment, timeout: 60_000 }, (error, _out, words) =>
      done(error === null ? undefined : words.trim() || error.message),
    );
  });
  if (problem === undefined) console.log(`as curl lines, run once just now:\n${curl}`);
  else console.log(`its curl lines cannot be run here (${problem.split('\n')[0]})`);
}
