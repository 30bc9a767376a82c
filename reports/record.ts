import type { CaseEnded, Event, Evidence, RunEnded, RunStarted } from '../schemas/events.ts';

/** The events of one run, brought together. */
export type RunRecord = {
  readonly started: RunStarted;
  /** Cases announced; when the log does not say, as many as ended. */
  readonly planned: number;
  readonly cases: readonly { readonly ended: CaseEnded; readonly evidence: Evidence | undefined }[];
  /** Everything workers wrote, also for cases whose end is not in the log. */
  readonly evidence: readonly Evidence[];
  readonly errors: readonly string[];
  readonly durationMs: number;
  /** True when the run was stopped, crashed, or lost some of its cases. */
  readonly interrupted: boolean;
};

/**
 * Brings the events of a run together, by case. Of a directory that was used twice, the last run is the one.
 * When a case was run again, its last end and its last evidence are the ones judged.
 * @throws Error when the log has no `run-started`
 */
export function recordOf(events: Iterable<Event>): RunRecord {
  let started: RunStarted | undefined;
  let planned: number | undefined;
  let runEnded: RunEnded | undefined;
  let lastAt = '';
  const ends = new Map<string, CaseEnded>();
  const evidence: Evidence[] = [];
  const all = [...events];
  const first = all.findLastIndex(({ type }) => type === 'run-started');
  for (const event of all.slice(Math.max(0, first))) {
    if ('at' in event && event.at > lastAt) lastAt = event.at;
    if (event.type === 'run-started') started = event;
    else if (event.type === 'cases-planned') planned = event.cases;
    else if (event.type === 'case-ended') ends.set(event.case, event);
    else if (event.type === 'evidence') evidence.push(event);
    else if (event.type === 'run-ended') runEnded = event;
  }
  if (started === undefined) {
    throw new Error('the event log has no run-started; the run failed before it began, start it again');
  }
  const byCase = new Map(evidence.map((one) => [one.case, one]));
  return {
    started,
    planned: planned ?? ends.size,
    cases: [...ends.values()].map((ended) => ({ ended, evidence: byCase.get(ended.case) })),
    evidence,
    errors: runEnded?.errors ?? [],
    durationMs: runEnded?.durationMs ?? Math.max(0, Date.parse(lastAt) - Date.parse(started.at)),
    interrupted: runEnded === undefined || runEnded.interrupted || (planned ?? 0) > ends.size,
  };
}
