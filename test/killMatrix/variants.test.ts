import { expect, test } from 'vitest';
import { otherReadings, variants } from '../../emulator/variants/catalogue.ts';
import { conflicts } from '../../schemas/contract.ts';

test('each conflict between documents has its other readings, or a reason why none is tried', () => {
  const known = conflicts().map(({ id }) => id);
  expect(Object.keys(otherReadings).sort()).toEqual(known.sort());
  for (const readings of Object.values(otherReadings)) expect(readings.length).toBeGreaterThan(0);
});

test('no two variants have the same id', () => {
  expect(new Set(variants.map(({ id }) => id)).size).toBe(variants.length);
});
