import { Command, InvalidArgumentError } from 'commander';
import type { Odd, Turn } from './flakesPlayer.ts';
import { dispatch } from './pool.ts';

/**
 * Runs the whole suite again and again against emulators without a defect, each time with another seed, in another
 * order, cut into one to three shards, by one or two workers: `npm run flakes [-- --runs 100]`. Every run has to end
 * as the first one did, case by case.
 */
const program = new Command('flakes')
  .option('--runs <n>', 'how many runs', number, 100)
  .option('--seed <n>', 'what the runs are drawn from', number, 1)
  .option('--values <n>', 'values per property case', number, 1)
  .option('--processes <n>', 'runs at once', number, 2)
  .parse();
const { runs, seed, values, processes } = program.opts<{
  readonly runs: number;
  readonly seed: number;
  readonly values: number;
  readonly processes: number;
}>();
const turns = Array.from({ length: runs }, (_, index): Turn => ({ seed: seed + index, values }));
const keyOf = ({ title, result }: Odd['endings'][number]) => `${result}: ${title}`;
let first: ReadonlySet<string> | undefined;
let different = 0;
await dispatch<Turn, Odd>(
  turns,
  { script: 'flakesPlayer.ts', processes },
  (turn) => `seed ${turn.seed}`,
  ({ about, cases, endings }) => {
    const present = new Set(endings.map(keyOf));
    first ??= present;
    const expected = first;
    const others = endings.filter((one) => !expected.has(keyOf(one)));
    const gone = [...expected].filter((key) => !present.has(key));
    if (others.length + gone.length > 0) different += 1;
    console.log(
      `${about}: ${cases} cases, ${endings.length} of them not held, ${others.length} unlike the first run`,
    );
    for (const one of others) console.log(`  ${keyOf(one)}: ${one.words ?? ''}`);
    for (const key of gone) console.log(`  not ${key}`);
  },
);
console.log(`${runs} runs, ${different} of them with another verdict`);
process.exitCode = different === 0 ? 0 : 1;

function number(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('expected a whole number.');
}
