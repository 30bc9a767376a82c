import { invalidData } from '../http/errors.ts';
import { invalid } from '../validation/faults.ts';

/** How long a sampling period is: whole hours, or a month of the calendar. */
export type SamplingPeriod = { readonly hours: number } | 'MONTH';

/** A period from its beginning up to its end, in milliseconds since 1970. */
export type Period = { readonly fromMs: number; readonly untilMs: number };

/**
 * Reads a sampling period: DAY, MONTH, or a number of hours (facts 5).
 * @param target what an error body names
 * @throws ApiError 400 for anything else
 */
export function readSamplingPeriod(text: string, target: string): SamplingPeriod {
  if (text === 'DAY') return { hours: 24 };
  if (text === 'MONTH') return 'MONTH';
  if (!/^[1-9][0-9]{0,3}$/.test(text))
    throw invalidData([invalid(target, 'The sampling period must be DAY, MONTH or a number of hours.')]);
  return { hours: Number(text) };
}

/**
 * The periods that begin at or after one time and before another, the oldest first. Days and months begin at midnight
 * of UTC, periods of other lengths one after another from the start; the last one ends with the time given.
 */
export function periodsOf(sampling: SamplingPeriod, fromMs: number, untilMs: number): readonly Period[] {
  const periods: Period[] = [];
  const next = (atMs: number) => (sampling === 'MONTH' ? monthAfter(atMs) : atMs + sampling.hours * hourMs);
  for (let atMs = firstOf(sampling, fromMs); atMs < untilMs; atMs = next(atMs))
    periods.push({ fromMs: atMs, untilMs: Math.min(next(atMs), untilMs) });
  return periods;
}

/** Nothing is counted for longer than the longest range that a document names: 730 days, or 24 months (facts 0.6). */
export const longestMs = 731 * 24 * 3_600_000;

const hourMs = 3_600_000;

function firstOf(sampling: SamplingPeriod, fromMs: number): number {
  if (sampling === 'MONTH') return monthAfter(fromMs - 1);
  const dayMs = 24 * hourMs;
  return sampling.hours === 24 ? Math.ceil(fromMs / dayMs) * dayMs : fromMs;
}

/** The first of the month that follows a time. */
function monthAfter(atMs: number): number {
  const at = new Date(atMs);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
}
