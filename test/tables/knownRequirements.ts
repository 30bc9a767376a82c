import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../schemas/requirements');

/** The ids of the requirement catalogue, read from the files themselves: the tables must not depend on code. */
export function knownRequirements(): ReadonlySet<string> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const areas = files.map((name): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  return new Set(areas.flatMap((area) => Object.keys((area as { requirements: object }).requirements)));
}
