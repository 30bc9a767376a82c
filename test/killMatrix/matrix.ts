import type { Defect } from '../../emulator/defects/defect.ts';
import { requirements } from '../../schemas/contract.ts';
import type { Ending } from './trial.ts';
import type { Fooled } from './uniformWorker.ts';

/** A case that failed, and the first line of what it said. */
export type Killer = { readonly title: string; readonly words: string };

/** What came of one defect. */
export type Row = {
  readonly defect: string;
  readonly breaks: readonly string[];
  readonly describes: string;
  /** The cases that failed and what they said, by the requirement of the defect that they check. */
  readonly killedBy: Readonly<Record<string, readonly Killer[]>>;
  /** The cases that held although the defect breaks their requirement, by that; told only when all of them ran. */
  readonly heldBy?: Readonly<Record<string, readonly string[]>>;
  /** Requirements of the defect that none of their cases failed for. */
  readonly survivedBy: readonly string[];
  /** Cases of other requirements that failed where no own case did: a mislabelled failure. */
  readonly onlyElsewhere: readonly string[];
  readonly cases: number;
  readonly durationMs: number;
  /** Why the defect could not be tried at all, if so. */
  readonly broke?: string;
};

/** The verdict on the suite. */
export type Matrix = {
  readonly schemaVersion: '1.0';
  readonly seed: number;
  readonly runs: number;
  readonly durationMs: number;
  readonly totals: {
    readonly defects: number;
    readonly killed: number;
    readonly survivors: number;
    readonly mislabelled: number;
    readonly requirements: number;
    readonly withDefect: number;
  };
  /** `must` and `should` rows that are not excluded and that no defect breaks. */
  readonly withoutDefect: readonly string[];
  /** Cases that none of the defects of a requirement they check made fail; told only when all of them ran. */
  readonly neverFailed: readonly { readonly requirement: string; readonly title: string }[];
  /** Servers that answer alike, and the cases that they took in; those that were met. */
  readonly uniform: readonly Fooled[];
  readonly rows: readonly Row[];
};

/**
 * What the endings of the cases say about a defect.
 * @param all whether all cases of its requirements ran, so that something can be said of those that held
 */
export function rowOf(defect: Defect, endings: readonly Ending[], durationMs: number, all: boolean): Row {
  const failed = endings.filter(({ result }) => result === 'failed');
  const killers = (id: string) =>
    failed
      .filter(({ requirements: ids }) => ids.includes(id))
      .map(({ title, words = '' }) => ({ title, words }));
  const killedBy = Object.fromEntries(defect.breaks.map((id) => [id, killers(id)]));
  const held = endings.filter(({ result }) => result === 'held');
  const holders = (id: string) =>
    held.filter(({ requirements: ids }) => ids.includes(id)).map(({ title }) => title);
  const survivedBy = defect.breaks.filter((id) => killedBy[id]?.length === 0);
  return {
    defect: defect.id,
    breaks: defect.breaks,
    describes: defect.describes,
    killedBy,
    ...(all ? { heldBy: Object.fromEntries(defect.breaks.map((id) => [id, holders(id)])) } : {}),
    survivedBy,
    onlyElsewhere:
      survivedBy.length === 0
        ? []
        : failed
            .filter(({ requirements: ids }) => !ids.some((id) => defect.breaks.includes(id)))
            .map(({ title }) => title),
    cases: endings.length,
    durationMs,
  };
}

/** A defect that could not be tried: nothing killed it. */
export function brokenRow({ id, breaks, describes }: Defect, broke: string): Row {
  const killedBy = Object.fromEntries(breaks.map((one) => [one, []]));
  const nothing = { killedBy, survivedBy: breaks, onlyElsewhere: [], cases: 0, durationMs: 0 };
  return { defect: id, breaks, describes, ...nothing, broke };
}

/** Rows that have to have a defect: every `must` and `should` that a target of this release can be judged by. */
export function rowsInNeed(judgeable: (id: string) => boolean): readonly string[] {
  return [...requirements().values()]
    .filter(({ id, level, excluded }) => level !== 'may' && excluded === undefined && judgeable(id))
    .map(({ id }) => id);
}

/** Puts the rows together. */
export function matrixOf(
  rows: readonly Row[],
  needed: readonly string[],
  about: Pick<Matrix, 'seed' | 'runs' | 'durationMs' | 'uniform'>,
): Matrix {
  const broken = new Set(rows.flatMap(({ breaks }) => breaks));
  const survivors = rows.filter(({ survivedBy }) => survivedBy.length > 0);
  return {
    schemaVersion: '1.0',
    ...about,
    totals: {
      defects: rows.length,
      killed: rows.length - survivors.length,
      survivors: survivors.length,
      mislabelled: survivors.filter(({ onlyElsewhere }) => onlyElsewhere.length > 0).length,
      requirements: needed.length,
      withDefect: needed.filter((id) => broken.has(id)).length,
    },
    withoutDefect: needed.filter((id) => !broken.has(id)),
    neverFailed: neverFailedIn(rows),
    rows,
  };
}

function neverFailedIn(rows: readonly Row[]): Matrix['neverFailed'] {
  const pairs = (of: 'heldBy' | 'killedBy') =>
    rows.flatMap((row) =>
      Object.entries(row[of] ?? {}).flatMap(([requirement, cases]: [string, readonly (string | Killer)[]]) =>
        cases.map((one) => ({ requirement, title: typeof one === 'string' ? one : one.title })),
      ),
    );
  const keyOf = ({ requirement, title }: Matrix['neverFailed'][number]) => `${requirement} ${title}`;
  const failed = new Set(pairs('killedBy').map(keyOf));
  const held = new Map(pairs('heldBy').map((pair) => [keyOf(pair), pair]));
  return [...held].filter(([key]) => !failed.has(key)).map(([, pair]) => pair);
}
