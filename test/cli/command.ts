import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Conformance } from '../../reports/conformance.ts';

const COMMAND = fileURLToPath(new URL('../../cli/pingone-conformance.mjs', import.meta.url));

/** What a command said and how it ended. */
export type Ended = { readonly code: number; readonly out: string; readonly err: string };

/** Starts the command. Variables of this machine that would name a target are left out. */
export function start(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  const bare = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PINGONE_') && !name.startsWith('VITEST'),
  );
  return spawn(process.execPath, [COMMAND, ...args], {
    env: { ...Object.fromEntries(bare), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits for a command to end. */
export function ended(child: ChildProcess): Promise<Ended> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    err += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, out, err }));
  });
}

/** Runs the command to its end. */
export function command(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return ended(start(args, environment));
}

/** A new folder for the results of a run. */
export function outDir(): string {
  return mkdtempSync(join(tmpdir(), 'conformance-'));
}

/** The machine-readable report of a run. */
export function conformanceOf(dir: string): Conformance {
  return JSON.parse(readFileSync(join(dir, 'conformance.json'), 'utf8')) as Conformance;
}

/** Starts `emulate` on a free port with further flags; returns the variables it prints and how to end it. */
export async function startEmulate(
  ...flags: readonly string[]
): Promise<{ variables: Record<string, string>; stop: () => Promise<void> }> {
  const child = start(['emulate', '--port', '0', ...flags]);
  const variables: Record<string, string> = {};
  let text = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      text += String(chunk);
      if (text.includes('# the emulator listens')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`emulate ended with ${code}: ${text}`)));
  });
  for (const [, name, value] of text.matchAll(/^export (\w+)=(.*)$/gm)) variables[name ?? ''] = value ?? '';
  const stop = () =>
    new Promise<void>((resolve) => {
      child.removeAllListeners('exit');
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  return { variables, stop };
}
