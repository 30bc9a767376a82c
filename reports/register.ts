import { readFileSync } from 'node:fs';
import { type Operation, operations, type Requirement, requirements } from '../schemas/contract.ts';

/** What a run is judged against, and by which version of the suite. */
export type Register = {
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly operations: readonly Operation[];
  readonly suiteVersion: string;
};

/** The register of this version of the suite. */
export function currentRegister(): Register {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return { requirements: requirements(), operations: operations(), suiteVersion: version };
}
