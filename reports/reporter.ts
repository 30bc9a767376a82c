import { basename, dirname, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
} from '@playwright/test/reporter';
import type { CaseEnded } from '../schemas/events.ts';
import { appendEvents } from './log.ts';
import { Progress } from './progress.ts';
import { currentRegister, type Register } from './register.ts';
import { render } from './render.ts';
import { summary } from './summary.ts';

export type ReporterOptions = {
  /** Absolute path of the directory of the run; otherwise the environment names it. */
  readonly outDir?: string;
  /** What to judge by instead of the suite's own register. */
  readonly register?: Register;
};

/** The environment variable that names the directory of the run. */
export const OUT_VARIABLE = 'PINGONE_CONFORMANCE_OUT';

/** What Playwright reports as an error when it was told to stop: after so many failures, or after so long. */
const STOPPED = /^(?:Error: )?(?:Testing stopped early|Timed out waiting)/;

/** Appends what Playwright reports to the event log of the run, shows progress, and renders the reports at the end. */
export default class ConformanceReporter implements Reporter {
  readonly #outDir: string;
  readonly #register: Register;
  #root = process.cwd();
  #suite: Suite | undefined;
  #progress = new Progress(0);
  readonly #ended = new Set<string>();
  readonly #errors: string[] = [];
  #stopped = false;

  /** @throws Error when neither option nor environment says where results go */
  constructor(options: ReporterOptions = {}) {
    const outDir = options.outDir ?? process.env[OUT_VARIABLE];
    if (outDir === undefined) {
      throw new Error(
        `the reporter does not know where results go; set ${OUT_VARIABLE} to an absolute directory`,
      );
    }
    this.#outDir = outDir;
    this.#register = options.register ?? currentRegister();
  }

  printsToStdio(): boolean {
    return true;
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#suite = suite;
    if (config.configFile !== undefined) this.#root = dirname(config.configFile);
    const cases = suite.allTests().length;
    this.#progress = new Progress(cases);
    appendEvents(this.#outDir, [{ type: 'cases-planned', at: now(), cases }]);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const ended = this.#caseEnded(test, result.status, result.duration, errorOf(test, result));
    this.#ended.add(test.id);
    appendEvents(this.#outDir, [ended]);
    const failed = result.status === 'failed' || result.status === 'timedOut';
    const [message] = (ended.error ?? result.status).split('\n', 1);
    const line = `${ended.file}:${ended.line} ${ended.title} - ${message}`;
    this.#progress.caseEnded(areaOf(ended.file), failed ? line : undefined);
  }

  onError(error: TestError): void {
    const message = messageOf(error);
    this.#progress.note(message);
    if (STOPPED.test(message)) this.#stopped = true;
    else this.#errors.push(message);
  }

  async onEnd(result: FullResult): Promise<{ status: 'passed' | 'failed' }> {
    this.#progress.end();
    const unreached = (this.#suite?.allTests() ?? []).filter((test) => !this.#ended.has(test.id));
    appendEvents(this.#outDir, [
      ...unreached.map((test) => this.#caseEnded(test, 'interrupted', 0, undefined)),
      {
        type: 'run-ended',
        at: now(),
        durationMs: Math.round(result.duration),
        interrupted: this.#stopped || result.status === 'interrupted' || result.status === 'timedout',
        errors: this.#errors,
      },
    ]);
    try {
      const rendering = render(this.#outDir, this.#register);
      process.stdout.write(summary(rendering));
      return { status: rendering.conformance.exitCode === 0 ? 'passed' : 'failed' };
    } catch (error) {
      process.stderr.write(
        `No report was made of ${this.#outDir} (${(error as Error).message}); its events.ndjson is whole and can be rendered again.\n`,
      );
      return { status: 'failed' };
    }
  }

  #caseEnded(
    test: TestCase,
    status: CaseEnded['status'],
    durationMs: number,
    error: string | undefined,
  ): CaseEnded {
    const tags = test.tags.map((tag) => tag.replace(/^@/, ''));
    const known = tags.filter((tag) => this.#register.requirements.has(tag));
    return {
      type: 'case-ended',
      at: now(),
      case: test.id,
      title: test.titlePath().slice(3).join(' › '),
      file: relative(this.#root, test.location.file).replaceAll('\\', '/'),
      line: test.location.line,
      requirements: known,
      status,
      durationMs: Math.round(durationMs),
      ...(error === undefined ? {} : { error }),
    };
  }
}

function now(): string {
  return new Date().toISOString();
}

/** The area of a spec is its file name: specs/apiServers.spec.ts is apiServers. */
function areaOf(file: string): string {
  return basename(file).replace(/\..*$/, '');
}

/** Playwright's message of a case that broke, or the reason given for one that was skipped. */
function errorOf(test: TestCase, result: TestResult): string | undefined {
  if (result.status === 'skipped') return test.annotations.find(({ type }) => type === 'skip')?.description;
  const messages = result.errors.map(messageOf);
  return messages.length === 0 ? undefined : messages.join('\n');
}

function messageOf(error: TestError): string {
  return stripVTControlCharacters(error.message ?? error.value ?? 'an error without a message').trim();
}
