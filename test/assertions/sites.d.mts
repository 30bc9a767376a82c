/** An assertion that a check makes as a statement of its own. */
export type Site = {
  /** Its file and line, and, for a further one of the line, its number there. */
  readonly id: string;
  readonly text: string;
  /** Its arguments: they may do what the assertion is about, such as to send a request. */
  readonly given: string;
  /** Where it begins and ends in the source, in characters. */
  readonly start: number;
  readonly end: number;
};

export function sitesOf(file: string, source: string): readonly Site[];
export function switchable(file: string, source: string): string;
