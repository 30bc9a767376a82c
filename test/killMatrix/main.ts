import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { judgeableByEmulator } from './judgeable.ts';
import { knownDefects, UnknownArea } from './known.ts';
import { type Matrix, matrixOf, type Row, rowsInNeed } from './matrix.ts';
import { page } from './page.ts';
import { dispatch } from './pool.ts';
import { told } from './told.ts';
import { uniforms } from './uniform.ts';
import type { Fooled, UniformOrder } from './uniformWorker.ts';
import type { Order } from './worker.ts';

/** The longest time a case may take: one that polls gives up after two seconds. */
const LIMIT_MS = 15_000;

type Options = {
  readonly area?: string;
  readonly defect?: string;
  readonly own: boolean;
  readonly every: boolean;
  readonly part?: readonly [number, number];
  readonly workers: number;
  readonly seed: number;
  readonly runs: number;
  readonly out: string;
};

const program = new Command('kill-matrix')
  .description(
    'Runs the suite against emulators with one planted defect each, and says which defects it misses.',
  )
  .option('--area <name>', 'only defects of one area, and no others are loaded')
  .option('--defect <text>', 'only defects whose id holds this text')
  .option('--own', 'run all cases of the requirements that a defect breaks, not only until they fail', false)
  .option('--every', 'run every case against each defect', false)
  .option('--part <i/n>', 'only one part of n; with "commit" for i, the one that the commit chooses', part)
  .option('--workers <n>', 'processes', number, 2)
  .option('--seed <n>', 'the seed of generated values', number, 1)
  .option('--runs <n>', 'values per property case', number, 30)
  .option('--out <dir>', 'where the matrix goes', 'reports/out/kill-matrix');

const options = program.parse().opts<Options>();
const matrix = await killMatrix(options);
for (const line of told(matrix)) console.log(line);
const isFooled = matrix.uniform.some(({ held }) => held.length > 0);
process.exitCode = matrix.totals.survivors === 0 && matrix.withoutDefect.length === 0 && !isFooled ? 0 : 1;

async function killMatrix({
  area,
  defect,
  own,
  every,
  part: slice,
  workers,
  seed,
  runs,
  out,
}: Options): Promise<Matrix> {
  const begun = performance.now();
  const known = await knownDefects(area).catch((problem: unknown) => {
    if (problem instanceof UnknownArea)
      return program.error(`kill-matrix: ${problem.message}`, { exitCode: 2 });
    throw problem;
  });
  const chosen = known
    .filter(({ id }) => defect === undefined || id.includes(defect))
    .filter((_, index) => slice === undefined || index % slice[1] === slice[0] - 1);
  if (chosen.length === 0)
    program.error('kill-matrix: no defect is left of those asked for; see emulator/defects', { exitCode: 2 });
  const rows: Row[] = [];
  const reach = every ? 'every' : own ? 'own' : 'until killed';
  const orders: Order[] = chosen.map(({ id }) => ({
    defect: id,
    reach,
    options: { seed, runs, limitMs: LIMIT_MS },
  }));
  const crew = { script: 'worker.ts', args: area === undefined ? [] : [area], processes: workers };
  await dispatch<Order, Row>(
    orders,
    crew,
    (order) => `defect ${order.defect}`,
    (row) => rows.push(row),
  );
  const order = new Map(known.map(({ id }, index) => [id, index]));
  rows.sort((one, other) => (order.get(one.defect) ?? 0) - (order.get(other.defect) ?? 0));
  const all = area === undefined && defect === undefined;
  const whole = all && slice === undefined;
  const uniform = all ? await meetUniforms(slice, workers) : [];
  const needed = whole ? rowsInNeed(judgeableByEmulator) : [];
  const result = matrixOf(rows, needed, { seed, runs, durationMs: performance.now() - begun, uniform });
  const folder = resolve(out);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'matrix.json'), `${JSON.stringify(result, null, 1)}\n`);
  writeFileSync(join(folder, 'matrix.html'), page(result));
  return result;
}

/** Some of the servers that answer everything alike are met each time, of the others a part. */
async function meetUniforms(slice: Options['part'], processes: number): Promise<readonly Fooled[]> {
  const met = uniforms.filter(
    ({ isConstant }, index) => isConstant || slice === undefined || index % slice[1] === slice[0] - 1,
  );
  const fooled: Fooled[] = [];
  await dispatch<UniformOrder, Fooled>(
    met.map(({ id }) => ({ server: id })),
    { script: 'uniformWorker.ts', processes },
    ({ server }) => `server ${server}`,
    (one) => fooled.push(one),
  );
  return fooled;
}

function number(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('expected a whole number.');
}

function part(text: string): readonly [number, number] {
  const [, index, count] = (/^(\d{1,4})\/(\d{1,4})$/.exec(chosenByCommit(text)) ?? []).map(Number);
  if (index !== undefined && count !== undefined && index >= 1 && index <= count) return [index, count];
  throw new InvalidArgumentError('expected i/n, such as 2/5 or commit/3.');
}

/** Puts a number in the place of `commit`, another one for other commits, and says which; 1 where there is no git. */
function chosenByCommit(text: string): string {
  const [, count] = /^commit\/(\d{1,4})$/.exec(text) ?? [];
  if (count === undefined) return text;
  const { stdout } = spawnSync('git', ['rev-parse', '--short=7', 'HEAD'], { encoding: 'utf8' });
  const commit = stdout?.trim() || '0';
  const index = (Number.parseInt(commit, 16) % Math.max(1, Number(count))) + 1;
  console.log(`part ${index} of ${count}, as commit ${commit} chooses; all defects: npm run kill-matrix`);
  return `${index}/${count}`;
}
