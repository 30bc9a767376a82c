import type { Operation, Requirement } from '../schemas/contract.ts';
import type { Event, Fault, RunStarted, Verdict } from '../schemas/events.ts';
import { type Failure, failureOf } from './failure.ts';
import { type NotTested, notTested } from './not-tested.ts';
import { type Observed, observed } from './observations.ts';
import { type OperationRow, operationRows } from './operations.ts';
import { type RunRecord, recordOf } from './record.ts';
import { type RequirementRow, requirementRows } from './requirements.ts';
import { errorFault, judgeCase, judgeRun, type RunVerdict } from './verdict.ts';

export type Level = Requirement['level'];

/** What one run showed, whole: the content of `conformance.json` (schemas/conformance.schema.json). */
export type Conformance = {
  readonly schemaVersion: '1.0';
  /** `renderedBy` is there when another version of the suite made this rendering. */
  readonly suite: { readonly version: string; readonly renderedBy?: string };
  readonly target: RunStarted['target'];
  readonly run: {
    readonly id: string;
    readonly seed: number;
    /** Generated values per property case. */
    readonly runs: number;
    readonly lease: string;
    readonly grep?: string;
    readonly profile: 'default';
    readonly startedAt: string;
    readonly durationMs: number;
    readonly shards: 1;
    readonly cases: { readonly planned: number; readonly ended: number };
    readonly interrupted: boolean;
    /** What broke outside any case. */
    readonly errors: readonly { readonly fault: Fault; readonly message: string }[];
  };
  readonly verdict: RunVerdict['verdict'];
  readonly exitCode: RunVerdict['exitCode'];
  readonly totals: Readonly<Record<Level, Readonly<Record<Verdict, number>>>>;
  readonly http: {
    readonly requests: number;
    readonly bytes: number;
    readonly retries: number;
    readonly waitedMs: number;
  };
  readonly notTested: NotTested;
  readonly requirements: readonly RequirementRow[];
  readonly operations: readonly OperationRow[];
  readonly observations: readonly Observed[];
  readonly failures: readonly Failure[];
  /** Generated values really sent, by class. */
  readonly values: Readonly<Record<string, number>>;
  /** What could not be cleaned up, one sentence each. */
  readonly leftBehind: readonly string[];
};

/**
 * Judges a run from its event log.
 * @param events oldest first; a log that ends early (a crash) is judged as far as it goes
 * @param requirements the register, in the order of the report
 * @param operations every documented operation
 * @param suiteVersion the version of the suite that makes this rendering
 * @throws Error when the log has no `run-started`
 */
export function buildConformance(
  events: Iterable<Event>,
  requirements: ReadonlyMap<string, Requirement>,
  operations: readonly Operation[],
  suiteVersion: string,
): Conformance {
  const record = recordOf(events);
  const judged = record.cases.map(({ ended, evidence }) => judgeCase(ended, evidence));
  const rows = requirementRows(requirements, judged, record.started);
  const failures = judged.flatMap((one) => failureOf(one, requirements, record.started) ?? []);
  const errors = record.errors.map((message) => ({ fault: errorFault(message), message }));
  const { verdict, exitCode } = judgeRun({
    failures: [...failures, ...errors],
    requirements: rows,
    interrupted: record.interrupted,
    selected: record.started.grep !== undefined,
  });
  return {
    schemaVersion: '1.0',
    suite: suiteOf(record.started, suiteVersion),
    target: record.started.target,
    run: runOf(record, errors),
    verdict,
    exitCode,
    totals: totals(rows),
    http: http(record),
    notTested: notTested(rows),
    requirements: rows,
    operations: operationRows(operations, record.evidence),
    observations: observed(operations, record.evidence),
    failures,
    values: values(record),
    leftBehind: record.evidence.flatMap((evidence) => evidence.leftBehind ?? []),
  };
}

function suiteOf(started: RunStarted, suiteVersion: string): Conformance['suite'] {
  const { version } = started.suite;
  return version === suiteVersion ? { version } : { version, renderedBy: suiteVersion };
}

function runOf(record: RunRecord, errors: Conformance['run']['errors']): Conformance['run'] {
  const { started } = record;
  return {
    ...started.run,
    ...(started.grep === undefined ? {} : { grep: started.grep }),
    profile: 'default',
    startedAt: started.at,
    durationMs: record.durationMs,
    shards: 1,
    cases: { planned: record.planned, ended: record.cases.length },
    interrupted: record.interrupted,
    errors,
  };
}

function totals(rows: readonly RequirementRow[]): Conformance['totals'] {
  const none = () => ({
    pass: 0,
    fail: 0,
    warn: 0,
    incomplete: 0,
    'not-applicable': 0,
    deviation: 0,
    excluded: 0,
  });
  const counts = { must: none(), should: none(), may: none() };
  for (const row of rows) counts[row.level][row.verdict] += 1;
  return counts;
}

function http(record: RunRecord): Conformance['http'] {
  const sum = (key: 'requests' | 'bytes' | 'retries' | 'waitedMs') =>
    record.evidence.reduce((total, evidence) => total + evidence[key], 0);
  return {
    requests: sum('requests'),
    bytes: sum('bytes'),
    retries: sum('retries'),
    waitedMs: sum('waitedMs'),
  };
}

function values(record: RunRecord): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const evidence of record.evidence) {
    for (const [name, count] of Object.entries(evidence.values ?? {})) {
      counts.set(name, (counts.get(name) ?? 0) + count);
    }
  }
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}
