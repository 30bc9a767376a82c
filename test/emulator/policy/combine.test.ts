import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combine } from '../../../emulator/policy/combine.ts';
import type { Algorithm, Decision } from '../../../emulator/policy/document.ts';

const short: Readonly<Record<string, Decision>> = {
  P: 'PERMIT',
  D: 'DENY',
  N: 'NOT_APPLICABLE',
  I: 'INDETERMINATE',
};

/** What two decisions combine to: the first down the side, the second along the top, in the order P D N I. */
const tables: readonly [Algorithm, readonly string[]][] = [
  ['deny-overrides', ['PDPI', 'DDDD', 'PDNI', 'IDII']],
  ['permit-overrides', ['PPPP', 'PDDI', 'PDNI', 'PIII']],
  ['first-applicable', ['PPPP', 'DDDD', 'PDNI', 'IIII']],
];

const decisions = fc.array(fc.constantFrom(...Object.values(short)), { maxLength: 8 });
const run = { seed: 20240607, numRuns: 500 };

describe.each(tables)('%s', (algorithm, table) => {
  const names = ['P', 'D', 'N', 'I'];

  test.each(
    names.flatMap((one, row) => names.map((other, column) => [one, other, table[row]?.[column]])),
  )('makes %s and %s %s', (one = '', other = '', result = '') => {
    expect(combine(algorithm, [short[one], short[other]] as Decision[])).toBe(short[result]);
  });

  test('lets one decision be, and nothing applies without any', () => {
    for (const decision of Object.values(short)) expect(combine(algorithm, [decision])).toBe(decision);
    expect(combine(algorithm, [])).toBe('NOT_APPLICABLE');
  });

  test('is not changed by what does not apply, wherever it stands', () => {
    fc.assert(
      fc.property(decisions, fc.nat(8), (list, at) => {
        const longer = [...list.slice(0, at), short.N, ...list.slice(at)] as Decision[];
        expect(combine(algorithm, longer)).toBe(combine(algorithm, list));
      }),
      run,
    );
  });

  test('combines parts to the same as the whole', () => {
    fc.assert(
      fc.property(decisions, decisions, (left, right) => {
        const parts = [combine(algorithm, left), combine(algorithm, right)];
        expect(combine(algorithm, parts)).toBe(combine(algorithm, [...left, ...right]));
      }),
      run,
    );
  });
});

test('first-applicable depends on the order', () => {
  expect(combine('first-applicable', ['PERMIT', 'DENY'])).toBe('PERMIT');
  expect(combine('first-applicable', ['DENY', 'PERMIT'])).toBe('DENY');
});

test.each<Algorithm>([
  'deny-overrides',
  'permit-overrides',
])('%s does not depend on the order', (algorithm) => {
  const shuffled = decisions.chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([list, other]) => {
      expect(combine(algorithm, other)).toBe(combine(algorithm, list));
    }),
    run,
  );
});
