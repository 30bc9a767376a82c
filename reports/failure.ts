import { createHash } from 'node:crypto';
import type { Requirement } from '../schemas/contract.ts';
import type { Fault, RunStarted } from '../schemas/events.ts';
import type { JudgedCase } from './verdict.ts';

/** One failing case, with everything a person needs to understand and repeat it. */
export type Failure = {
  /** The same in every run: the requirement and a digest of file and title. */
  readonly id: string;
  readonly requirement: string;
  /** Other ids of the case, which fall with it. */
  readonly synonyms: readonly string[];
  /** Absent when the requirement is not in the register. */
  readonly level?: Requirement['level'];
  readonly case: string;
  readonly file: string;
  readonly line: number;
  readonly fault: Fault;
  readonly faultRule: string;
  readonly message: string;
  readonly expected: string;
  readonly received: string;
  readonly counterexample?: string;
  readonly curl?: string;
  readonly replay: string;
  readonly exchanges: readonly string[];
};

/** The failure of a case; undefined when there is nothing to complain about. */
export function failureOf(
  { ended, failure }: JudgedCase,
  requirements: ReadonlyMap<string, Requirement>,
  started: RunStarted,
): Failure | undefined {
  if (failure === undefined) return undefined;
  const requirement = failure.requirement ?? ended.requirements[0] ?? 'unregistered';
  const level = requirements.get(requirement)?.level;
  const { counterexample, curl } = failure;
  const digest = createHash('sha256').update(`${ended.file}\0${ended.title}`).digest('hex').slice(0, 8);
  return {
    id: `${requirement}-${digest}`,
    requirement,
    synonyms: ended.requirements.filter((id) => id !== requirement),
    ...(level === undefined ? {} : { level }),
    case: ended.title,
    file: ended.file,
    line: ended.line,
    fault: failure.fault,
    faultRule: failure.faultRule,
    message: failure.message,
    expected: failure.expected,
    received: failure.received,
    ...(counterexample === undefined ? {} : { counterexample }),
    ...(curl === undefined ? {} : { curl }),
    replay: failure.replay ?? replayOf(ended.title, started),
    exchanges: failure.exchanges,
  };
}

/** Runs the case of this title again, for a POSIX shell; credentials stay in the environment. */
function replayOf(title: string, { run, target }: RunStarted): string {
  const { apiUrl, authUrl, environmentId } = target;
  const where =
    target.kind === 'emulator'
      ? ''
      : ` --target ${apiUrl} --auth-url ${authUrl} --environment-id ${environmentId}`;
  return `npx pingone-conformance run${where} --grep '${title.replaceAll("'", "'\\''")}' --seed ${run.seed}`;
}
