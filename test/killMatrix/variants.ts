import { strangers, variants } from '../../emulator/variants/catalogue.ts';
import { dispatch } from './pool.ts';
import { samples } from './samples.ts';
import type { Endings, VariantOrder } from './variantsWorker.ts';

/**
 * Runs the suite against each variant of the emulator. Whatever holds against the usual one has to hold here, since a
 * variant follows the documents too.
 *
 * `npm run variants` tries every freedom and the servers that read many conflicts otherwise with every case, and each
 * other reading with the cases of its subject; `npm run variants -- <text>` those whose id holds the text.
 */
const [wanted = ''] = process.argv.slice(2);
const chosen = [...variants, ...strangers, samples].filter(({ id }) => id.includes(wanted));
if (chosen.length === 0) {
  console.error(`variants: no variant's id holds "${wanted}"; see emulator/variants`);
  process.exit(2);
}
const orders: VariantOrder[] = chosen.map(({ id }) => ({ variant: id }));
let wrong = 0;
await dispatch<VariantOrder, Endings>(
  orders,
  { script: 'variantsWorker.ts', processes: 2 },
  ({ variant }) => `variant ${variant}`,
  ({ variant, describes, cases, others }) => {
    wrong += others.length;
    console.log(`${variant}: a server that ${describes}: ${others.length} of ${cases} cases end otherwise`);
    for (const { title, result, words } of others.slice(0, 20))
      console.log(`  ${result}: ${title}: ${words ?? ''}`);
  },
);
process.exitCode = wrong === 0 ? 0 : 1;
