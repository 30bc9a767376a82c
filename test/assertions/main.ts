import { readdirSync, readFileSync } from 'node:fs';
import { dispatch } from '../killMatrix/pool.ts';
import { sitesOf } from './sites.mjs';
import { unmissed } from './unmissed.ts';
import type { AssertionAnswer, AssertionOrder } from './worker.ts';

/**
 * Leaves each assertion of `checks/` out in turn, and looks whether that is noticed: a defect survives, or a server
 * that answers alike takes a case in. What nobody misses proves nothing and is told, unless `unmissed.ts` says why.
 *
 * `npm run assertions` tries all of them, `npm run assertions -- <text>` those whose place holds the text, and
 * `npm run assertions -- specs/rules/users` those of the rules of one subject.
 */
const PROJECT = new URL('../../', import.meta.url);
const PROCESSES = 2;
const crew = {
  script: '../assertions/worker.ts',
  first: '../assertions/switchable.mjs',
  processes: PROCESSES,
};

const [text = ''] = process.argv.slice(2);
const folder = text.startsWith('specs/') ? 'specs/rules' : 'checks';
const begun = performance.now();
const all = readdirSync(new URL(`${folder}/`, PROJECT), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => `${folder}/${name}`)
  .sort()
  .flatMap((file) =>
    sitesOf(file, readFileSync(new URL(file, PROJECT), 'utf8')).map((site) => ({ ...site, file })),
  );
const sites = all.filter(({ id }) => id.includes(text));
if (sites.length === 0) {
  console.error(`assertions: no assertion's place holds "${text}"; places look like ${all[0]?.id}`);
  process.exit(2);
}

const makers = new Map<string, string[]>();
await dispatch<AssertionOrder, AssertionAnswer>(
  Array.from({ length: PROCESSES }, (_, part) => ({ reach: [part, PROCESSES] as const })),
  crew,
  () => 'the cases against the usual emulator',
  (answer) => {
    if (!('reached' in answer)) return;
    for (const [id, titles] of Object.entries(answer.reached))
      makers.set(id, [...(makers.get(id) ?? []), ...titles]);
  },
);

const missedBy = new Map<string, string | undefined>();
await dispatch<AssertionOrder, AssertionAnswer>(
  sites.map(({ id, file }) => ({ without: id, cases: makers.get(id) ?? inFile(file) })),
  crew,
  (order) => ('without' in order ? order.without : ''),
  (answer) => {
    if ('without' in answer) missedBy.set(answer.without, answer.missedBy);
  },
);

const lost = sites.filter(({ id }) => missedBy.get(id) === undefined);
const speaksOf = (one: (typeof unmissed)[number], { file, text }: (typeof sites)[number]) =>
  one.file === file && text.startsWith(one.begins);
const reasonOf = (site: (typeof sites)[number]) => unmissed.find((one) => speaksOf(one, site))?.reason;
for (const one of lost)
  console.log(`${one.id}: ${firstLine(one.text)}: ${reasonOf(one) ?? 'NOBODY MISSES IT'}`);
const unexplained = lost.filter((one) => reasonOf(one) === undefined);
const idle = unmissed.filter((one) => {
  const own = sites.filter((site) => speaksOf(one, site));
  return own.length > 0 && !own.some((site) => lost.includes(site));
});
for (const { file, begins } of idle)
  console.log(`${file}: ${firstLine(begins)}: is missed after all; take it out of unmissed.ts`);
const seconds = ((performance.now() - begun) / 1000).toFixed(1);
console.log(
  `${sites.length - lost.length} of ${sites.length} assertions are missed when they are left out, ` +
    `${lost.length - unexplained.length} are explained, ${unexplained.length} are not; ${seconds} s`,
);
process.exitCode = unexplained.length + idle.length === 0 ? 0 : 1;

/** What no case makes against the usual emulator is made, if at all, by a case of the same file. */
function inFile(file: string): readonly string[] {
  return [...new Set(all.filter((one) => one.file === file).flatMap(({ id }) => makers.get(id) ?? []))];
}

function firstLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 100);
}
