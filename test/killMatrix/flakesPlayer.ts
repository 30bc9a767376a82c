import { once } from 'node:events';
import * as fc from 'fast-check';
import type { Case } from '../../fixtures/case.ts';
import { allCases } from './cases.ts';
import { startProcess } from './pool.ts';
import { Stage } from './stage.ts';
import { type Ending, judgeAll, type Meeting, type TrialOptions } from './trial.ts';

/** One run of the hunt; everything else about it follows from the seed. */
export type Turn = { readonly seed: number; readonly values: number };

/** How the cases of a run ended that did not hold. */
export type Odd = { readonly about: string; readonly cases: number; readonly endings: readonly Ending[] };

/** The part of a run that a second worker does, in a process of its own as any worker. */
type Share = {
  readonly meeting: Meeting;
  readonly titles: readonly string[];
  readonly options: TrialOptions;
};

const LIMIT_MS = 120_000;
const cases = await allCases();
const byTitle = new Map(cases.map((one) => [one.title, one]));
if (process.argv[2] === 'second') assist();
else play();
process.send?.({ ready: true });

function play(): void {
  const stage = new Stage();
  const second = startProcess('flakesPlayer.ts', ['second']);
  const ready = once(second, 'message');
  process.once('disconnect', () => second.kill());
  process.on('message', async (turn: Turn) => {
    await ready;
    process.send?.({ answer: await run(turn) });
  });

  async function run({ seed, values }: Turn): Promise<Odd> {
    const [drawn] = fc.sample(
      fc.record({
        workers: fc.integer({ min: 1, max: 2 }),
        shards: fc.integer({ min: 1, max: 3 }),
        order: fc.shuffledSubarray([...cases], { minLength: cases.length }),
      }),
      { seed, numRuns: 1 },
    );
    if (drawn === undefined) throw new Error('nothing was drawn');
    const { workers, shards, order } = drawn;
    const reachable = await stage.play(undefined);
    const options = { seed, runs: values, limitMs: LIMIT_MS };
    const endings: Ending[] = [];
    for (let shard = 0; shard < shards; shard += 1) {
      const part = order.filter((_, index) => index % shards === shard);
      const meeting = { ...reachable, id: `f${seed}s${shard}`, worker: 0 };
      const own = part.filter((_, index) => index % workers === 0);
      const others = part.filter((_, index) => index % workers === 1);
      const shares = [judgeAll(meeting, own, options)];
      if (others.length > 0) shares.push(assisted({ ...meeting, worker: 1 }, others, options));
      endings.push(...(await Promise.all(shares)).flat());
    }
    stage.clear();
    return {
      about: `seed ${seed}, ${shards} shards, ${workers} workers`,
      cases: endings.length,
      endings: endings.filter(({ result }) => result !== 'held'),
    };
  }

  async function assisted(meeting: Meeting, part: readonly Case[], options: TrialOptions) {
    const answer = once(second, 'message');
    const share: Share = { meeting, titles: part.map(({ title }) => title), options };
    second.send(share);
    return ((await answer)[0] as { readonly answer: readonly Ending[] }).answer;
  }
}

function assist(): void {
  process.on('message', async ({ meeting, titles, options }: Share) => {
    const part = titles.flatMap((title) => byTitle.get(title) ?? []);
    process.send?.({ answer: await judgeAll(meeting, part, options) });
  });
}
