import type { Matrix } from './matrix.ts';

/** How many lines of one sort are printed; the rest stand in the files. */
const SHOWN = 40;

/** The matrix in a few lines: what was missed first. */
export function told({
  rows,
  totals,
  withoutDefect,
  neverFailed,
  uniform,
  durationMs,
}: Matrix): readonly string[] {
  const survivors = rows.filter(({ survivedBy }) => survivedBy.length > 0);
  return [
    ...some(
      survivors.map(({ defect, describes, survivedBy, onlyElsewhere, broke }) => {
        if (broke !== undefined) return `survivor ${defect} (${describes}) could not be tried: ${broke}`;
        const elsewhere = onlyElsewhere.length === 0 ? '' : `; seen only by "${onlyElsewhere[0]}"`;
        return `survivor ${defect} (${describes}): no case of ${survivedBy.join(', ')} failed${elsewhere}`;
      }),
    ),
    ...some(neverFailed.map(({ requirement, title }) => `no defect of ${requirement} fails "${title}"`)),
    ...some(withoutDefect.map((id) => `no defect breaks ${id}`)),
    ...some(
      uniform.flatMap(({ describes, held }) =>
        held.map((title) => `a server that ${describes} took in "${title}"`),
      ),
    ),
    ...(uniform.length === 0 ? [] : [tellUniform(uniform)]),
    `${totals.killed} of ${totals.defects} defects killed, ${totals.survivors} survive, of which ` +
      `${totals.mislabelled} were seen by a case of another requirement only; ` +
      // Of a part nothing can be said about the rest.
      (totals.requirements === 0
        ? ''
        : `${totals.withDefect} of ${totals.requirements} requirements have a defect; `) +
      `${(durationMs / 1000).toFixed(1)} s`,
  ];
}

function tellUniform(uniform: Matrix['uniform']): string {
  const fooled = uniform.filter(({ held }) => held.length > 0).length;
  return `${uniform.length} servers that answer alike whatever they are asked, ${fooled} of them took a case in`;
}

function some(lines: readonly string[]): readonly string[] {
  const more = lines.length - SHOWN;
  return more <= 0 ? lines : [...lines.slice(0, SHOWN), `… and ${more} more, see matrix.json`];
}
