import { readdirSync } from 'node:fs';
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Case } from '../../fixtures/case.ts';

const SPECS = new URL('../../specs/', import.meta.url);

/**
 * Every case of every spec, as a runner would run them, in the order of the files.
 * @param onBroken is told a spec that does not load, which is then left out
 * @throws what a spec throws that does not load, where nobody is to be told
 */
export async function allCases(
  onBroken?: (file: string, problem: unknown) => void,
): Promise<readonly Case[]> {
  register(new URL('withoutRunner.mjs', import.meta.url));
  const cases: Case[] = [];
  for (const file of readdirSync(SPECS).filter((name) => name.endsWith('.spec.ts'))) {
    try {
      const spec = (await import(pathToFileURL(new URL(file, SPECS).pathname).href)) as {
        cases: readonly Case[];
      };
      cases.push(...spec.cases);
    } catch (problem) {
      if (onBroken === undefined) throw problem;
      onBroken(file, problem);
    }
  }
  return cases;
}
