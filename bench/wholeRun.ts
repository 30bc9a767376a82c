import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One whole run of the suite against the embedded emulator. */
export type WholeRun = {
  readonly runs: number;
  readonly seconds: number;
  readonly requests: number;
  /** The largest resident memory of any one process of the run, in MB. */
  readonly peakMb: number;
  /** Size of everything written, in MB. */
  readonly reportsMb: number;
  readonly exitCode: number;
};

const SAMPLE_MS = 100;

/** @param runs values per property case */
export async function measureWholeRun(runs: number): Promise<WholeRun> {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const command = fileURLToPath(new URL('../cli/pingone-conformance.mjs', import.meta.url));
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [command, 'run', '--seed', '1', '--runs', String(runs), '--out', outDir],
    {
      stdio: 'ignore',
    },
  );
  let peakKb = 0;
  const sampler = setInterval(() => {
    peakKb = Math.max(peakKb, ...residentKb(child.pid ?? 0));
  }, SAMPLE_MS);
  const exitCode = await new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
  clearInterval(sampler);
  const seconds = (performance.now() - startedAt) / 1000;
  const { http } = JSON.parse(readFileSync(join(outDir, 'conformance.json'), 'utf8')) as {
    http: { requests: number };
  };
  const reportsMb = sizeOf(outDir) / 1e6;
  rmSync(outDir, { recursive: true });
  return { runs, seconds, requests: http.requests, peakMb: peakKb / 1000, reportsMb, exitCode };
}

/** Resident memory of a process and everything below it, from /proc; empty where there is no /proc. */
function residentKb(root: number): number[] {
  const parents = new Map<number, { parent: number; kb: number }>();
  for (const name of safely(() => readdirSync('/proc'), [])) {
    if (!/^\d+$/.test(name)) continue;
    const status = safely(() => readFileSync(`/proc/${name}/status`, 'utf8'), '');
    const field = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    parents.set(Number(name), { parent: field('PPid'), kb: field('VmRSS') });
  }
  const below = (pid: number): boolean =>
    pid === root || (parents.has(pid) && below(parents.get(pid)?.parent ?? 0));
  return [...parents].filter(([pid]) => below(pid)).map(([, { kb }]) => kb);
}

function safely<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise; // the process ended meanwhile
  }
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .filter((entry) => entry.isFile())
    .reduce((sum, { size }) => sum + size, 0);
}
