import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { vi } from 'vitest';

/** One case as a spec hands it to the runner. */
export type PlannedCase = {
  readonly spec: string;
  readonly title: string;
  readonly requirements: readonly string[];
};

const SPECS = resolve(import.meta.dirname, '../../specs');
const LEVELS = new Set(['@must', '@should', '@may']);

const planned: PlannedCase[] = [];
let spec = '';

// The specs are loaded as they are, with a runner that only takes down what it is given.
vi.mock('../../fixtures/test.ts', () => ({
  test: (title: string, { tag }: { readonly tag: readonly string[] }) => {
    const requirements = tag.filter((one) => !LEVELS.has(one)).map((one) => one.slice(1));
    planned.push({ spec, title, requirements });
  },
}));

/** Every case of every spec, in the order of the files. A spec that does not load fails the test that asks. */
export async function plannedCases(): Promise<readonly PlannedCase[]> {
  if (planned.length > 0) return planned;
  for (const file of readdirSync(SPECS).filter((name) => name.endsWith('.spec.ts'))) {
    spec = file;
    await import(/* @vite-ignore */ join(SPECS, file));
  }
  return planned;
}
