import type { Parts } from './parts.ts';

/** What a defect does to the parts of an emulator before it starts. */
export type Fault = (parts: Parts) => void;

/** One named single fault of a server, and the requirements that it breaks. */
export type Defect = {
  readonly id: string;
  /** ids of requirements, in the words of the catalogue; every one of them must be failed by a case of its own */
  readonly breaks: readonly string[];
  /** what the server does wrong, in the present tense */
  readonly describes: string;
  readonly apply: Fault;
};

/** One way to break a requirement: what the server does, how, and which further requirements that breaks. */
export type Way = readonly [describes: string, apply: Fault, also?: readonly string[]];

/** Defects by the requirement that each of them breaks first. */
export type DefectTable = { readonly [requirement: string]: readonly Way[] };

/** The defects of a table; ids are the requirement's with a number. */
export function defectsOf(table: DefectTable): readonly Defect[] {
  return Object.entries(table).flatMap(([requirement, ways]) =>
    ways.map(([describes, apply, also = []], index) => ({
      id: `${requirement}.${index + 1}`,
      breaks: [requirement, ...also],
      describes,
      apply,
    })),
  );
}
