import { afterAll, beforeAll, expect, test } from 'vitest';
import { explore } from '../../fixtures/exploration/explore.ts';
import { explorations } from '../../specs/rules/exploration/all.ts';
import { type Playground, startPlayground } from './playground.ts';

const SEEDS = Array.from({ length: 10 }, (_, index) => index + 1);
const STEPS = 2_000;
const LENGTH = 100;

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground();
});
afterAll(() => playground.close());

test.each(
  SEEDS,
)(`${STEPS} steps of seed %d find nothing at a conformant server, and leave nothing`, async (seed) => {
  const sequences = Math.ceil(STEPS / LENGTH / explorations.length);
  let steps = 0;
  for (const { subject, claims } of explorations) {
    const scope = playground.scope({ seed });
    const extent = { sequences, judged: sequences + 1, minLength: LENGTH, maxLength: LENGTH };
    const explored = await explore(scope, subject, claims, extent);
    expect(explored.judged).toBe(sequences);
    steps += explored.steps;
    const before = deleted(playground);
    await scope.ledger.cleanUp(playground.session.api);
    expect(deleted(playground), 'nothing was left to clean up').toBe(before);
  }
  expect(steps).toBeGreaterThanOrEqual(STEPS);
});

/** How many things were deleted so far; a delete of what went along with another thing finds nothing. */
function deleted({ session }: Playground): number {
  const counts = [...session.traffic.statuses].map(([key, count]) => (key.endsWith(' 204') ? count : 0));
  return counts.reduce((sum, count) => sum + count, 0);
}
