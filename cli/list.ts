import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Requirement, requirements } from '../schemas/contract.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A case as Playwright lists it. */
type Listed = { readonly title: string; readonly file: string; readonly tags: readonly string[] };

/** The part of Playwright's JSON report that is read here. */
type Suite = { specs?: Listed[]; suites?: Suite[] };

/**
 * Prints every requirement with the cases that check it. Nothing is started and nothing is sent.
 * @returns the exit code: 0, or 1 when the specs do not load
 */
export async function list(options: { grep?: string; json?: boolean }): Promise<number> {
  const cases = (await listedCases()).flatMap(flatten);
  if (cases.length === 0) {
    console.error('pingone-conformance: the specs could not be listed; run npm run check to see why');
    return 1;
  }
  const rows = [...requirements().values()].map((row) => ({
    ...row,
    cases: cases.filter(({ tags }) => tags.includes(row.id)).map(({ title, file }) => ({ title, file })),
  }));
  const wanted = options.grep;
  const shown = rows.filter((row) => wanted === undefined || textOf(row).includes(wanted));
  if (options.json === true) console.log(JSON.stringify(shown, null, 2));
  else if (shown.length === 0) console.log(`nothing matches '${wanted}'`);
  else for (const row of shown) console.log(textOf(row));
  return 0;
}

function textOf(row: Requirement & { cases: readonly { title: string; file: string }[] }): string {
  const head = `${row.id} [${row.level}] ${row.text}`;
  if (row.excluded !== undefined) return `${head}\n    excluded: ${row.excluded}`;
  return [head, ...row.cases.map(({ title, file }) => `    ${title} (${file})`)].join('\n');
}

function flatten(suite: Suite): Listed[] {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(flatten)];
}

async function listedCases(): Promise<Suite[]> {
  const cli = join(createRequire(import.meta.url).resolve('@playwright/test/package.json'), '..', 'cli.js');
  const args = [cli, 'test', '--list', '--reporter', 'json', '--config', join(ROOT, 'playwright.config.ts')];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const chunk of child.stdout) text += String(chunk);
  try {
    return (JSON.parse(text) as { suites: Suite[] }).suites;
  } catch {
    return [];
  }
}
