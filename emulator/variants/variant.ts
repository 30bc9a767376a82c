import type { Fault } from '../defects/defect.ts';

/** A way to follow the documents that differs from the emulator's usual one; no verdict may depend on it. */
export type Variant = {
  readonly id: string;
  /** What the server does, after "a server that". */
  readonly describes: string;
  readonly apply: Fault;
  /** The id of the conflict between documents of which this is another reading than the emulator's. */
  readonly conflict?: string;
};

/** Other readings of one conflict, each a sentence after "a server that" and how; or why there is none to try. */
export type OtherReadings = Readonly<Record<string, readonly (readonly [string, Fault])[] | string>>;

/** The variants in a table of other readings. */
export function variantsOf(readings: OtherReadings): readonly Variant[] {
  return Object.entries(readings).flatMap(([conflict, others]) =>
    typeof others === 'string'
      ? []
      : others.map(
          ([describes, apply], index): Variant => ({
            id: `${conflict}.${index + 1}`,
            describes,
            apply,
            conflict,
          }),
        ),
  );
}
