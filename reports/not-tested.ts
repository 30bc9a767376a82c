import type { Verdict } from '../schemas/events.ts';
import type { RequirementRow } from './requirements.ts';

const UNTESTED = ['incomplete', 'not-applicable', 'excluded'] as const;

/** Requirements about which the run says nothing, and why. */
export type NotTested = {
  readonly count: number;
  readonly reasons: readonly {
    readonly verdict: (typeof UNTESTED)[number];
    readonly reason: string;
    readonly count: number;
    readonly requirements: readonly string[];
  }[];
};

/** Groups untested requirements by verdict and reason; incomplete first, then the larger group. */
export function notTested(rows: readonly RequirementRow[]): NotTested {
  const reasons = UNTESTED.flatMap((verdict) => byReason(rows, verdict));
  return { count: reasons.reduce((sum, { count }) => sum + count, 0), reasons };
}

function byReason(rows: readonly RequirementRow[], verdict: (typeof UNTESTED)[number]): NotTested['reasons'] {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    if (row.verdict !== (verdict satisfies Verdict)) continue;
    const reason = row.reason ?? 'no reason given';
    const ids = groups.get(reason);
    if (ids === undefined) groups.set(reason, [row.id]);
    else ids.push(row.id);
  }
  return [...groups]
    .map(([reason, ids]) => ({ verdict, reason, count: ids.length, requirements: ids }))
    .sort((one, other) => other.count - one.count);
}
