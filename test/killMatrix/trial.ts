import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Defect } from '../../emulator/defects/defect.ts';
import { takeAssertionCount } from '../../fixtures/assertions.ts';
import type { Case } from '../../fixtures/case.ts';
import { emulatorTarget } from '../../fixtures/emulatorTarget.ts';
import { judge } from '../../fixtures/judge.ts';
import { leaseOf } from '../../fixtures/lease.ts';
import { Ledger } from '../../fixtures/ledger.ts';
import type { Run } from '../../fixtures/run.ts';
import { Scope } from '../../fixtures/scope.ts';
import { closeSession, openSession, type Session } from '../../fixtures/session.ts';
import type { Reachable, Stage } from './stage.ts';

/** What is told of a case that ended without an assertion. */
export const NO_ASSERTION = 'it made no assertion';

/** How one case ended against an emulator. */
export type Ending = {
  readonly title: string;
  readonly requirements: readonly string[];
  readonly result: 'held' | 'failed' | 'unjudged';
  /** The ids of the operations that were answered while it ran. */
  readonly operations: readonly string[];
  /** The first line of what was told, unless it held. */
  readonly words?: string;
};

export type TrialOptions = {
  readonly seed: number;
  /** Values of each property case. */
  readonly runs: number;
  /** The longest time one case may take, in milliseconds; one that is still at it then has failed. */
  readonly limitMs: number;
};

/** Says, of the endings so far, whether a case still has anything to tell. */
export type Tells = (one: Case, endings: readonly Ending[]) => boolean;

/** Runs cases that have something to tell against a fresh emulator, which has the defect when one is given. */
export async function trial(
  stage: Stage,
  defect: Defect | undefined,
  cases: readonly Case[],
  options: TrialOptions,
  tells: Tells = () => true,
): Promise<readonly Ending[]> {
  try {
    return await judgeAll({ ...(await stage.play(defect)), id: 'matrix', worker: 0 }, cases, options, tells);
  } finally {
    stage.clear();
  }
}

/** An emulator that plays, and as whom it is met. */
export type Meeting = Reachable & {
  /** The id of the run. */
  readonly id: string;
  /** The number of the worker within the run. */
  readonly worker: number;
};

/** Runs cases that have something to tell against an emulator, one after the other. */
export async function judgeAll(
  { id, worker, ...reachable }: Meeting,
  cases: readonly Case[],
  { seed, runs, limitMs }: TrialOptions,
  tells: Tells = () => true,
): Promise<readonly Ending[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'kill-matrix-'));
  try {
    const target = emulatorTarget(reachable);
    const run: Run = { id, lease: leaseOf(id), seed, runs, workers: 1, outDir, target };
    const session = await openSession(run, worker);
    const endings: Ending[] = [];
    for (const one of cases) if (tells(one, endings)) endings.push(await ending(one, session, limitMs));
    await closeSession(session);
    return endings;
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

async function ending(one: Case, session: Session, limitMs: number): Promise<Ending> {
  session.traffic.reset();
  takeAssertionCount();
  const ledger = new Ledger(session.journal, session.run.target);
  session.api.watcher = ledger.watch(session.api);
  const { title, requirements } = one;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<{ error: Error }>((resolve) => {
    timer = setTimeout(() => resolve({ error: new Error(`still at it after ${limitMs} ms`) }), limitMs);
  });
  const outcome: { readonly blocked?: { reason: string }; error?: unknown } = await Promise.race([
    judge(one, new Scope(session, ledger), session.run.target),
    late,
  ]);
  clearTimeout(timer);
  const operations = [...new Set([...session.traffic.statuses.keys()].map((key) => key.split(' ')[0] ?? ''))];
  const about = { title, requirements, operations };
  await ledger.cleanUp(session.api).catch(() => {});
  if (outcome.blocked !== undefined) return { ...about, result: 'unjudged', words: outcome.blocked.reason };
  if (outcome.error === undefined && takeAssertionCount() > 0) return { ...about, result: 'held' };
  outcome.error ??= new Error(NO_ASSERTION);
  return { ...about, result: 'failed', words: firstLine(outcome.error) };
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').slice(0, 300);
}
