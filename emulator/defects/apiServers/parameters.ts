import type { Fault } from '../defect.ts';
import { members } from '../faults/pages.ts';
import { refusesWhen } from '../faults/sometimes.ts';
import { at } from './places.ts';

type Json = Readonly<Record<string, unknown>>;

const { list } = at;

/** Makes something else of the members that a list with a parameter of the query has. */
export function membersOf(parameter: string, as: (all: readonly Json[]) => readonly Json[]): Fault {
  return members(list, (all, { query: asked }) => (asked.has(parameter) ? as(all) : all));
}

/** Refuses a list whose parameter of the query has such a value. */
export function refusesParameter(parameter: string, value: RegExp, status: number, code: string): Fault {
  return refusesWhen(list, ({ query: asked }) => value.test(asked.get(parameter) ?? ''), status, code);
}
