import type { Requirement } from '../schemas/contract.ts';
import type { CaseEnded, Evidence, Failure, Fault, Verdict } from '../schemas/events.ts';

/** A case and what it came to. */
export type JudgedCase = {
  readonly ended: CaseEnded;
  readonly evidence: Evidence | undefined;
  readonly verdict: Verdict;
  /** Why it is incomplete or not applicable. */
  readonly reason?: string;
  /** What to tell about it; the requirement and the replay command are filled in where it has none of its own. */
  readonly failure?: Omit<Failure, 'requirement' | 'replay'> &
    Partial<Pick<Failure, 'requirement' | 'replay'>>;
};

export type RunVerdict =
  | { readonly verdict: 'conformant'; readonly exitCode: 0 }
  | { readonly verdict: 'not conformant'; readonly exitCode: 1 }
  | { readonly verdict: 'incomplete'; readonly exitCode: 3 }
  | { readonly verdict: 'target broke down'; readonly exitCode: 4 };

/** The verdict of one case (docs/verdicts.md, "A case"). */
export function judgeCase(ended: CaseEnded, evidence: Evidence | undefined): JudgedCase {
  const about = { ended, evidence };
  const { status } = ended;
  if (status === 'interrupted') {
    return { ...about, verdict: 'incomplete', reason: 'the run was stopped before the case ended' };
  }
  if (evidence?.failure !== undefined) return { ...about, verdict: 'fail', failure: evidence.failure };
  if (evidence?.unjudged !== undefined) return { ...about, ...evidence.unjudged };
  if (status === 'failed' || status === 'timedOut')
    return { ...about, verdict: 'fail', failure: broken(ended) };
  if (status === 'skipped') {
    return {
      ...about,
      verdict: 'incomplete',
      reason: ended.error ?? 'the case was skipped and says no reason',
    };
  }
  if ((evidence?.assertions ?? 0) > 0) return { ...about, verdict: 'pass' };
  const reason = evidence === undefined ? 'left no evidence' : 'made no assertion';
  return { ...about, verdict: 'incomplete', reason, failure: empty(reason) };
}

/**
 * The verdict of one requirement over all its cases (docs/verdicts.md, "A requirement").
 * @param lacks capabilities of the target that are missing, each with the reason
 * @param selected true when the run left cases out on purpose
 */
export function judgeRequirement(
  requirement: Requirement,
  cases: readonly JudgedCase[],
  lacks: Readonly<Record<string, string>>,
  selected: boolean,
): { readonly verdict: Verdict; readonly reason?: string } {
  if (requirement.excluded !== undefined) return { verdict: 'excluded', reason: requirement.excluded };
  if (cases.some((one) => one.verdict === 'fail')) {
    return { verdict: requirement.level === 'should' ? 'warn' : 'fail' };
  }
  const incomplete = cases.filter((one) => one.verdict === 'incomplete');
  if (incomplete.length > 0) return { verdict: 'incomplete', reason: reasons(incomplete) };
  if (cases.some((one) => one.verdict === 'pass')) return { verdict: 'pass' };
  if (cases.length > 0) return { verdict: 'not-applicable', reason: reasons(cases) };
  const lacking = requirement.capability === undefined ? undefined : lacks[requirement.capability];
  if (lacking !== undefined) return { verdict: 'not-applicable', reason: lacking };
  return { verdict: 'incomplete', reason: selected ? 'no case was selected' : 'no case exercises it' };
}

/**
 * The verdict of the run and the exit code that says it (docs/verdicts.md, "A run").
 * A failure without level (outside any case, or of a requirement that is not in the register) weighs as a must.
 */
export function judgeRun(run: {
  readonly failures: readonly { readonly fault: Fault; readonly level?: Requirement['level'] | undefined }[];
  readonly requirements: readonly {
    readonly level: Requirement['level'];
    readonly verdict: Verdict;
    readonly cases: readonly unknown[];
  }[];
  readonly interrupted: boolean;
  readonly selected: boolean;
}): RunVerdict {
  const { failures } = run;
  if (failures.length > 0 && failures.every(({ fault }) => fault === 'environment')) {
    return { verdict: 'target broke down', exitCode: 4 };
  }
  const heavy = failures.some(({ fault, level }) => fault === 'suite' || level !== 'should');
  if (heavy || run.requirements.some((row) => row.verdict === 'fail')) {
    return { verdict: 'not conformant', exitCode: 1 };
  }
  const counted = run.requirements.filter((row) => !run.selected || row.cases.length > 0);
  const open = counted.some((row) => row.verdict === 'incomplete' && row.level !== 'may');
  const nothingJudged = !counted.some((row) => row.verdict === 'pass' || row.verdict === 'warn');
  if (run.interrupted || open || nothingJudged) return { verdict: 'incomplete', exitCode: 3 };
  return { verdict: 'conformant', exitCode: 0 };
}

/** Whose fault an error outside any expectation looks like: the connection's, when the message says it broke. */
export function errorFault(message: string): 'environment' | 'suite' {
  return BROKEN_CONNECTION.test(message) ? 'environment' : 'suite';
}

const BROKEN_CONNECTION = new RegExp(
  [
    String.raw`\b(?:ECONN[A-Z]+|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_[A-Z_]+)\b`,
    'got no answer|socket hang up|other side closed|socket closed|connection (?:refused|reset|closed|timed out)',
  ].join('|'),
  'i',
);

function broken(ended: CaseEnded): NonNullable<JudgedCase['failure']> {
  const error = ended.error ?? `${ended.status} without a message`;
  const fault = errorFault(error);
  return {
    fault,
    faultRule:
      fault === 'environment'
        ? 'the case broke outside an expectation, and its message says that the connection broke'
        : 'the case broke outside an expectation',
    message: error.split('\n', 1)[0] ?? error,
    expected: 'a case that ends in its expectations',
    received: error,
    exchanges: [],
  };
}

function empty(reason: string): NonNullable<JudgedCase['failure']> {
  return {
    fault: 'suite',
    faultRule: 'a case that passes must have asserted something and left its evidence',
    message: `the case passed but ${reason}`,
    expected: 'at least one assertion',
    received: reason,
    exchanges: [],
  };
}

function reasons(cases: readonly JudgedCase[]): string {
  return [...new Set(cases.map((one) => one.reason ?? 'no reason given'))].join('; ');
}
