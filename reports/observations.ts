import type { Operation } from '../schemas/contract.ts';
import type { Evidence, Observation } from '../schemas/events.ts';
import { seenStatuses } from './operations.ts';

/** An observation and how often it was made. */
export type Observed = Observation & { readonly count: number };

/** What cases observed and every undocumented status that was seen; each once, the most frequent first. */
export function observed(
  operations: readonly Operation[],
  evidence: readonly Evidence[],
): readonly Observed[] {
  const all = new Map<string, { observation: Observation; count: number }>();
  const add = (observation: Observation, count: number) => {
    const { kind, where, what } = observation;
    const key = JSON.stringify([kind, where, what]);
    const known = all.get(key);
    if (known === undefined) all.set(key, { observation: { kind, where, what }, count });
    else known.count += count;
  };
  for (const { observations } of evidence) {
    for (const observation of observations ?? []) add(observation, 1);
  }
  const documented = new Map(
    operations.map(({ id, statuses }) => [id, new Set(statuses.map(({ status }) => String(status)))]),
  );
  for (const [where, counts] of seenStatuses(evidence)) {
    for (const [status, count] of counts) {
      if (documented.get(where)?.has(status)) continue;
      add(
        { kind: 'undocumented-status', where, what: `answers ${status}, which is not documented for it` },
        count,
      );
    }
  }
  return [...all.values()]
    .map(({ observation, count }) => ({ ...observation, count }))
    .sort((one, other) => other.count - one.count);
}
