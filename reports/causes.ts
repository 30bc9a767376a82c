import type { Failure } from './failure.ts';

/** Failures that look like they have one cause. */
export type Cause = {
  /** The same in every run that has this cause. */
  readonly id: string;
  /** One line that holds for all its failures. */
  readonly headline: string;
  readonly failures: readonly [Failure, ...Failure[]];
};

/**
 * Groups failures by cause: the same requirement with a message of the same shape, or the same operation answering
 * the same status. Each failure goes to the largest group it fits. What makes the run fail comes first, then the
 * larger group.
 */
export function causes(failures: readonly Failure[]): readonly Cause[] {
  const found: Cause[] = [];
  const groups = new Map<string, Set<Failure>>();
  for (const failure of failures) {
    for (const key of keysOf(failure)) groups.set(key, (groups.get(key) ?? new Set()).add(failure));
  }
  while (groups.size > 0) {
    const largest = [...groups.values()].reduce((most, group) => (group.size > most.size ? group : most));
    const [first, ...others] = largest;
    if (first !== undefined) found.push(causeOf([first, ...others]));
    for (const failure of [...largest]) take(groups, failure);
  }
  return found.sort(
    (one, other) => weight(other) - weight(one) || other.failures.length - one.failures.length,
  );
}

/** The message without the requirement it starts with. */
export function plainMessage(failure: Failure): string {
  const prefix = `${failure.requirement}: `;
  return failure.message.startsWith(prefix) ? failure.message.slice(prefix.length) : failure.message;
}

/** `POST /environments/{…}/apiServers answered 500`, when the message tells of an answer. */
function answerOf(failure: Failure): string | undefined {
  const [, method, path, status] =
    /\b(GET|POST|PUT|PATCH|DELETE) (\S+) answered (\d{3})\b/.exec(failure.message) ?? [];
  if (method === undefined || path === undefined) return undefined;
  return `${method} ${shape(path.replace(/\?.*$/, ''))} answered ${status}`;
}

function keysOf(failure: Failure): readonly string[] {
  const answer = answerOf(failure);
  const message = `${failure.requirement} ${shape(plainMessage(failure))}`;
  return answer === undefined ? [message] : [message, answer];
}

function take(groups: Map<string, Set<Failure>>, failure: Failure): void {
  for (const key of keysOf(failure)) {
    const group = groups.get(key);
    group?.delete(failure);
    if (group?.size === 0) groups.delete(key);
  }
}

/** 1 for a cause that makes the run fail, 0 for one that only warns. */
function weight({ failures }: Cause): 0 | 1 {
  return failures.some(({ level, fault }) => level !== 'should' || fault === 'suite') ? 1 : 0;
}

function causeOf(failures: Cause['failures']): Cause {
  return { id: `cause-${failures[0].id}`, headline: headline(failures), failures };
}

/** What stays the same when values differ: ids, quoted texts, names of the run and long numbers are taken out. */
function shape(text: string): string {
  return withoutIds(text)
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"')
    .replace(/\bpc-[\w-]+/g, 'pc-…')
    .replace(/\d{4,}/g, '…');
}

function withoutIds(text: string): string {
  return text.replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi, '{…}');
}

function headline(failures: readonly [Failure, ...Failure[]]): string {
  const [first] = failures;
  const messages = new Set(failures.map(plainMessage));
  const shapes = new Set(failures.map((failure) => shape(plainMessage(failure))));
  if (messages.size === 1) return withoutIds(plainMessage(first));
  const answer = answerOf(first);
  if (shapes.size > 1 && answer !== undefined) return answer;
  return shape(plainMessage(first));
}
