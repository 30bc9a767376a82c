import { variants } from '../../emulator/variants/catalogue.ts';
import { allCases } from './cases.ts';
import { Stage } from './stage.ts';
import { trial } from './trial.ts';

/**
 * Runs every case against each variant of the emulator: `npm run variants [-- <text of an id>]`. Whatever holds
 * against the usual one has to hold here, since a variant follows the documents too.
 */
const [wanted = ''] = process.argv.slice(2);
const options = { seed: 1, runs: 5, limitMs: 20_000 };
const cases = await allCases();
const stage = new Stage();
const usual = new Map(
  (await trial(stage, undefined, cases, options)).map(({ title, result }) => [title, result]),
);
let wrong = 0;
for (const { id, describes, apply } of variants.filter((one) => one.id.includes(wanted))) {
  const endings = await trial(stage, { id, breaks: [], describes, apply }, cases, options);
  const others = endings.filter(({ title, result }) => result !== usual.get(title));
  wrong += others.length;
  console.log(`${id}: a server that ${describes}: ${others.length} of ${endings.length} cases end otherwise`);
  for (const { title, result, words } of others.slice(0, 20)) console.log(`  ${result}: ${title}: ${words}`);
}
await stage.close();
process.exitCode = wrong === 0 ? 0 : 1;
