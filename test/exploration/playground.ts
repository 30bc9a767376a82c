import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from '../../emulator/defects/defect.ts';
import { alter } from '../../emulator/defects/parts.ts';
import { startEmulator } from '../../emulator/server.ts';
import { emulatorTarget } from '../../fixtures/emulatorTarget.ts';
import { leaseOf } from '../../fixtures/lease.ts';
import { Ledger } from '../../fixtures/ledger.ts';
import type { Run } from '../../fixtures/run.ts';
import { Scope } from '../../fixtures/scope.ts';
import { closeSession, openSession, type Session } from '../../fixtures/session.ts';

/** An emulator in this process, and a session on it. */
export type Playground = {
  readonly session: Session;
  /** A scope as a case gets it, with the seed and, to replay one sequence, the path of a run. */
  readonly scope: (change: Pick<Run, 'seed'> & Partial<Run>) => Scope;
  readonly close: () => Promise<void>;
};

/** Starts an emulator whose deployments take no time. @param fault what it does wrong, if anything */
export async function startPlayground(fault?: Fault): Promise<Playground> {
  const outDir = mkdtempSync(join(tmpdir(), 'exploration-'));
  const emulator = await startEmulator({
    authPort: 0,
    deployment: { durationMs: 0 },
    ...(fault === undefined ? {} : { alter: (gatekeeper, seed) => alter(fault, gatekeeper, seed) }),
  });
  const run: Run = {
    id: 'play',
    lease: leaseOf('play'),
    seed: 0,
    runs: 10,
    workers: 1,
    outDir,
    target: emulatorTarget(emulator),
  };
  const session = await openSession(run, 0);
  return {
    session,
    scope: (change) => {
      session.traffic.reset();
      const ledger = new Ledger(session.journal, run.target);
      session.api.watcher = ledger.watch(session.api);
      return new Scope({ ...session, run: { ...run, ...change } }, ledger);
    },
    close: async () => {
      await closeSession(session);
      await emulator.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}
