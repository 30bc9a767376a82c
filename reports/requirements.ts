import type { Requirement } from '../schemas/contract.ts';
import type { RunStarted, Verdict } from '../schemas/events.ts';
import { type JudgedCase, judgeRequirement } from './verdict.ts';

/** One requirement and how it fared. */
export type RequirementRow = {
  readonly id: string;
  readonly level: Requirement['level'];
  readonly area: string;
  readonly text: string;
  readonly source: Requirement['source'];
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly cases: readonly {
    readonly title: string;
    readonly file: string;
    readonly verdict: Verdict;
    readonly durationMs: number;
    readonly requests: number;
  }[];
  /** Defects of the emulator known to be caught by this requirement. */
  readonly defects: readonly string[];
};

/** Every requirement of the register with its cases, in the order of the register. */
export function requirementRows(
  requirements: ReadonlyMap<string, Requirement>,
  judged: readonly JudgedCase[],
  started: RunStarted,
): readonly RequirementRow[] {
  const byRequirement = new Map<string, JudgedCase[]>();
  for (const one of judged) {
    for (const id of idsOf(one)) {
      const cases = byRequirement.get(id);
      if (cases === undefined) byRequirement.set(id, [one]);
      else cases.push(one);
    }
  }
  return [...requirements.values()].map((requirement) => {
    const cases = byRequirement.get(requirement.id) ?? [];
    const { id, level, area, text, source } = requirement;
    return {
      id,
      level,
      area,
      text,
      source: { document: source.document, section: source.section },
      ...judgeRequirement(requirement, cases, started.lacks, started.grep !== undefined),
      cases: cases.map(({ ended, evidence, verdict }) => ({
        title: ended.title,
        file: ended.file,
        verdict,
        durationMs: ended.durationMs,
        requests: evidence?.requests ?? 0,
      })),
      defects: [],
    };
  });
}

/** The ids a case stands for: its own, and the one its failure names should that be another. */
function idsOf({ ended, failure }: JudgedCase): ReadonlySet<string> {
  return new Set(
    failure?.requirement === undefined ? ended.requirements : [...ended.requirements, failure.requirement],
  );
}
