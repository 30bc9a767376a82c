import type { Defect } from '../../emulator/defects/defect.ts';
import type { Case } from '../../fixtures/case.ts';
import { allCases } from './cases.ts';
import { casesOf, isDear, untilKilled } from './concerned.ts';
import { knownDefects } from './known.ts';
import { brokenRow, type Row, rowOf } from './matrix.ts';
import { Stage } from './stage.ts';
import { type Tells, type TrialOptions, trial } from './trial.ts';

/** How long a defect that survived is looked for elsewhere. */
const ELSEWHERE_MS = 3_000;

/** Which cases meet a defect: the first ones of each requirement it breaks that fail, all of those, or every case. */
export type Reach = 'until killed' | 'own' | 'every';

/** What the parent asks: one defect, and how many cases it is to meet. */
export type Order = { readonly defect: string; readonly reach: Reach; readonly options: TrialOptions };

/** Tries defects as the parent names them, one after the other. A fault in this process is told, not hidden. */
async function main(): Promise<void> {
  const [area] = process.argv.slice(2);
  const defects = await knownDefects(area);
  const cases = await allCases(area === undefined ? undefined : passOver);
  const stage = new Stage();
  const byId = new Map(defects.map((one) => [one.id, one]));
  process.on('message', async (order: Order) => {
    const defect = byId.get(order.defect);
    if (defect === undefined) throw new Error(`there is no defect ${order.defect}`);
    process.send?.({
      answer: await answer(defect, order).catch((problem) => brokenRow(defect, String(problem))),
    });
  });
  process.send?.({ ready: true });

  async function answer(defect: Defect, { reach, options }: Order): Promise<Row> {
    const begun = performance.now();
    const own = casesOf(defect, cases);
    let endings =
      reach === 'every'
        ? await trial(stage, defect, cases, options)
        : await trial(stage, defect, own, options, reach === 'own' ? undefined : untilKilled(defect.breaks));
    let row = rowOf(defect, endings, performance.now() - begun, reach !== 'until killed');
    if (row.survivedBy.length > 0 && reach !== 'every') {
      // is it seen at all, by a case that speaks of something else?
      const elsewhere = neighbours(defect.breaks, cases, own);
      const others = await trial(stage, defect, elsewhere, options, untilOneFails());
      endings = [...endings, ...others];
      row = rowOf(defect, endings, performance.now() - begun, reach !== 'until killed');
    }
    return row;
  }
}

/** A case of another requirement tells something until the first of them failed, within a few seconds. */
function untilOneFails(): Tells {
  const deadlineMs = performance.now() + ELSEWHERE_MS;
  return (_one, endings) =>
    performance.now() < deadlineMs && !endings.some(({ result }) => result === 'failed');
}

/** Cases of the same subjects that check something else, without the dear ones. */
function neighbours(
  requirements: readonly string[],
  cases: readonly Case[],
  own: readonly Case[],
): readonly Case[] {
  const subject = ({ title }: Case) => title.split(':')[0];
  const subjects = new Set(own.map(subject));
  return cases.filter(
    (one) =>
      subjects.has(subject(one)) && !isDear(one) && !one.requirements.some((id) => requirements.includes(id)),
  );
}

/** Where one area is looked at, the specs of others may be in the making. */
function passOver(file: string, problem: unknown): void {
  console.error(`${file} is left out: ${problem instanceof Error ? problem.message : String(problem)}`);
}

void main();
