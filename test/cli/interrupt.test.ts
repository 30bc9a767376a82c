import { existsSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LEASE_PREFIX } from '../../fixtures/lease.ts';
import { command, conformanceOf, ended, outDir, start, startEmulate } from './command.ts';

const COLLECTIONS = ['groups', 'populations', 'resources', 'signOnPolicies', 'apiServers'];

test('an interrupted run removes what it created and says that it is incomplete', async () => {
  const { variables, stop } = await startEmulate();
  const dir = outDir();
  const child = start(['run', '--out', dir, '--grep', 's: '], variables);
  const end = ended(child);
  await casesEnded(dir, 20);
  child.kill('SIGINT');
  const { code, out, err } = await end;
  expect(code, out + err).toBe(3);
  expect(conformanceOf(dir).run.interrupted).toBe(true);

  const token = (await command(['token'], variables)).out.trim();
  const environment = `${variables.PINGONE_API_URL}/environments/${variables.PINGONE_ENVIRONMENT_ID}`;
  for (const collection of COLLECTIONS) {
    const answer = await fetch(`${environment}/${collection}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await answer.text(), collection).not.toContain(LEASE_PREFIX);
  }
  expect(existsSync(join(dir, 'journal.ndjson'))).toBe(false);
  await stop();
});

/** Waits until the log of a run tells of so many ended cases. */
function casesEnded(dir: string, count: number): Promise<void> {
  const log = join(dir, 'events.ndjson');
  return new Promise((resolve) => {
    const watcher = watch(dir, () => {
      if (!existsSync(log) || readFileSync(log, 'utf8').split('"case-ended"').length <= count) return;
      watcher.close();
      resolve();
    });
  });
}
