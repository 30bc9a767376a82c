import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SettingsError } from '../fixtures/settings.ts';
import { render } from '../reports/render.ts';

/**
 * Renders the reports of a finished, interrupted or crashed run again from its event log.
 * @param dir the directory of the run
 * @returns the exit code of the verdict
 * @throws SettingsError when there is no event log
 */
export async function report(dir: string): Promise<number> {
  const outDir = resolve(dir);
  if (!existsSync(join(outDir, 'events.ndjson'))) {
    throw new SettingsError(`${dir} holds no events.ndjson; give the --out directory of a run`);
  }
  const { conformance, html } = render(outDir);
  console.log(`${conformance.verdict}; report: ${html}`);
  return conformance.exitCode;
}
