import { strangers, variants } from '../../emulator/variants/catalogue.ts';
import type { Variant } from '../../emulator/variants/variant.ts';
import type { Case } from '../../fixtures/case.ts';
import { conflicts } from '../../schemas/contract.ts';
import { allCases } from './cases.ts';
import { samples } from './samples.ts';
import { Stage } from './stage.ts';
import { type Ending, trial } from './trial.ts';

export type VariantOrder = { readonly variant: string };

/** The cases that end otherwise than against the usual emulator. */
export type Endings = {
  readonly variant: string;
  readonly describes: string;
  readonly cases: number;
  readonly others: readonly Ending[];
};

const OPTIONS = { seed: 1, runs: 5, limitMs: 20_000 };

const cases = await allCases();
const stage = new Stage();
const rows = new Map(conflicts().map(({ id, rows: about }) => [id, about]));
/** How cases end that do not hold against the usual emulator; each is tried when it is first needed. */
const usual = new Map<string, Ending['result']>();

process.on('message', async ({ variant: id }: VariantOrder) => {
  const variant = [...variants, ...strangers, samples].find((one) => one.id === id);
  if (variant === undefined) throw new Error(`there is no variant ${id}`);
  process.send?.({ answer: await tried(variant) });
});
process.send?.({ ready: true });

async function tried(variant: Variant): Promise<Endings> {
  const { id, describes, apply } = variant;
  const concerned = casesOf(variant);
  const endings = await trial(stage, { id, breaks: [], describes, apply }, concerned, OPTIONS);
  const odd = endings.filter(({ result }) => result !== 'held');
  const unknown = new Set(odd.map(({ title }) => title).filter((title) => !usual.has(title)));
  const again = concerned.filter(({ title }) => unknown.has(title));
  for (const { title, result } of await trial(stage, undefined, again, OPTIONS)) usual.set(title, result);
  const others = odd.filter(({ title, result }) => usual.get(title) !== result);
  return { variant: id, describes, cases: endings.length, others };
}

/** Another reading is met by every case of the subjects that its conflict is about, anything else by every case. */
function casesOf({ conflict }: Variant): readonly Case[] {
  const about = conflict === undefined ? [] : (rows.get(conflict) ?? []);
  if (about.length === 0) return cases;
  const subject = ({ title }: Case) => title.split(':')[0];
  const carry = cases.filter(({ requirements }) => requirements.some((row) => about.includes(row)));
  if (carry.length === 0) return cases;
  const subjects = new Set(carry.map(subject));
  return cases.filter((one) => subjects.has(subject(one)));
}
