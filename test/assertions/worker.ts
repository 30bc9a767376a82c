import { allCases } from '../killMatrix/cases.ts';
import { casesOf, untilKilled } from '../killMatrix/concerned.ts';
import { knownDefects } from '../killMatrix/known.ts';
import { rowOf } from '../killMatrix/matrix.ts';
import { Stage } from '../killMatrix/stage.ts';
import { NO_ASSERTION, trial } from '../killMatrix/trial.ts';
import { uniforms } from '../killMatrix/uniform.ts';

/** Either every n-th case is run to see which assertions it makes, or one assertion is left out. */
export type AssertionOrder =
  | { readonly reach: readonly [part: number, of: number] }
  | { readonly without: string; readonly cases: readonly string[] };

/** The titles of the cases that make an assertion, by its id; or what noticed that one was left out, if anything. */
export type AssertionAnswer =
  | { readonly reached: Readonly<Record<string, readonly string[]>> }
  | { readonly without: string; readonly missedBy: string | undefined };

const OPTIONS = { seed: 1, runs: 30, limitMs: 15_000 };
/** Servers that answer alike meet so many of the cases that make an assertion. */
const MET = 40;

const stage = new Stage();
const cases = await allCases();
const defects = await knownDefects();
let without: string | undefined;
let made = new Set<string>();

Object.assign(globalThis, {
  assertionStands: (id: string): boolean => {
    made.add(id);
    return id !== without;
  },
});

process.on('message', async (order: AssertionOrder) => {
  process.send?.({ answer: 'reach' in order ? await reached(...order.reach) : await missed(order) });
});
process.send?.({ ready: true });

async function reached(part: number, of: number): Promise<AssertionAnswer> {
  without = undefined;
  const makers: Record<string, string[]> = {};
  let maker: string | undefined;
  // Asked before each case: what was made since the last time was made by the case before.
  const note = (next: string | undefined): true => {
    if (maker !== undefined) for (const id of made) makers[id] = [...(makers[id] ?? []), maker];
    made = new Set();
    maker = next;
    return true;
  };
  const own = cases.filter((_, index) => index % of === part);
  await trial(stage, undefined, own, OPTIONS, ({ title }) => note(title));
  note(undefined);
  return { reached: makers };
}

async function missed({ without: id, cases: titles }: { without: string; cases: readonly string[] }) {
  without = id;
  const makers = cases.filter(({ title }) => titles.includes(title));
  const rows = new Set(makers.flatMap(({ requirements }) => requirements));
  for (const defect of defects.filter(({ breaks }) => breaks.some((row) => rows.has(row)))) {
    const own = casesOf(defect, cases);
    const endings = await trial(stage, defect, own, OPTIONS, untilKilled(defect.breaks));
    // A case that makes no assertion any more is a fault of the suite wherever it runs.
    if (endings.some(({ words }) => words === NO_ASSERTION)) return { without: id, missedBy: NO_ASSERTION };
    if (rowOf(defect, endings, 0, false).survivedBy.length > 0) return { without: id, missedBy: defect.id };
  }
  for (const { id: server, describes, apply, concerns, met } of uniforms) {
    const own = makers.filter(concerns).slice(0, MET);
    const endings = await trial(stage, { id: server, breaks: [], describes, apply }, own, OPTIONS);
    if (endings.some((one) => one.result === 'held' && met(one))) return { without: id, missedBy: server };
  }
  return { without: id, missedBy: undefined };
}
