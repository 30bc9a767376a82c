import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SPECS = new URL('../specs/', import.meta.url);

/**
 * The spec files in which a text can be found at all: each title begins with the name of its file, so that for a text
 * that begins with such a name, as the line that repeats a failure does, the others need not be loaded.
 * @param grep the text that is looked for, in any case
 * @returns the paths of the files; of all of them for a text that begins in another way
 */
export function specsOf(grep: string): readonly string[] {
  const files = readdirSync(SPECS).filter((name) => name.endsWith('.spec.ts'));
  const subject = /^(\w+): /.exec(grep)?.[1]?.toLowerCase();
  const own = files.filter(
    (name) => subject !== undefined && name.toLowerCase().endsWith(`${subject}.spec.ts`),
  );
  return (own.length > 0 ? own : files).map((name) => fileURLToPath(new URL(name, SPECS)));
}
