import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Pool } from 'undici';
import { assertRefused } from '../fixtures/assertions.ts';
import { Ledger } from '../fixtures/ledger.ts';
import { prepareRun } from '../fixtures/prepareRun.ts';
import { holdsForAll } from '../fixtures/property.ts';
import { readSettings } from '../fixtures/readSettings.ts';
import { Scope } from '../fixtures/scope.ts';
import { closeSession, openSession } from '../fixtures/session.ts';
import { median } from './rate.ts';

const ROUNDS = 5;
const VALUES = 3000;
const CONNECTIONS = 8;

/** Requests per second inside a property case over those of a raw undici loop that sends the same bodies. */
export type EngineRatio = { readonly ratio: number; readonly property: number; readonly raw: number };

/** Measures a property whose every value is a refused create: one request and its judgement a value. */
export async function measurePropertyEngine(): Promise<EngineRatio> {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-'));
  const prepared = await prepareRun(readSettings({ out: outDir, runs: String(VALUES), seed: '1' }, {}));
  const session = await openSession(prepared.run, 0);
  const ledger = new Ledger(session.journal, prepared.run.target);
  session.api.watcher = ledger.watch(session.api);
  const scope = new Scope(session, ledger);
  const to = `${scope.environment}/groups`;
  const arbitrary = fc.record({ name: fc.constant(''), description: fc.string({ maxLength: 40 }) });
  const bodies = fc.sample(arbitrary, { seed: 1, numRuns: VALUES }).map((body) => JSON.stringify(body));
  const pool = new Pool(new URL(prepared.run.target.apiUrl).origin, {
    connections: CONNECTIONS,
    pipelining: 1,
  });
  const rates = { property: [] as number[], raw: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.property.push(
      await timed(() =>
        holdsForAll(scope, {
          name: 'bench',
          arbitrary,
          attempt: async (body) => assertRefused(await scope.api.post(to, body), { target: 'name' }),
        }),
      ),
    );
    rates.raw.push(await timed(() => rawLoop(pool, `/v1${to}`, bodies, scope.token)));
  }
  await pool.close();
  await closeSession(session);
  await prepared.end();
  rmSync(outDir, { recursive: true });
  const [property, raw] = [median(rates.property), median(rates.raw)];
  return { ratio: property / raw, property, raw };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return VALUES / ((performance.now() - startedAt) / 1000);
}

async function rawLoop(pool: Pool, path: string, bodies: readonly string[], token: string): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  let next = 0;
  const lane = async () => {
    while (next < bodies.length) {
      const body = bodies[next] ?? '';
      next += 1;
      const answer = await pool.request({ method: 'POST', path, headers, body });
      await answer.body.text();
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
}
