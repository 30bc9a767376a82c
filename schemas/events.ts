/**
 * The event log of a run: `events.ndjson`, one JSON object a line, append-only.
 * Workers append `evidence` while a case runs, the reporter appends everything else.
 * Every report is a rendering of this log and of the contract; nothing else is kept.
 */

/** What a requirement or a case came to. See docs/verdicts.md. */
export type Verdict = 'pass' | 'fail' | 'warn' | 'incomplete' | 'not-applicable' | 'deviation' | 'excluded';

/** Whose fault a failure looks like. */
export type Fault = 'target' | 'contract' | 'suite' | 'configuration' | 'environment';

/** Something undocumented but allowed that a target did. */
export type Observation = {
  readonly kind: string;
  readonly where: string;
  readonly what: string;
};

/** Everything a person needs to understand and repeat one failure. All text is free of secrets. */
export type Failure = {
  /** The one requirement the failing expectation belongs to; the case may list synonyms beside it. */
  readonly requirement: string;
  readonly fault: Fault;
  /** The rule by which `fault` was decided, as a sentence. */
  readonly faultRule: string;
  /** One line: rule, action, observed. */
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  /** The smallest generated value that fails, as JSON text; absent for cases with fixed values. */
  readonly counterexample?: string;
  /** A command line that repeats the request at fault; the token is `$PINGONE_TOKEN`. */
  readonly curl?: string;
  /** The command that runs exactly this case (and seed and path) again. */
  readonly replay: string;
  /** The exchanges of the case, oldest first, as text; at most the last twenty. */
  readonly exchanges: readonly string[];
};

export type RunStarted = {
  readonly type: 'run-started';
  readonly at: string;
  readonly suite: { readonly version: string };
  readonly target: {
    readonly name: string;
    readonly kind: 'emulator' | 'url';
    readonly apiUrl: string;
    readonly authUrl: string;
    readonly environmentId: string;
    readonly region?: string;
  };
  readonly run: { readonly id: string; readonly seed: number; readonly runs: number; readonly lease: string };
  /** Capabilities the target lacks, each with the reason. */
  readonly lacks: Readonly<Record<string, string>>;
  /** The text given with --grep; rows it leaves out are not judged. */
  readonly grep?: string;
};

/** Written when the list of cases is known. */
export type CasesPlanned = {
  readonly type: 'cases-planned';
  readonly at: string;
  readonly cases: number;
};

/** Written by the worker, once, when a case is over. */
export type Evidence = {
  readonly type: 'evidence';
  /** Playwright's test id. */
  readonly case: string;
  readonly requests: number;
  readonly bytes: number;
  readonly retries: number;
  readonly waitedMs: number;
  /** Answers seen, `"<operation id> <status>"` to count, for example `{"apiServers.create 201": 3}`. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Generated values really sent, by class of the generator. */
  readonly values?: Readonly<Record<string, number>>;
  /** Assertions that were made; a case that passes with none is a fault of the suite. */
  readonly assertions: number;
  readonly observations?: readonly Observation[];
  /** Set when the case could not be judged. */
  readonly unjudged?: { readonly verdict: 'incomplete' | 'not-applicable'; readonly reason: string };
  readonly failure?: Failure;
  /** What could not be cleaned up afterwards, one sentence each. */
  readonly leftBehind?: readonly string[];
};

/** Written by the reporter when Playwright reports the end of a test. */
export type CaseEnded = {
  readonly type: 'case-ended';
  readonly at: string;
  readonly case: string;
  readonly title: string;
  /** Path of the spec, relative to the repository. */
  readonly file: string;
  readonly line: number;
  readonly requirements: readonly string[];
  readonly status: 'passed' | 'failed' | 'timedOut' | 'skipped' | 'interrupted';
  readonly durationMs: number;
  /** Playwright's own message; used when a case failed without evidence of its own. */
  readonly error?: string;
};

export type RunEnded = {
  readonly type: 'run-ended';
  readonly at: string;
  readonly durationMs: number;
  readonly interrupted: boolean;
  /** Errors outside any case (a spec that does not load, a setup that fails). */
  readonly errors: readonly string[];
};

/** Any event of the log. */
export type Event = RunStarted | CasesPlanned | Evidence | CaseEnded | RunEnded;
