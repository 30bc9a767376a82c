import { allCases } from './cases.ts';
import { Stage } from './stage.ts';
import { trial } from './trial.ts';
import { uniforms } from './uniform.ts';

export type UniformOrder = { readonly server: string };

/** The cases that a server that answers alike took in. */
export type Fooled = {
  readonly server: string;
  readonly describes: string;
  readonly cases: number;
  readonly held: readonly string[];
  readonly durationMs: number;
};

const OPTIONS = { seed: 1, runs: 1, limitMs: 20_000 };

const cases = await allCases();
const stage = new Stage();

process.on('message', async ({ server }: UniformOrder) => {
  const found = uniforms.find(({ id }) => id === server);
  if (found === undefined) throw new Error(`there is no server ${server}`);
  const begun = performance.now();
  const { describes, apply, concerns, met } = found;
  const defect = { id: server, breaks: [], describes, apply };
  const endings = await trial(stage, defect, cases.filter(concerns), OPTIONS);
  // A server that turns no case away shows nothing about those that it did not take in.
  if (!endings.some((one) => one.result !== 'held' && met(one)))
    throw new Error(`the server "${server}" turned no case away; see what it refuses in uniform.ts`);
  const held = endings.filter((one) => one.result === 'held' && met(one)).map(({ title }) => title);
  const durationMs = performance.now() - begun;
  process.send?.({ answer: { server, describes, cases: endings.length, held, durationMs } });
});
process.send?.({ ready: true });
