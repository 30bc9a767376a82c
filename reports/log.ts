import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '../schemas/events.ts';

const TYPES: ReadonlySet<string> = new Set<Event['type']>([
  'run-started',
  'cases-planned',
  'evidence',
  'case-ended',
  'run-ended',
]);

/** Appends events to the log of a run, in one write, so that lines of several processes do not mix. */
export function appendEvents(outDir: string, events: readonly Event[]): void {
  mkdirSync(outDir, { recursive: true });
  appendFileSync(logFile(outDir), events.map((event) => JSON.stringify(event) + '\n').join(''));
}

/**
 * Reads the log of a run. A line that is not a whole event is passed over: a killed process leaves half a line.
 * What such a line said is then missing, and a case without its evidence or its end is never judged as passed.
 * @throws Error when there is no log
 */
export function readEvents(outDir: string): readonly Event[] {
  return readFileSync(logFile(outDir), 'utf8')
    .split('\n')
    .flatMap((line) => parseEvent(line) ?? []);
}

function logFile(outDir: string): string {
  return join(outDir, 'events.ndjson');
}

function parseEvent(line: string): Event | undefined {
  try {
    const value = JSON.parse(line) as { type?: string } | null;
    return TYPES.has(value?.type ?? '') ? (value as Event) : undefined;
  } catch {
    return undefined;
  }
}
