import type { Defect } from '../../emulator/defects/defect.ts';
import type { Case } from '../../fixtures/case.ts';
import type { Tells } from './trial.ts';

/**
 * A defect breaks named requirements: only cases of those can be expected to notice. Those whose subject the defect
 * speaks of come first, the dear ones last.
 */
export function casesOf({ breaks, describes }: Defect, cases: readonly Case[]): readonly Case[] {
  const told = describes.toLowerCase();
  const rank = (one: Case) => (isDear(one) ? 2 : told.includes(stemOf(one)) ? 0 : 1);
  return cases
    .filter((one) => one.requirements.some((id) => breaks.includes(id)))
    .sort((one, other) => rank(one) - rank(other));
}

/** The subject of a case as prose spells it: `signOnPolicies` is told of as "sign-on policy". */
function stemOf({ title }: Case): string {
  const [subject = ''] = title.split(':');
  return (/[A-Z]?[a-z]+$/.exec(subject)?.[0] ?? subject).slice(0, 5).toLowerCase().replace(/s$/, '');
}

/** A case tells something as long as one of its broken requirements has had no case that failed. */
export function untilKilled(broken: readonly string[]): Tells {
  return ({ requirements }, endings) => {
    const killed = endings.flatMap((ending) => (ending.result === 'failed' ? ending.requirements : []));
    return requirements.some((id) => broken.includes(id) && !killed.includes(id));
  };
}

/** Thirty drawn values cost thirty exchanges. */
export function isDear({ title }: Case): boolean {
  return title.includes('every drawn');
}
