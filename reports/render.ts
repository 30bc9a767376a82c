import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildConformance, type Conformance } from './conformance.ts';
import { page } from './html/page.ts';
import { readEvents } from './log.ts';
import { currentRegister, type Register } from './register.ts';

/** Where a rendering was written, and what it says. */
export type Rendering = {
  readonly conformance: Conformance;
  readonly json: string;
  readonly html: string;
};

/**
 * Writes `conformance.json` and `conformance.html` from `events.ndjson`. It changes nothing else, so it can be
 * called again on the directory of a finished, stopped or crashed run.
 * @param outDir the directory of the run
 * @throws Error when there is no log or it does not say what was run
 */
export function render(outDir: string, register: Register = currentRegister()): Rendering {
  const { requirements, operations, suiteVersion } = register;
  const conformance = buildConformance(readEvents(outDir), requirements, operations, suiteVersion);
  const json = join(outDir, 'conformance.json');
  const html = join(outDir, 'conformance.html');
  replace(json, JSON.stringify(conformance, null, 1) + '\n');
  replace(html, page(conformance));
  return { conformance, json, html };
}

/** Never leaves half a file where a whole one was. */
function replace(file: string, text: string): void {
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}
